/** A mark that is drawn for itself and for those it hides, in pixels. */
export interface ThinnedMark<T> {
  readonly of: T;
  readonly x: number;
  readonly y: number;
  /** How many marks it stands for, itself included. */
  readonly count: number;
}

/** Where a mark stands in pixels; null where it has no place. */
export interface MarkPlace<T> {
  readonly x: (mark: T) => number | null;
  readonly y: (mark: T) => number | null;
  /** Whether the mark should be seen rather than others. */
  readonly isFirst?: (mark: T) => boolean;
  /** How many marks it stands for already; one where nothing is said. */
  readonly countOf?: (mark: T) => number;
}

/** Sides of the squares in pixels, from those that only drop what nobody could see beside its neighbour. */
const sides = [1, 2, 3, 4, 6, 8, 12, 16, 24];
/** Where there are so many times as many marks as may be drawn, the smallest squares would drop too few to be worth a pass over all of them. */
const hopeless = 10;

/**
 * Of the marks that share a small square of the picture one is drawn: the lowest and the highest of all always, else one that should be seen, else
 * any. The squares are as small as the number of marks allows. Nothing that is computed from runs may use this: it is about ink.
 *
 * @param most how many marks to draw; more only where even the largest squares leave more
 */
export function thinMarks<T>(marks: readonly T[], place: MarkPlace<T>, most: number): ThinnedMark<T>[] {
  const outer = outermost(marks, place);
  const [finest, ...coarser] = marks.length <= most ? [null] : marks.length > hopeless * most ? sides.slice(2) : sides;
  const squares = new Squares<T>(finest ?? null);
  for (const [index, mark] of marks.entries()) {
    const [x, y] = [place.x(mark), place.y(mark)];
    if (x === null || y === null) continue;
    const rank = mark === outer.lowest || mark === outer.highest ? -2 : place.isFirst?.(mark) === true ? -1 : shuffled(index);
    squares.add({ of: mark, x, y, count: place.countOf?.(mark) ?? 1, rank });
  }
  let thinned = squares.marks();
  for (const side of coarser) {
    if (thinned.length <= most || side === null) break;
    const larger = new Squares<T>(side);
    for (const mark of thinned) larger.add(mark);
    thinned = larger.marks();
  }
  return thinned;
}

/** A number that looks like any other: were it the first mark of a square that is drawn, what is drawn would stand in rows and columns. */
function shuffled(index: number): number {
  return Math.imul(index + 1, 2_654_435_761) >>> 0;
}

interface RankedMark<T> extends ThinnedMark<T> {
  /** The mark of a square with the lowest rank is drawn. */
  readonly rank: number;
}

/** The mark to be drawn of each square, and how many marks fell into it. Keeps nothing of the others: there can be very many. */
class Squares<T> {
  readonly #side: number | null;
  readonly #slots = new Map<number, number>();
  readonly #drawn: RankedMark<T>[] = [];
  readonly #counts: number[] = [];

  /** @param side null: each mark has a square of its own */
  constructor(side: number | null) {
    this.#side = side;
  }

  add(mark: RankedMark<T>): void {
    // No picture is 65,536 pixels high.
    const square = this.#side === null ? null : Math.floor(mark.x / this.#side) * 65_536 + Math.floor(mark.y / this.#side);
    const slot = square === null ? undefined : this.#slots.get(square);
    if (slot === undefined) {
      if (square !== null) this.#slots.set(square, this.#drawn.length);
      this.#drawn.push(mark);
      this.#counts.push(mark.count);
      return;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + mark.count;
    if (mark.rank < (this.#drawn[slot]?.rank ?? Infinity)) this.#drawn[slot] = mark;
  }

  marks(): RankedMark<T>[] {
    return this.#drawn.map((mark, slot) => ({ ...mark, count: this.#counts[slot] ?? mark.count }));
  }
}

/** The lowest and the highest mark, which may be the same; none where no mark has a place. */
function outermost<T>(marks: readonly T[], { y }: MarkPlace<T>): { readonly lowest: T | undefined; readonly highest: T | undefined } {
  let [low, high] = [Infinity, -Infinity];
  let [lowest, highest] = [-1, -1];
  for (const [index, mark] of marks.entries()) {
    const at = y(mark);
    if (at === null) continue;
    if (at < low) [lowest, low] = [index, at];
    if (at > high) [highest, high] = [index, at];
  }
  return { lowest: marks[lowest], highest: marks[highest] };
}
