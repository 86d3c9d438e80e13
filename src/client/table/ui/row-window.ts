import { element } from '#client/elements.ts';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualizerOptions } from '@tanstack/virtual-core';

/** The rows that a table shows, of which only those near the screen are made. */
export interface RowList {
  readonly count: number;
  /** What a row is remembered by; the height of a row that was on screen is known by it. */
  keyAt: (index: number) => string;
  makeRow: (index: number) => HTMLTableRowElement;
}

/** Lists up to this length are on the page as a whole, so that the browser's own search finds every row. */
const fewRows = 150;
const overscan = 10;

/** The part of a long list of rows that is on screen, in a table's body, with empty rows as high as those left out. */
export class RowWindow {
  readonly #scroller: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>;
  readonly #rows = new Map<string, HTMLTableRowElement>();
  #list: RowList = { count: 0, keyAt: String, makeRow: () => element('tr') };
  #firstRowIndex = 2;
  #rowHeight = 33;
  #columns = 1;

  constructor(scroller: HTMLElement, body: HTMLTableSectionElement) {
    this.#scroller = scroller;
    this.#body = body;
    this.#virtualizer = new Virtualizer(this.#options());
    this.#virtualizer._didMount();
  }

  /**
   * Shows a list in place of the one before; all rows are made anew.
   *
   * @param firstRowIndex the `aria-rowindex` of the first row: that behind the header and the pinned rows
   * @param rowHeight of a row that was not on screen yet, in pixels
   */
  show(list: RowList, { firstRowIndex, rowHeight, columns }: { firstRowIndex: number; rowHeight: number; columns: number }): void {
    const focused = focusPlace(this.#body);
    this.#list = list;
    this.#firstRowIndex = firstRowIndex;
    this.#columns = columns;
    this.#rows.clear();
    if (rowHeight !== this.#rowHeight) {
      this.#rowHeight = rowHeight;
      this.#virtualizer.measure();
    }
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#draw();
    focused?.();
  }

  scrollTo(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'center' });
  }

  scrollToStart(): void {
    this.#scroller.scrollTop = 0;
  }

  #options(): VirtualizerOptions<HTMLElement, HTMLTableRowElement> {
    return {
      count: this.#list.count,
      getScrollElement: () => this.#scroller,
      estimateSize: () => this.#rowHeight,
      getItemKey: (index) => this.#list.keyAt(index),
      scrollMargin: this.#body.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top + this.#scroller.scrollTop,
      overscan,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: ({ startIndex, endIndex }) => this.#indexes(startIndex - overscan, endIndex + overscan),
      onChange: () => this.#draw(),
    };
  }

  /** The row that holds the focus stays on the page when it is scrolled away: otherwise the focus would be lost. */
  #indexes(from: number, to: number): number[] {
    const { count } = this.#list;
    const isShort = count <= fewRows;
    const [start, end] = isShort ? [0, count - 1] : [Math.max(0, from), Math.min(count - 1, to)];
    const indexes = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
    const focused = Number(document.activeElement?.closest('tr')?.dataset['index'] ?? NaN);
    const isElsewhere =
      focused >= 0 && focused < count && (focused < start || focused > end) && this.#body.contains(document.activeElement);
    return isElsewhere ? [...indexes, focused].sort((a, b) => a - b) : indexes;
  }

  #draw(): void {
    const items = this.#virtualizer.getVirtualItems();
    const wanted = new Set(items.map(({ key }) => String(key)));
    for (const [key, row] of this.#rows) {
      if (wanted.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
    }
    const nodes: HTMLTableRowElement[] = [];
    let end = this.#virtualizer.options.scrollMargin;
    for (const { index, key, start, end: next } of items) {
      if (start > end) nodes.push(spacer(start - end, this.#columns));
      nodes.push(this.#row(index, String(key)));
      end = next;
    }
    const rest = this.#virtualizer.getTotalSize() + this.#virtualizer.options.scrollMargin - end;
    if (rest > 0) nodes.push(spacer(rest, this.#columns));
    replaceRows(this.#body, nodes);
    for (const row of this.#rows.values()) this.#virtualizer.measureElement(row);
  }

  #row(index: number, key: string): HTMLTableRowElement {
    const row = this.#rows.get(key) ?? this.#list.makeRow(index);
    this.#rows.set(key, row);
    row.dataset['index'] = String(index);
    row.dataset['key'] = key;
    row.setAttribute('aria-rowindex', String(this.#firstRowIndex + index));
    return row;
  }
}

/** Puts rows in place of those that are there, touching none that stays: taking a row out of the page takes its focus away. */
function replaceRows(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void {
  const kept = new Set<Element>(rows);
  for (const row of [...body.rows]) if (!kept.has(row)) row.remove();
  let next: ChildNode | null = body.firstChild;
  for (const row of rows) {
    if (row === next) next = row.nextSibling;
    else body.insertBefore(row, next);
  }
}

function spacer(height: number, columns: number): HTMLTableRowElement {
  const cell = element('td', { colspan: String(columns) });
  cell.style.height = `${String(height)}px`;
  return element('tr', { class: 'spacer', 'aria-hidden': 'true' }, cell);
}

/** Where the focus is within the rows, to put it there again once they are made anew. @returns null where it is elsewhere */
function focusPlace(body: HTMLTableSectionElement): (() => void) | null {
  const focused = document.activeElement;
  const row = focused?.closest('tr');
  if (!(focused instanceof HTMLElement) || !row || !body.contains(focused)) return null;
  const key = row.dataset['key'] ?? '';
  const place = [...row.querySelectorAll(focused.localName)].indexOf(focused);
  return () => {
    const same = [...body.rows].find((candidate) => candidate.dataset['key'] === key);
    same?.querySelectorAll<HTMLElement>(focused.localName)[place]?.focus({ preventScroll: true });
  };
}
