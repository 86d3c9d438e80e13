import { textAt, type ColumnStore, type StoredColumn } from './column-store.ts';
import { foldText } from './fold-text.ts';

/** So many rows are joined into one string: a search is a few searches of long strings, which browsers do at memory speed. */
const chunkRows = 4_096;

interface Chunk {
  readonly text: string;
  /** By row of the chunk, where its text begins; one more for the end. */
  readonly starts: Uint32Array;
}

/** The folded text of rows, made for finding which rows hold a text. Built once, a chunk at a time. */
export class Haystack {
  readonly #rows: number;
  readonly #columns: readonly StoredColumn[];
  readonly #chunks: Chunk[] = [];

  constructor(columns: readonly StoredColumn[], rows: number) {
    this.#columns = columns;
    this.#rows = rows;
  }

  /**
   * Builds the next chunk, so that a page can do so while nothing else is to be done.
   *
   * @returns whether there is more to build
   */
  buildMore(): boolean {
    const first = this.#chunks.length * chunkRows;
    if (first >= this.#rows) return false;
    this.#chunks.push(chunkOf(this.#columns, first, Math.min(this.#rows, first + chunkRows)));
    return first + chunkRows < this.#rows;
  }

  /** Takes the mark from every row that does not hold a text. @param needle folded */
  keepRowsWith(needle: string, passing: Uint8Array): void {
    if (needle === '') return;
    while (this.buildMore());
    for (const [index, { text, starts }] of this.#chunks.entries()) {
      const first = index * chunkRows;
      let found = 0;
      for (let row = 0; row < starts.length - 1; row += 1) {
        // Where another word or filter left few rows, few are looked at.
        if (passing[first + row] === 0) continue;
        const start = starts[row] ?? 0;
        if (found !== -1 && found <= start) found = text.indexOf(needle, start);
        if (found === -1 || found >= (starts[row + 1] ?? 0)) passing[first + row] = 0;
      }
    }
  }
}

const ofTables = new WeakMap<ColumnStore, Haystack>();
const ofColumns = new WeakMap<StoredColumn, Haystack>();

/** What a search in all columns looks through. */
export function tableHaystack(store: ColumnStore): Haystack {
  const haystack = ofTables.get(store) ?? new Haystack(store.columns, store.rows);
  ofTables.set(store, haystack);
  return haystack;
}

/** What a search in one column looks through. */
export function cellsHaystack(column: StoredColumn): Haystack {
  const haystack = ofColumns.get(column) ?? new Haystack([column], column.type === 'choice' ? column.codes.length : column.cells.length);
  ofColumns.set(column, haystack);
  return haystack;
}

/** Rows end in a line feed and cells in a tab, which no word holds; those within a cell become spaces. */
function chunkOf(columns: readonly StoredColumn[], first: number, end: number): Chunk {
  const starts = new Uint32Array(end - first + 1);
  const rows: string[] = [];
  let length = 0;
  for (let row = first; row < end; row += 1) {
    let text = '';
    for (const column of columns) text += `${textAt(column, row)}\t`;
    const folded = `${foldText(text.includes('\n') ? text.replaceAll('\n', ' ') : text)}\n`;
    rows.push(folded);
    length += folded.length;
    starts[row - first + 1] = length;
  }
  return { text: rows.join(''), starts };
}
