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

/** Ranks texts by their sort keys; blank texts have no rank. */
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

/** Fewer rows than this are sorted by comparing. */
const fewRows = 24;

/**
 * The rows whose key is not empty, in the order of their keys. Rows are dealt into buckets by one byte of their keys, each bucket by the next, until
 * few are left: a radix sort, since comparing takes more time than a click may take (100,000 texts by a collator: half a second).
 */
function sortedRows(keys: SortKeys): Uint32Array {
  const { bytes, starts } = keys;
  const order = Uint32Array.from(starts, (_, row) => row).filter((row) => bytes[starts[row] ?? 0] !== 0);
  const dealt = new Uint32Array(order.length);
  const ends = new Uint32Array(256);
  const todo = [{ start: 0, end: order.length, from: 0 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { start, end, from } = next;
    if (end - start < fewRows) {
      sortByComparing(order.subarray(start, end), keys, from);
      continue;
    }
    ends.fill(0);
    for (let place = start; place < end; place += 1) {
      const byte = bytes[(starts[order[place] ?? 0] ?? 0) + from] ?? 0;
      ends[byte] = (ends[byte] ?? 0) + 1;
    }
    let sum = start;
    for (let byte = 0; byte < ends.length; byte += 1) {
      const rows = ends[byte] ?? 0;
      // Rows whose keys end here are equal.
      if (byte > 0 && rows > 1) todo.push({ start: sum, end: sum + rows, from: from + 1 });
      sum += rows;
      ends[byte] = sum;
    }
    // From the back, so that each bucket's end moves to its start.
    for (let place = end - 1; place >= start; place -= 1) {
      const row = order[place] ?? 0;
      const byte = bytes[(starts[row] ?? 0) + from] ?? 0;
      const free = (ends[byte] ?? 0) - 1;
      ends[byte] = free;
      dealt[free] = row;
    }
    order.set(dealt.subarray(start, end), start);
  }
  return order;
}

/** By insertion: the built-in sort prepares more than so few rows need. */
function sortByComparing(rows: Uint32Array, keys: SortKeys, from: number): void {
  for (let next = 1; next < rows.length; next += 1) {
    const row = rows[next] ?? 0;
    let place = next;
    for (; place > 0 && compareKeys(keys, rows[place - 1] ?? 0, row, from) > 0; place -= 1) rows[place] = rows[place - 1] ?? 0;
    rows[place] = row;
  }
}
