import type { StoredColumn } from './column-store.ts';
import { rankTexts, unranked, type Ranks } from './rank-texts.ts';

/** Choices that have an order of their own: our statuses as the guide lists them, and the verdicts from strong to weak. */
export const orderOfMeanings = ['baseline', 'keep', 'discard', 'crash', 'running', 'planned', 'other'];
export const orderOfVerdicts = ['confirmed', 'suggestive', 'within noise', 'noise unknown', 'not comparable'];

const known = new WeakMap<StoredColumn, Ranks>();

/** Ranks the rows of a column, once: call it ahead where there is time, and sorting by the column takes a few milliseconds. */
export function rankRows(column: StoredColumn): Ranks {
  const ranks = known.get(column) ?? computeRanks(column);
  known.set(column, ranks);
  return ranks;
}

function computeRanks(column: StoredColumn): Ranks {
  switch (column.type) {
    case 'number':
      return rankNumbers(column.values);
    case 'text':
      return rankTexts(column.cells);
    case 'choice': {
      const { ranks, count } = rankTexts(
        column.choices.map((choice, code) => {
          const order =
            column.info.role === 'verdict' ? orderOfVerdicts.indexOf(choice) : orderOfMeanings.indexOf(column.meanings[code] ?? '');
          return choice.trim() === '' || order === -1 ? choice : `${String(order)} ${choice}`;
        }),
      );
      return { ranks: Uint32Array.from(column.codes, (code) => ranks[code] ?? unranked), count };
    }
  }
}

function rankNumbers(values: Float64Array): Ranks {
  // Sorted as typed arrays are, by value and without a callback; NaN comes last.
  const sorted = values.slice().sort();
  let count = 0;
  for (const value of sorted) {
    if (Number.isNaN(value)) break;
    if (count === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  }
  const distinct = sorted.subarray(0, count);
  return { ranks: Uint32Array.from(values, (value) => (Number.isNaN(value) ? unranked : placeIn(distinct, value))), count };
}

function placeIn(distinct: Float64Array, value: number): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distinct[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
