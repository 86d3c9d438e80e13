/** What became of a run; each has a shape and a class of its own (`mark-kept`, …), so that colour is never all there is. */
export const runMarks = ['baseline', 'kept', 'discarded', 'crashed', 'other'] as const;
export type RunMark = (typeof runMarks)[number];

export type MarkShape = 'diamond' | 'circle' | 'times' | 'square';

/** Shapes by mark; legends and badges draw the same. */
export const markSymbols: Readonly<Record<RunMark, MarkShape>> = {
  baseline: 'diamond',
  kept: 'circle',
  discarded: 'circle',
  crashed: 'times',
  other: 'square',
};

/** Whether the shape is filled: kept and discarded runs are told apart by it. */
export function isFilled(mark: RunMark): boolean {
  return mark === 'kept' || mark === 'baseline' || mark === 'other';
}
