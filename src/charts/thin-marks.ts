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
}

/** Sides of the squares in pixels, from those that only drop what nobody could see beside its neighbour. */
const sides = [1, 2, 3, 4, 6, 8, 12, 16, 24];
/** Where there are so many times as many marks as may be drawn, the smallest squares would drop too few to be worth a pass over all of them. */
const hopeless = 10;

/**
 * Of the marks that share a small square of the picture one is drawn: the first given, but the lowest and the highest always. The squares are
 * as small as the number of marks allows. Nothing that is computed from runs may use this: it is about ink.
 *
 * @param most how many marks to draw; more only where even the largest squares leave more
 */
export function thinMarks<T>(marks: readonly T[], place: MarkPlace<T>, most: number): ThinnedMark<T>[] {
  const outer = outermost(marks, place);
  const [finest, ...coarser] = marks.length <= most ? [null] : marks.length > hopeless * most ? sides.slice(2) : sides;
  const squares = new Squares<T>(finest ?? null);
  for (const mark of outer) squares.add(mark, place.x(mark), place.y(mark), 1);
  for (const mark of marks) if (mark !== outer[0] && mark !== outer[1]) squares.add(mark, place.x(mark), place.y(mark), 1);
  let thinned = squares.marks();
  for (const side of coarser) {
    if (thinned.length <= most || side === null) break;
    const larger = new Squares<T>(side);
    for (const { of, x, y, count } of thinned) larger.add(of, x, y, count);
    thinned = larger.marks();
  }
  return thinned;
}

/** The first mark of each square, and how many marks fell into it. Keeps nothing of the others: there can be very many. */
class Squares<T> {
  readonly #side: number | null;
  readonly #slots = new Map<number, number>();
  readonly #firsts: { readonly of: T; readonly x: number; readonly y: number }[] = [];
  readonly #counts: number[] = [];

  /** @param side null: each mark has a square of its own */
  constructor(side: number | null) {
    this.#side = side;
  }

  add(mark: T, x: number | null, y: number | null, count: number): void {
    if (x === null || y === null) return;
    // No picture is 65,536 pixels high.
    const square = this.#side === null ? null : Math.floor(x / this.#side) * 65_536 + Math.floor(y / this.#side);
    const slot = square === null ? undefined : this.#slots.get(square);
    if (slot === undefined) {
      if (square !== null) this.#slots.set(square, this.#firsts.length);
      this.#firsts.push({ of: mark, x, y });
      this.#counts.push(count);
    } else this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
  }

  marks(): ThinnedMark<T>[] {
    return this.#firsts.map((first, slot) => ({ ...first, count: this.#counts[slot] ?? 1 }));
  }
}

/** The lowest and the highest mark, which may be the same. */
function outermost<T>(marks: readonly T[], { y }: MarkPlace<T>): T[] {
  let [low, high] = [Infinity, -Infinity];
  let [lowest, highest] = [-1, -1];
  for (const [index, mark] of marks.entries()) {
    const at = y(mark);
    if (at === null) continue;
    if (at < low) [lowest, low] = [index, at];
    if (at > high) [highest, high] = [index, at];
  }
  return [...new Set([lowest, highest])].flatMap((index) => marks[index] ?? []);
}
