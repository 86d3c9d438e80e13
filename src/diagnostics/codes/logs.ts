import { code } from './code.ts';

/** What could be better in engineering logs. */
export const logsCodes = {
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
