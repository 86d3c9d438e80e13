import { compareKeys, makeSortKeys, type SortKeys } from './sort-keys.ts';

/** The rank of a row without a value. */
export const unranked = 0xffff_ffff;

/** Where each row stands when a column is sorted ascending. */
export interface Ranks {
  /** By row: dense, from 0; equal cells have equal ranks; `unranked` where there is no value. */
  readonly ranks: Uint32Array;
  /** How many different ranks there are. */
  readonly count: number;
}

/**
 * Ranks texts by their sort keys; blank texts have no rank. Comparing strings takes more time than a click may take (a collator half a second for
 * 100,000), so four characters at a time are sorted as one number.
 */
export function rankTexts(texts: readonly string[]): Ranks {
  const keys = makeSortKeys(texts);
  const order = sortedRows(keys);
  const ranks = new Uint32Array(texts.length).fill(unranked);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0;
    if (place === 0 || compareKeys(keys, order[place - 1] ?? 0, row, 0) !== 0) count += 1;
    ranks[row] = count - 1;
  }
  return { ranks, count };
}

const packedLength = 4;
/** Rows that one number can carry beside four characters: 53 bits less 32. */
const mostPacked = 2 ** 21;
/** Below this, comparing is faster than packing. */
const fewRows = 24;

/** The rows whose key is not empty, in the order of their keys; rows of equal keys in any order. */
function sortedRows(keys: SortKeys): Uint32Array {
  const order = Uint32Array.from(keys.starts, (_, row) => row).filter((row) => keys.codes[keys.starts[row] ?? 0] !== 0);
  const scratch = new Float64Array(order.length);
  const todo = [{ start: 0, end: order.length, from: 0 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { start, end, from } = next;
    const rows = order.subarray(start, end);
    if (rows.length < fewRows || rows.length > mostPacked) {
      sortByComparing(rows, keys, from);
      continue;
    }
    const packed = scratch.subarray(0, rows.length);
    for (let place = 0; place < rows.length; place += 1) packed[place] = pack(keys, rows[place] ?? 0, from) * mostPacked + place;
    packed.sort();
    const before = rows.slice();
    let run = 0;
    let characters = charactersOf(packed[0]);
    for (let place = 0; place < rows.length; place += 1) {
      rows[place] = before[(packed[place] ?? 0) - characters * mostPacked] ?? 0;
      const following = charactersOf(packed[place + 1]);
      if (following === characters) continue;
      if (place > run) {
        if (hasWide(characters)) sortByComparing(rows.subarray(run, place + 1), keys, from);
        else if (characters % 256 !== 0) todo.push({ start: start + run, end: start + place + 1, from: from + packedLength });
      }
      run = place + 1;
      characters = following;
    }
  }
  return order;
}

/** Four characters of a row's key from a place on, as 32 bits: 0 behind its end, 255 for every character that needs more than 8 bits. */
function pack({ codes, starts }: SortKeys, row: number, from: number): number {
  let place = (starts[row] ?? 0) + from;
  let packed = 0;
  for (let count = 0; count < packedLength; count += 1) {
    const code = codes[place] ?? 0;
    packed = packed * 256 + (code > 255 ? 255 : code);
    if (code !== 0) place += 1;
  }
  return packed;
}

/** The four characters of a packed number; -1 where there is none. */
function charactersOf(packed = -1): number {
  return Math.floor(packed / mostPacked);
}

/** Whether one of four packed characters stands for several. */
function hasWide(characters: number): boolean {
  return [24, 16, 8, 0].some((shift) => ((characters >>> shift) & 255) === 255);
}

function sortByComparing(rows: Uint32Array, keys: SortKeys, from: number): void {
  if (rows.length >= fewRows) {
    rows.sort((a, b) => compareKeys(keys, a, b, from));
    return;
  }
  // By insertion: the built-in sort prepares more than so few rows need.
  for (let next = 1; next < rows.length; next += 1) {
    const row = rows[next] ?? 0;
    let place = next;
    for (; place > 0 && compareKeys(keys, rows[place - 1] ?? 0, row, from) > 0; place -= 1) rows[place] = rows[place - 1] ?? 0;
    rows[place] = row;
  }
}
