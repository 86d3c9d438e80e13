import { element } from '#client/elements.ts';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualizerOptions } from '@tanstack/virtual-core';

/** The rows that a table shows, of which only those near the screen are made. */
export interface RowList {
  readonly count: number;
  /** What a row is remembered by: its height once it was on screen, and where the focus was. */
  keyAt: (index: number) => number;
  makeRow: (index: number) => HTMLTableRowElement;
}

/** How rows are laid out. */
export interface RowLayout {
  /** The `aria-rowindex` of the first row: that behind the header and the pinned rows. */
  readonly firstRowIndex: number;
  /** Of a row before any was on screen, in pixels. */
  readonly rowHeight: number;
  /** With the header of the row. */
  readonly columns: number;
  /** Differs where rows may be of other heights than before. */
  readonly heights: string;
  /** Whether the first row is to be seen. */
  readonly fromStart: boolean;
}

/** Lists up to this length are on the page as a whole, so that the browser's own search finds every row. */
const fewRows = 150;
const overscan = 6;
/** So many heights tell what a row is usually high. */
const fewHeights = 50;

/** The part of a long list of rows that is on screen, in a table's body, with empty rows as high as those left out. */
export class RowWindow {
  readonly #scroller: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>;
  readonly #rows = new Map<number, HTMLTableRowElement>();
  #list: RowList = { count: 0, keyAt: (index) => index, makeRow: () => element('tr') };
  #layout: RowLayout = { firstRowIndex: 2, rowHeight: 31, columns: 1, heights: '', fromStart: true };
  /** What stands above the rows, in pixels. */
  #margin = 0;
  /** What a row that was not on screen yet is taken to be high: a wrong guess makes rows that are not seen, and lays the page out twice. */
  #usualHeight = 31;

  constructor(scroller: HTMLElement, body: HTMLTableSectionElement) {
    this.#scroller = scroller;
    this.#body = body;
    this.#virtualizer = new Virtualizer(this.#options());
    this.#virtualizer._didMount();
  }

  /** Shows a list in place of the one before; all rows are made anew. */
  show(list: RowList, layout: RowLayout): void {
    const focused = focusPlace(this.#body);
    if (layout.heights !== this.#layout.heights) this.#virtualizer.itemSizeCache.clear();
    // Asking where the rows begin makes the browser lay out the page: only where that may have changed.
    const isSame = layout.heights === this.#layout.heights && layout.firstRowIndex === this.#layout.firstRowIndex;
    if (!isSame)
      this.#margin = this.#body.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top + this.#scroller.scrollTop;
    this.#list = list;
    this.#layout = layout;
    this.#usualHeight = medianOf(this.#virtualizer.itemSizeCache.values()) ?? layout.rowHeight;
    this.#rows.clear();
    if (layout.fromStart && this.#virtualizer.scrollOffset !== 0) {
      // Told at once, and not by the event that follows: or the rows of the old place would be made first.
      this.#scroller.scrollTop = 0;
      this.#virtualizer.scrollOffset = 0;
    }
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#draw();
    focused?.();
  }

  scrollTo(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'center' });
  }

  #options(): VirtualizerOptions<HTMLElement, HTMLTableRowElement> {
    return {
      count: this.#list.count,
      getScrollElement: () => this.#scroller,
      estimateSize: () => this.#usualHeight,
      getItemKey: (index) => this.#list.keyAt(index),
      // Only what the browser reports after a layout, all rows at once: asking for the height of each row would lay out the page for each.
      measureElement: (row, entry, { itemSizeCache }) =>
        Math.round(entry?.borderBoxSize[0]?.blockSize ?? itemSizeCache.get(Number(row.dataset['key'])) ?? this.#usualHeight),
      scrollMargin: this.#margin,
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
    const wanted = new Set(items.map(({ key }) => Number(key)));
    for (const [key, row] of this.#rows) {
      if (wanted.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
    }
    const nodes: HTMLTableRowElement[] = [];
    let end = this.#virtualizer.options.scrollMargin;
    for (const { index, key, start, end: next } of items) {
      if (start > end) nodes.push(spacer(start - end, this.#layout.columns));
      nodes.push(this.#row(index, Number(key)));
      end = next;
    }
    const rest = this.#virtualizer.getTotalSize() + this.#virtualizer.options.scrollMargin - end;
    if (rest > 0) nodes.push(spacer(rest, this.#layout.columns));
    replaceRows(this.#body, nodes);
    for (const row of this.#rows.values()) this.#virtualizer.measureElement(row);
    // Rows that are gone are watched no longer.
    this.#virtualizer.measureElement(null);
  }

  #row(index: number, key: number): HTMLTableRowElement {
    const row = this.#rows.get(key) ?? this.#list.makeRow(index);
    this.#rows.set(key, row);
    row.dataset['index'] = String(index);
    row.dataset['key'] = String(key);
    row.setAttribute('aria-rowindex', String(this.#layout.firstRowIndex + index));
    return row;
  }
}

/** Of the first heights; null where there are none. */
function medianOf(heights: Iterable<number>): number | null {
  const some: number[] = [];
  for (const height of heights) if (some.push(height) === fewHeights) break;
  return some.toSorted((a, b) => a - b)[some.length >> 1] ?? null;
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
