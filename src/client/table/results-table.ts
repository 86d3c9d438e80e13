import { readTableQuery, writeTableQuery, type TableState } from '#schemas/table-query.ts';
import { sortPressed, withRowSelected, withRowsPinned } from './change-state.ts';
import type { ColumnStore } from './column-store.ts';
import { loadColumns, loadManifest } from './load-table.ts';
import { fittingState } from './table-state.ts';
import { Address } from './ui/address.ts';
import { Drawing, type Drawn } from './ui/drawing.ts';
import { HeaderRow } from './ui/header-row.ts';
import { measureUntilShown, type MeasuredAct } from './ui/measure.ts';
import { Notice } from './ui/notice.ts';
import { TablePanels } from './ui/panels.ts';
import { prepare } from './ui/prepare.ts';
import { listenToRows } from './ui/row-events.ts';
import { showSelection } from './ui/selection-bar.ts';
import { showChips } from './ui/state-chips.ts';
import { findParts, readFacts, type TableFacts, type TableParts } from './ui/table-facts.ts';

/** What shows that the reader turns to the table. A wheel or a key comes behind one of these. */
const turnings = ['pointerenter', 'pointerdown', 'touchstart', 'focusin'] as const;

/**
 * `<results-table>` around a finished table of a page: sorts, filters, groups and arranges it. The table's data is loaded when the reader first
 * turns to it, or when the address asks for something; until then, and where loading fails, the first hundred rows stand as they are.
 */
class ResultsTable extends HTMLElement {
  #isStarted = false;

  connectedCallback(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    new TablePage(this).start();
  }
}

/** The script of one table. */
class TablePage {
  readonly #root: HTMLElement;
  readonly #parts: TableParts;
  readonly #facts: TableFacts;
  readonly #address = new Address();
  readonly #notice: Notice;
  readonly #header: HeaderRow;
  readonly #panels: TablePanels;
  #state: TableState;
  #loading: Promise<void> | null = null;
  #loaded: { readonly store: ColumnStore; readonly drawing: Drawing } | null = null;
  #drawn: Drawn | null = null;
  /** The row that was ticked last, from which Shift ticks a range. */
  #lastTicked: number | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#parts = findParts(root);
    this.#facts = readFacts(root);
    this.#notice = new Notice(this.#parts.message);
    this.#state = readTableQuery(this.#address.query);
    this.#panels = new TablePanels(this.#parts, {
      state: () => this.#state,
      change: (next) => this.#change(next),
      store: () => this.#loaded?.store ?? null,
      defaults: () => this.#header.defaults,
      ready: () => this.#load(),
      shown: () => this.#drawn?.view ?? null,
      noun: this.#facts.rowName.toLowerCase(),
      say: (text) => this.#notice.say(text),
    });
    const row = this.#parts.table.tHead?.rows[0] ?? this.#parts.table.createTHead().insertRow();
    this.#header = new HeaderRow(row, this.#parts.headers.content, this.#panels.column, {
      onSort: (column, add) => this.#change(sortPressed(this.#state, column, add), 'table-sort'),
      onMenu: (column) => this.#panels.chooseColumn(column),
    });
  }

  /** Listens to the reader, and loads at once what the address asks for. */
  start(): void {
    this.#listen();
    const named = this.#address.run;
    const isAsked = writeTableQuery(this.#state) !== '';
    // Who follows an address that says what to show wants to see it; where somebody has scrolled already, nothing moves.
    if (isAsked && location.hash === '' && scrollY === 0) this.#root.scrollIntoView();
    if (isAsked || (named !== null && document.getElementById(`run-${String(named)}`) === null)) void this.#load();
  }

  #listen(): void {
    const { find, group, density, table } = this.#parts;
    for (const turning of turnings) this.#root.addEventListener(turning, () => void this.#load(), { once: true, passive: true });
    find.addEventListener('input', () => this.#change({ ...this.#state, text: find.value }, 'table-filter'));
    group.addEventListener('change', () => this.#change({ ...this.#state, groupBy: group.value === '' ? null : group.value }));
    density.addEventListener('click', () => {
      this.#change({ ...this.#state, density: this.#state.density === 'compact' ? 'comfortable' : 'compact' });
    });
    listenToRows(table, {
      onSelect: (ordinal, selected, range) => {
        this.#change(withRowSelected(this.#state, range ? this.#rangeTo(ordinal) : [ordinal], selected));
        this.#lastTicked = ordinal;
      },
      onUnpin: (ordinal) => this.#change(withRowsPinned(this.#state, [ordinal], false)),
      onToggleGroup: (key) => {
        this.#loaded?.drawing.toggleGroup(key);
        this.#draw();
      },
    });
    this.#root.querySelector('[data-part="views"]')?.addEventListener('click', (event) => this.#followView(event));
    addEventListener('popstate', () => this.#readAddress());
    addEventListener('hashchange', () => void this.#goToRun());
    let width = this.#root.clientWidth;
    new ResizeObserver(() => {
      if (this.#root.clientWidth === width) return;
      width = this.#root.clientWidth;
      this.#loaded?.drawing.forgetWidths();
      this.#draw();
    }).observe(this.#root);
  }

  /** Takes on a state: in the address at once, on the page as soon as the data is there. */
  #change(next: TableState, act?: MeasuredAct): void {
    const start = performance.now();
    const hasNewRows = orderKey(next) !== orderKey(this.#state);
    this.#state = next;
    this.#address.replace(writeTableQuery(next));
    if (this.#loaded === null) {
      void this.#load();
      return;
    }
    this.#draw(hasNewRows);
    if (act !== undefined) measureUntilShown(act, start);
    else if (hasNewRows) measureUntilShown('table-filter', start);
  }

  async #load(): Promise<void> {
    this.#loading ??= this.#fetch().then(
      () => void this.#goToRun(),
      (reason: unknown) => {
        this.#loading = null;
        this.#notice.failed(reason, () => void this.#load());
      },
    );
    await this.#loading;
  }

  async #fetch(): Promise<void> {
    const start = performance.now();
    const { source, rows, rowName } = this.#facts;
    this.#notice.say(`Loading ${rows.toLocaleString('en')} ${rowName.toLowerCase()}s …`, true);
    const store = await loadColumns(source, await loadManifest(source));
    this.#loaded = { store, drawing: new Drawing(store, this.#parts, this.#facts, this.#header) };
    this.#state = fittingState(store, this.#state);
    this.#root.dataset['loaded'] = '';
    this.#draw();
    this.#notice.clear();
    measureUntilShown('table-load', start);
    prepare(store);
  }

  /** @param fromStart whether other rows are shown than before, of which the first is to be seen */
  #draw(fromStart = false): void {
    if (this.#loaded === null) return;
    const { find, group, density, chips, selection } = this.#parts;
    const state = this.#state;
    this.#drawn = this.#loaded.drawing.draw(state, { addressed: this.#address.run, fromStart });
    if (find.value !== state.text) find.value = state.text;
    this.#showGroup(group, state.groupBy);
    density.setAttribute('aria-pressed', String(state.density === 'compact'));
    showChips(chips, state, (next) => this.#change(next));
    showSelection(selection, state, {
      noun: this.#facts.rowName.toLowerCase(),
      compare: this.#facts.compare,
      change: (next) => this.#change(next),
    });
    const query = writeTableQuery(state);
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>('[data-part="views"] a'))
      if (writeTableQuery(readTableQuery(link.search)) === query) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
  }

  /** A column that the list does not offer can still be in the address, or be chosen from its own panel. */
  #showGroup(group: HTMLSelectElement, column: string | null): void {
    const value = column ?? '';
    if (![...group.options].some((option) => option.value === value)) group.add(new Option(`By ${value}`, value));
    group.value = value;
  }

  #followView(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#address.push(link.search.slice(1));
    this.#readAddress();
  }

  #readAddress(): void {
    const state = readTableQuery(this.#address.query);
    this.#state = this.#loaded === null ? state : fittingState(this.#loaded.store, state);
    if (this.#loaded === null) void this.#load();
    else this.#draw();
  }

  /** Brings the run that the address names into view. */
  async #goToRun(): Promise<void> {
    const ordinal = this.#address.run;
    if (ordinal === null) return;
    await this.#load();
    if (this.#loaded === null || this.#drawn === null) return;
    const { store, drawing } = this.#loaded;
    const noun = this.#facts.rowName.toLowerCase();
    if (ordinal > store.rows) {
      this.#notice.say(`There is no ${noun} ${String(ordinal)}: the table has ${store.rows.toLocaleString('en')}.`);
      return;
    }
    drawing.expandFor(ordinal - 1, this.#state.groupBy);
    this.#draw();
    const index = this.#drawn.lines.indexOf(ordinal - 1);
    if (index === -1) this.#notice.say(`The filters leave ${noun} ${String(ordinal)} out.`, true);
    else drawing.scrollTo(index);
    this.#parts.scroller.scrollIntoView({ block: 'nearest' });
  }

  /** All rows on screen order between the last one ticked and this one. */
  #rangeTo(ordinal: number): number[] {
    const lines = this.#drawn?.lines;
    const from = this.#lastTicked === null ? -1 : (lines?.indexOf(this.#lastTicked - 1) ?? -1);
    const to = lines?.indexOf(ordinal - 1) ?? -1;
    if (lines === undefined || from === -1 || to === -1) return [ordinal];
    const step = from <= to ? 1 : -1;
    const range: number[] = [];
    for (let index = from; index !== to + step; index += step) {
      const line = lines.at(index);
      if (line.kind === 'run') range.push(line.row + 1);
    }
    return range;
  }
}

/** What decides which rows are shown, and in what order. */
function orderKey({ text, sort, filters, groupBy }: TableState): string {
  return JSON.stringify([text, sort, filters, groupBy]);
}

if (!customElements.get('results-table')) customElements.define('results-table', ResultsTable);
