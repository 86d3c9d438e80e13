/** `1,234 runs`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

interface DrawnCounts {
  /** Runs at the edge since their value lies outside. */
  readonly beyond: number;
  /** What is not drawn at all, in a sentence, or empty. */
  readonly missing: string;
  /** Marks that were drawn, of so many. */
  readonly drawn: number;
  readonly of: number;
}

/** What a picture leaves out or moves: whole sentences, or empty. */
export function drawingNote({ beyond, missing, drawn, of }: DrawnCounts): string {
  return sentences(
    beyond === 0 ? '' : `${counted(beyond, 'run lies', 'runs lie')} beyond the drawn range, at the edge.`,
    missing,
    drawn === of
      ? ''
      : `Drawn: ${drawn.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} marks; the others lie behind them or close by.`,
  );
}

/** The texts that are not empty, one after another. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
