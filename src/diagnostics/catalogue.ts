import type { DiagnosticClass, Place, Problem } from './diagnostic.ts';

/**
 * One code of the catalogue. `message` says what is wrong ("Unexpected X, expected Y"), `hint` what to do about it; both
 * are pure functions of the parameters, so that all texts of one code read alike.
 */
interface CodeDescription<Parameters> {
  readonly class: DiagnosticClass;
  /** The rule in one sentence, for the guide and the health page. */
  readonly about: string;
  readonly message: (parameters: Parameters) => string;
  readonly hint: (parameters: Parameters) => string;
}

/** Keeps each code's parameter type. */
function code<Parameters>(description: CodeDescription<Parameters>): CodeDescription<Parameters> {
  return description;
}

const didYouMean = (suggestion: string | null, otherwise: string): string =>
  suggestion === null ? otherwise : `Did you mean "${suggestion}"?`;
const list = (items: readonly string[]): string => items.join(', ');

/** Every diagnostic code there is. A test runs one bad and one good example of each (`tests/unit/diagnostics`). */
export const catalogue = {
  // machine
  'missing-workspace': code<{ folder: string }>({
    class: 'machine',
    about: 'The workspace is a folder that exists and can be read.',
    message: ({ folder }) => `There is no folder "${folder}" to read`,
    hint: () => 'Name the folder of your research with --workspace DIR.',
  }),
  'empty-workspace': code<{ folder: string }>({
    class: 'machine',
    about: 'The workspace holds at least one file that can be published.',
    message: ({ folder }) => `The folder "${folder}" holds no Markdown file, results table or run log`,
    hint: () => 'Write a first entry with "priors new idea --title … --hypothesis …", or name another folder with --workspace DIR.',
  }),
  'unwritable-output': code<{ folder: string; reason: string }>({
    class: 'machine',
    about: 'The output folder can be written.',
    message: ({ folder, reason }) => `The site cannot be written to "${folder}": ${reason}`,
    hint: () => 'Name another folder with --out DIR.',
  }),
  'unusable-ignore': code<Record<never, never>>({
    class: 'machine',
    about: 'What program.md says must not be read can be understood.',
    message: () => 'The list under "ignore" cannot be used, so nothing is known of what must stay unread',
    hint: () => 'Mend the list: nothing is built until then, lest files are published that were meant to be left out.',
  }),
  // files
  'unreadable-file': code<{ reason: string }>({
    class: 'broken',
    about: 'Every file of the workspace can be read.',
    message: ({ reason }) => `The file cannot be read: ${reason}`,
    hint: () => 'Mend its permissions, or list it under "ignore" in program.md.',
  }),
  'invalid-bytes': code<{ found: string }>({
    class: 'broken',
    about: 'Text is UTF-8 without control bytes.',
    message: ({ found }) => `Unexpected ${found}, expected UTF-8 text`,
    hint: () => 'Save the file as UTF-8. Priors shows U+FFFD in its place.',
  }),
  'duplicate-id': code<{ id: string; other: string }>({
    class: 'broken',
    about: 'No two files have the same kind and slug.',
    message: ({ id, other }) => `The id "${id}" is already that of ${other}`,
    hint: () => 'Rename one of the two files; both are published, under addresses that end in six more characters.',
  }),
  // frontmatter
  'unclosed-frontmatter': code<Record<never, never>>({
    class: 'broken',
    about: 'Frontmatter that begins with --- ends with ---.',
    message: () => 'The frontmatter that begins here is never closed',
    hint: () => 'Put a line with only --- behind the last key.',
  }),
  'invalid-yaml': code<{ reason: string }>({
    class: 'broken',
    about: 'Frontmatter is YAML.',
    message: ({ reason }) => `The frontmatter is not valid YAML: ${reason}`,
    hint: () => 'Text with ": " or a leading @, *, &, [ or { goes into quotes.',
  }),
  'executable-frontmatter': code<{ language: string }>({
    class: 'broken',
    about: 'Frontmatter is data; it is never run.',
    message: ({ language }) => `Frontmatter in "${language}" is not read`,
    hint: () => 'Write the frontmatter as YAML, between two lines with only ---.',
  }),
  'unknown-key': code<{ key: string; kind: string; suggestion: string | null; known: readonly string[] }>({
    class: 'broken',
    about: 'Frontmatter has only keys that its kind knows.',
    message: ({ key, kind }) => `Unexpected key "${key}" in the frontmatter of this ${kind}`,
    hint: ({ suggestion, known }) => didYouMean(suggestion, `A key can be one of: ${list(known)}.`),
  }),
  'missing-key': code<{ key: string; kind: string; example: string }>({
    class: 'broken',
    about: 'Frontmatter has the keys that its kind requires.',
    message: ({ key, kind }) => `The frontmatter of this ${kind} lacks "${key}"`,
    hint: ({ example }) => `Add a line such as: ${example}`,
  }),
  'missing-section': code<{ section: string; kind: string }>({
    class: 'broken',
    about: 'The body has the sections that its kind requires.',
    message: ({ section, kind }) => `This ${kind} has no section "${section}"`,
    hint: ({ section }) => `Add a heading "## ${section}" with a sentence or two below it.`,
  }),
  'wrong-type': code<{ key: string; found: string; expected: string; suggestion?: string | null }>({
    class: 'broken',
    about: 'Each key holds the type of value that it stands for.',
    message: ({ key, found, expected }) => `Unexpected ${found} for "${key}", expected ${expected}`,
    hint: ({ key, expected, suggestion = null }) =>
      didYouMean(
        suggestion,
        expected.startsWith('a list of texts') ? `Write it as a list: ${key}: [one, another]` : `Change the value of "${key}".`,
      ),
  }),
  'impossible-date': code<{ key: string; found: string }>({
    class: 'broken',
    about: 'Dates are ISO dates that the calendar has.',
    message: ({ key, found }) =>
      `"${found}" for "${key}" is ${/^\d{4}-\d{2}-\d{2}/.test(found) ? 'not a date that exists' : 'not written as an ISO date'}`,
    hint: () => 'Write YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM:SS.',
  }),
  // body and links
  'undated-journal': code<Record<never, never>>({
    class: 'broken',
    about: 'A journal has entries under dated headings.',
    message: () => 'This journal has no heading with a date, so it is read as one entry',
    hint: () => 'Begin each entry with a heading such as: ## 2026-01-04: What was tried',
  }),
  'dead-link': code<{ target: string; suggestion: string | null }>({
    class: 'broken',
    about: 'Relative links and wikilinks lead to a file or entry of the workspace.',
    message: ({ target }) => `The link to "${target}" leads nowhere`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Write a path relative to this file, or the slug of an entry in [[…]].'),
  }),
  'dead-anchor': code<{ target: string; fragment: string; suggestion: string | null }>({
    class: 'broken',
    about: 'A link to a heading leads to a heading that is there.',
    message: ({ target, fragment }) => `"${target}" has no heading "#${fragment}"`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Leave the part behind # away, or name a heading of that entry.'),
  }),
  'unknown-reference': code<{ key: string; target: string; suggestion: string | null }>({
    class: 'broken',
    about: 'References in frontmatter name an entry, a run or a file that is there.',
    message: ({ key, target }) => `"${key}" names "${target}", which is not in this workspace`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion, 'Name an entry by its slug, file name or relative path, a run by its commit or row id.'),
  }),
  'ambiguous-reference': code<{ target: string; candidates: readonly string[] }>({
    class: 'broken',
    about: 'A reference names one thing.',
    message: ({ target, candidates }) => `"${target}" could be ${candidates.length} different things: ${list(candidates.slice(0, 4))}`,
    hint: () => 'Write the relative path or the whole id.',
  }),
  // tables
  'unknown-column': code<{ key: string; column: string; suggestion: string | null }>({
    class: 'broken',
    about: 'Metrics and roles in program.md name columns that a results table has.',
    message: ({ key, column }) => `"${key}" names the column "${column}", which no results table has`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Write the name as it stands in the header line of the table.'),
  }),
  'not-a-table': code<{ reason: string }>({
    class: 'broken',
    about: 'A .tsv file is a table: one header line, tabs between cells.',
    message: ({ reason }) => `This is not a results table: ${reason}`,
    hint: () => 'It is published as text. Put a header line with tab-separated column names first.',
  }),
  'ragged-row': code<{ found: number; expected: number }>({
    class: 'broken',
    about: 'Each row has as many cells as the header.',
    message: ({ found, expected }) => `Unexpected ${found} ${found === 1 ? 'cell' : 'cells'}, expected ${expected}`,
    hint: ({ found, expected }) =>
      found < expected
        ? 'Put a tab, not spaces, between cells; an empty cell is nothing between two tabs.'
        : 'Remove the surplus tabs, or put the cell that holds one into quotes.',
  }),
  'missing-header': code<{ columns: number }>({
    class: 'broken',
    about: 'The first line of a results table names its columns.',
    message: () => 'Unexpected data in the first line, expected column names',
    hint: ({ columns }) =>
      `Put a line with ${columns} tab-separated names above it; until then the columns are called "column 1" to "column ${columns}".`,
  }),
  'line-outside-rows': code<{ found: 'comment' | 'separator' | 'text' }>({
    class: 'advice',
    about: 'Each line of a results table is its header or a row.',
    message: ({ found }) => `This ${found === 'text' ? 'text above the header' : found} is not a row`,
    hint: () => 'It stays in the downloaded file but not in the table; notes belong into a description cell or a journal.',
  }),
  // run logs
  'not-a-run-log': code<Record<never, never>>({
    class: 'broken',
    about: 'A run log has events that begin with a timestamp in brackets.',
    message: () => 'This is not a run log: no line begins an event',
    hint: () => 'Begin an event with a line such as: [2026-01-04 09:30:00] VERIFY_MODEL: what was checked',
  }),
  'stray-line': code<Record<never, never>>({
    class: 'broken',
    about: 'Each line of a run log belongs to an event.',
    message: () => 'This text stands before the first event',
    hint: () => 'Begin an event with a line such as: [2026-01-04 09:30:00] VERIFY_MODEL: what was checked',
  }),
  'impossible-timestamp': code<{ found: string }>({
    class: 'broken',
    about: 'An event has a timestamp that the calendar has.',
    message: ({ found }) => `"${found}" is not a time that exists`,
    hint: () => 'Write [YYYY-MM-DD HH:MM:SS].',
  }),
  'unknown-action': code<{ action: string; log: string; suggestion: string | null }>({
    class: 'advice',
    about: 'The canonical run logs use the action types that their documents list.',
    message: ({ action, log }) => `Unexpected action "${action}" in ${log}.log`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Use one of the listed action types, or another log of the experiment.'),
  }),
  // advice
  'unknown-tag': code<{ tag: string; suggestion: string | null; known: readonly string[] }>({
    class: 'advice',
    about: 'Tags come from the vocabulary in program.md.',
    message: ({ tag }) => `The tag "${tag}" is not in the vocabulary`,
    hint: ({ suggestion, known }) => didYouMean(suggestion, `Use one of ${list(known)}, or add it to "tags" in program.md.`),
  }),
  'vague-conclusion': code<{ conclusion: string }>({
    class: 'advice',
    about: 'A conclusion is specific: it holds a number or names a contrast.',
    message: ({ conclusion }) => `The conclusion "${conclusion}" is only a judgement`,
    hint: () => 'Say by how much and against what: "accuracy 87% → 100% after orthogonal init".',
  }),
  'no-quantified-conclusion': code<Record<never, never>>({
    class: 'advice',
    about: 'At least one conclusion of a log holds a number.',
    message: () => 'None of the conclusions holds a number',
    hint: () => 'Add the measured value to one of them: "0/50 runs failed, baseline 12/50".',
  }),
} as const;

export type DiagnosticCode = keyof typeof catalogue;

type ParametersOf<Code extends DiagnosticCode> = (typeof catalogue)[Code] extends CodeDescription<infer Parameters> ? Parameters : never;

/** A problem with the texts of its code. */
export function problem<Code extends DiagnosticCode>(diagnosticCode: Code, place: Place, parameters: ParametersOf<Code>): Problem {
  // The catalogue's entry for this very code takes these very parameters, which TypeScript cannot see through the index.
  const description = catalogue[diagnosticCode] as unknown as CodeDescription<ParametersOf<Code>>;
  return { code: diagnosticCode, ...place, message: description.message(parameters), hint: description.hint(parameters) };
}
