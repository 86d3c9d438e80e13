/** Draws that are the same for the same seed on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Whether something happens that does so in this share of cases. */
  readonly chance: (share: number) => boolean;
  /** So many hex digits; some of these look like numbers, as real commits do. */
  readonly hash: (digits: number) => string;
}

/** The generator xorshift32 (Marsaglia, "Xorshift RNGs", 2003): 32 bits of state, enough for texts that only have to differ. */
export function seededRandom(seed: number): Random {
  // Zero would stay zero.
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    chance: (share) => next() < share,
    hash: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
  };
}
