import { code, didYouMean, list } from './code.ts';

/** What is wrong with frontmatter. */
export const frontmatterCodes = {
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
    message: ({ key, kind }) => `Unexpected key "${key}" in this ${kind}`,
    hint: ({ suggestion, known }) => didYouMean(suggestion, `A key can be one of: ${list(known)}.`),
  }),
  'missing-key': code<{ key: string; kind: string; example: string }>({
    class: 'broken',
    about: 'Frontmatter has the keys that its kind requires.',
    message: ({ key, kind }) => `This ${kind} lacks "${key}"`,
    hint: ({ example }) => `Add a line such as: ${example}`,
  }),
  'missing-section': code<{ section: string; kind: string }>({
    class: 'broken',
    about: 'The body has the sections that its kind requires.',
    message: ({ section, kind }) => `This ${kind} has no section "${section}"`,
    hint: ({ section }) => `Add a heading "## ${section}" with a sentence or two below it.`,
  }),
  'wrong-type': code<{ key: string; found: string; expected: string; suggestion?: string | null; example?: string | null }>({
    class: 'broken',
    about: 'Each key holds the type of value that it stands for.',
    message: ({ key, found, expected }) => `Unexpected ${found} for "${key}", expected ${expected}`,
    hint: ({ key, expected, suggestion = null, example = null }) => {
      if (example !== null) return `Write it as: ${example}`;
      const isList = expected.startsWith('a list of texts');
      return didYouMean(suggestion, isList ? `Write it as a list: ${key}: [one, another]` : `Write ${expected} as the value of "${key}".`);
    },
  }),
  'impossible-date': code<{ key: string; found: string }>({
    class: 'broken',
    about: 'Dates are ISO dates that the calendar has.',
    message: ({ key, found }) =>
      `"${found}" for "${key}" is ${/^\d{4}-\d{2}-\d{2}/.test(found) ? 'not a date that exists' : 'not written as an ISO date'}`,
    hint: () => 'Write YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM:SS.',
  }),
  'unknown-tag': code<{ tag: string; suggestion: string | null; known: readonly string[] }>({
    class: 'advice',
    about: 'Tags come from the vocabulary in program.md.',
    message: ({ tag }) => `The tag "${tag}" is not in the vocabulary`,
    hint: ({ suggestion, known }) => didYouMean(suggestion, `Use one of ${list(known)}, or add it to "tags" in program.md.`),
  }),
} as const;
