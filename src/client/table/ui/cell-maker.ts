import { element } from '#client/elements.ts';
import { hasPage, meaningAt, numberAt, textAt, type ColumnStore, type StoredColumn } from '#client/table/column-store.ts';
import { isLong } from '#client/table/long-cells.ts';
import { isUncounted, missingDecimals, uncountedText } from '#client/table/written-numbers.ts';
import type { MarkMaker } from './mark-maker.ts';
import type { TableFacts } from './table-facts.ts';

/** Makes the cells of runs as the build makes them (`components/results/results-cell.astro`). */
export class CellMaker {
  readonly #store: ColumnStore;
  readonly #facts: TableFacts;
  readonly #marks: MarkMaker;
  readonly #headers: ReadonlyMap<string, HTMLElement>;
  readonly #bestSoFar: ReadonlySet<number>;
  readonly #fresh: ReadonlySet<number>;

  /** @param headers of all columns, which say how the cells below them are shown */
  constructor(store: ColumnStore, facts: TableFacts, marks: MarkMaker, headers: ReadonlyMap<string, HTMLElement>) {
    this.#store = store;
    this.#facts = facts;
    this.#marks = marks;
    this.#headers = headers;
    this.#bestSoFar = new Set(store.manifest.bestSoFar);
    this.#fresh = new Set(store.manifest.fresh);
  }

  /** @param lines how many lines a row may have */
  cell(column: StoredColumn, row: number, lines: number): HTMLTableCellElement {
    const cell = element('td', { 'data-role': column.info.role });
    const header = this.#headers.get(column.name);
    const text = textAt(column, row);
    if (header?.classList.contains('number')) {
      cell.className = 'number';
      const pad = missingDecimals(text, Number(header.dataset['decimals'] ?? 0));
      if (pad !== '') cell.dataset['pad'] = pad;
    }
    const content = this.#content(column, row, text);
    if (isLong(text, lines)) {
      cell.classList.add('folded');
      cell.append(
        element('div', { class: 'long-text' }, content),
        element('details', { class: 'long-more' }, element('summary', {}, 'more')),
      );
    } else cell.append(content);
    const mark = column.name === this.#facts.metric ? this.#markOf(row + 1) : null;
    if (mark !== null) {
      cell.classList.add('best');
      cell.append(element('span', { class: 'best-mark', 'data-mark': mark }, mark));
    }
    return cell;
  }

  /** The page of a run, or its row here. */
  address(row: number): string {
    const ordinal = String(row + 1);
    return hasPage(this.#store, row) ? `${this.#facts.address}${ordinal}/` : `#run-${ordinal}`;
  }

  /** Whether a row is new or changed since the base of a preview. */
  isFresh(row: number): boolean {
    return this.#fresh.has(row + 1);
  }

  #content(column: StoredColumn, row: number, text: string): Node | string {
    switch (column.info.role) {
      case 'metric':
        return isUncounted(text, numberAt(column, row)) ? uncountedCell(text) : text;
      case 'status': {
        const meaning = meaningAt(column, row);
        return meaning === '' ? text : this.#marks.status(text.trim(), meaning);
      }
      case 'verdict': {
        const page = this.address(row);
        return text === '' ? '' : this.#marks.verdict(text, page.startsWith('#') ? this.#facts.method : `${page}#judged`);
      }
      case 'commit':
      case 'parent': {
        const code = element('code', {}, text);
        const hash = text.trim();
        return this.#facts.commit === null || !/^[0-9a-f]{7,40}$/i.test(hash)
          ? code
          : element('a', { href: this.#facts.commit.replace('{commit}', hash) }, code);
      }
      default:
        return text;
    }
  }

  #markOf(ordinal: number): string | null {
    if (this.#store.manifest.best === ordinal) return 'best';
    return this.#bestSoFar.has(ordinal) ? 'best so far' : null;
  }
}

function uncountedCell(text: string): HTMLElement {
  const said = element('span', { class: 'visually-hidden' }, `, ${uncountedText}`);
  return element('span', { class: 'uncounted', title: uncountedText }, text, said);
}
