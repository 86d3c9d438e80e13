import { code, quoted } from './code.ts';

/** What is wrong with what texts say of their own numbers. */
export const claimsCodes = {
  'wrong-arithmetic': code<{ calculation: string; result: string }>({
    class: 'advice',
    about: 'What a text computes holds: calculations, changes and percentages.',
    message: ({ calculation, result }) => `${quoted(calculation)} does not hold: it comes to ${result}`,
    hint: () => 'Correct it, or say what else it is computed from; "≈" or "~" marks what is rounded.',
  }),
  'percent-for-points': code<{ claim: string; points: string; relative: string }>({
    class: 'advice',
    about: 'A change between percentages says whether it is in percentage points or relative.',
    message: ({ claim, points, relative }) => `${quoted(claim)} is ${points} percentage points, and ${relative}% relative`,
    hint: ({ points, relative }) => `Write "${points} pp", or "${relative}% relative".`,
  }),
} as const;
