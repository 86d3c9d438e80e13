import { element } from '#client/elements.ts';
import { fileOrder, type SortKey } from '#schemas/table-query.ts';
import type { Panel } from './panel.ts';
import { stick } from './sticky-columns.ts';

interface HeaderActions {
  /** A header was pressed. @param add with Shift: keep the other keys */
  readonly onSort: (column: string, add: boolean) => void;
  /** The menu of a column is about to open. */
  readonly onMenu: (column: string) => void;
}

/** The header of the table: every column's name sorts by it, and a button beside it opens the rest of what can be done with the column. */
export class HeaderRow {
  /** By column, those that are not shown too. */
  readonly headers: ReadonlyMap<string, HTMLTableCellElement>;
  /** The columns that the build shows. */
  readonly defaults: readonly string[];
  readonly #row: HTMLTableRowElement;

  /** @param others headers of the columns that the build does not show */
  constructor(row: HTMLTableRowElement, others: DocumentFragment, panel: Panel, actions: HeaderActions) {
    this.#row = row;
    const shown = [...row.cells].filter((cell) => cell.dataset['column'] !== undefined);
    this.defaults = shown.map(columnOf);
    const all = [...shown, ...others.querySelectorAll<HTMLTableCellElement>('th')];
    for (const header of all) {
      addSort(header, actions);
      addMenu(header, panel, actions);
    }
    const [corner] = row.cells;
    if (corner) addSort(corner, actions);
    this.headers = new Map(all.map((header) => [columnOf(header), header]));
  }

  /** @param offsets of the pinned columns from the left edge, in pixels */
  show(columns: readonly string[], offsets: readonly number[], sort: readonly SortKey[], filtered: ReadonlySet<string>): void {
    const [corner] = this.#row.cells;
    const headers = columns.flatMap((column) => this.headers.get(column) ?? []);
    const isSame = headers.length + 1 === this.#row.cells.length && headers.every((header, index) => header === this.#row.cells[index + 1]);
    // Moved only where they must be: a header that is taken out loses its focus.
    if (corner && !isSame) this.#row.replaceChildren(corner, ...headers);
    stick(this.#row, offsets);
    for (const header of this.#row.cells) {
      const place = sort.findIndex(({ column }) => column === columnOf(header));
      showOrder(header, sort[place] ?? null, place, sort.length);
      header.classList.toggle('filtered', filtered.has(columnOf(header)));
    }
  }

  /** The button that opens a column's panel. */
  menuButton(column: string): HTMLButtonElement | null {
    return this.headers.get(column)?.querySelector<HTMLButtonElement>('.column-menu') ?? null;
  }
}

/** The header of the row headers stands for the order of the file. */
function columnOf(header: HTMLElement): string {
  return header.dataset['column'] ?? fileOrder;
}

function addSort(header: HTMLTableCellElement, { onSort }: HeaderActions): void {
  const column = columnOf(header);
  const name = header.querySelector('.column-name');
  const button = element(
    'button',
    { type: 'button', class: 'column-name' },
    element('span', {}, name?.textContent.trim() ?? column),
    element('span', { class: 'sort-sign', 'aria-hidden': 'true' }),
    element('span', { class: 'visually-hidden' }),
  );
  button.addEventListener('click', ({ shiftKey }) => onSort(column, shiftKey));
  name?.replaceWith(button);
}

function addMenu(header: HTMLTableCellElement, panel: Panel, { onMenu }: HeaderActions): void {
  const column = columnOf(header);
  const menu = element(
    'button',
    { type: 'button', class: 'column-menu', 'aria-label': `Column ${column}: filter, sort, arrange` },
    element('span', { 'aria-hidden': 'true' }, '⋯'),
  );
  panel.connect(menu, () => onMenu(column));
  header.querySelector('.column-about')?.append(menu);
}

/** Only the first key is the table's order for `aria-sort`; the others say their place in words. */
function showOrder(header: HTMLTableCellElement, key: SortKey | null, place: number, keys: number): void {
  const [sign, words] = [header.querySelector('.sort-sign'), header.querySelector('.column-name .visually-hidden')];
  const order = key === null ? null : key.descending ? 'descending' : 'ascending';
  if (order !== null && place === 0) header.setAttribute('aria-sort', order);
  else header.removeAttribute('aria-sort');
  header.classList.toggle('sorted', order !== null);
  const number = keys > 1 && order !== null ? String(place + 1) : '';
  if (sign) sign.textContent = order === null ? '' : `${order === 'ascending' ? '↑' : '↓'}${number}`;
  if (words) words.textContent = order === null || keys === 1 ? '' : `, key ${number} of ${String(keys)} of the order, ${order}`;
}
