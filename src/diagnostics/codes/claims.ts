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
  'uncheckable-expectation': code<{ expected: string; reason: string }>({
    class: 'advice',
    about: 'What an idea expects can be checked by its runs.',
    message: ({ expected, reason }) => `Nobody will be able to check ${quoted(expected)}: ${reason}`,
    hint: () => 'Write a signed change of the metric, or a range: "-0.02", "-3% to -1%", "at least +0.05".',
  }),
  'wrong-total': code<{ stated: number; of: 'parts' | 'items'; count: number; sum: number }>({
    class: 'advice',
    about: 'The total time of a progress entry agrees with its parts.',
    message: ({ stated, of, count, sum }) =>
      `The total of ${duration(stated)} does not agree with its ${count} ${of}, which come to ${duration(sum)}`,
    hint: () => 'Correct the total, or the time of a part.',
  }),
} as const;

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}
