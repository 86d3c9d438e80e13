import { code, list } from './code.ts';

/** What is wrong with engineering logs, and what could be better. */
export const logsCodes = {
  'missing-metrics': code<{ tag: string; missing: readonly string[] }>({
    class: 'broken',
    about: 'A log has the metrics that its tags require: by default a log tagged "training" all that the template asks for.',
    message: ({ tag, missing }) =>
      `A log tagged "${tag}" has ${list(missing.map((key) => `"${key}"`))}, which ${missing.length === 1 ? 'is' : 'are'} missing here`,
    hint: ({ missing }) =>
      missing.length === 1 && missing[0] === 'commits'
        ? 'Add the commits that this log is about: commits: [187e419].'
        : 'Add what was measured, or what is known instead ("failure_mode: none seen in 50 runs"); "required_metrics" in program.md sets what each tag requires.',
  }),
  'broken-log-row': code<{ found: number; expected: number }>({
    class: 'broken',
    about: 'A row of the metrics of a rendered log has as many cells as its table.',
    message: ({ found, expected }) => `Unexpected ${found} ${found === 1 ? 'cell' : 'cells'} in this row, expected ${expected}`,
    hint: ({ found, expected }) =>
      found > expected
        ? 'A value holds a "|": write it as \\| or with another sign. The text is kept as it stands.'
        : 'Write each value between two "|".',
  }),
  'invalid-log-json': code<{ expected: string }>({
    class: 'broken',
    about: 'An engineering log in a .json file is JSON.',
    message: ({ expected }) => `This is not valid JSON: expected ${expected} here`,
    hint: () => 'Mend the JSON here, or write the log with: priors new log --json FILE. Until then the text is shown as it stands.',
  }),
  'untitled-log': code<Record<never, never>>({
    class: 'advice',
    about: 'A log says what it is about.',
    message: () => 'This log has no subject',
    hint: () => 'Say in a few words what was worked on: "# Orthogonal initialization of the projection".',
  }),
  'double-encoded': code<{ shown: string; meant: string }>({
    class: 'advice',
    about: 'Text was encoded once.',
    message: ({ shown, meant }) => `"${shown}" was probably "${meant}" before it was encoded twice`,
    hint: () =>
      'The program that wrote this file read UTF-8 as Windows-1252. Save it as UTF-8 there, and mend the text here; Priors shows it as it is.',
  }),
  'vague-conclusion': code<{ conclusion: string; subject: string; judgement: string }>({
    class: 'advice',
    about: 'A conclusion is specific: it holds a number or names a contrast.',
    message: ({ conclusion }) => `The conclusion "${conclusion}" is only a judgement`,
    hint: ({ subject, judgement }) =>
      `Say by how much, and against what, as in "${subject === '' ? 'Accuracy' : subject}: ${measureFor(judgement)}".`,
  }),
  'no-quantified-conclusion': code<Record<never, never>>({
    class: 'advice',
    about: 'At least one conclusion of a log holds a number.',
    message: () => 'None of the conclusions holds a number',
    hint: () => 'Add the measured value to one of them: "0/50 runs failed, baseline 12/50".',
  }),
} as const;

/** What a judgement could rest on: an example of a measure, before and after. */
function measureFor(judgement: string): string {
  if (/^(?:fast|slow|effici)/.test(judgement)) return '9.1 s → 4.6 s a step';
  if (/stable|^(?:reliable|robust|solid|smooth)/.test(judgement)) return '12/50 → 0/50 runs diverged';
  return /^(?:work|success)/.test(judgement) ? '50/50 runs pass, before 38/50' : '87% → 98.5% with orthogonal init';
}
