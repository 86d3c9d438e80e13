import { element } from '#client/elements.ts';
import type { TableState } from '#schemas/table-query.ts';
import { shownColumns } from '#client/table/change-state.ts';
import { textAt, type ColumnStore } from '#client/table/column-store.ts';
import { groupLines, runLines, type Lines } from '#client/table/row-lists.ts';
import { countText, orderText } from '#client/table/state-words.ts';
import { viewOf, type TableView } from '#client/table/table-state.ts';
import { CellMaker } from './cell-maker.ts';
import { ColumnLayout } from './column-layout.ts';
import { groupRow } from './group-row.ts';
import type { HeaderRow } from './header-row.ts';
import { MarkMaker } from './mark-maker.ts';
import { RowWindow, type RowList } from './row-window.ts';
import { runRow, type RowSetting } from './run-row.ts';
import type { TableFacts, TableParts } from './table-facts.ts';

/** What a row of a run takes in pixels before it is measured, and the lines it may have. */
const densities = { comfortable: { rowHeight: 31, lines: 3 }, compact: { rowHeight: 25, lines: 1 } } as const;

/** What is on the page at one time. */
export interface Drawn {
  readonly view: TableView;
  readonly lines: Lines;
}

/** Draws states of a loaded table into the markup that the build made. */
export class Drawing {
  readonly #expanded = new Set<string>();
  readonly #store: ColumnStore;
  readonly #parts: TableParts;
  readonly #facts: TableFacts;
  readonly #header: HeaderRow;
  readonly #cells: CellMaker;
  readonly #layout: ColumnLayout;
  readonly #pinnedRows = element('tbody', { class: 'pinned-rows' });
  readonly #window: RowWindow;
  #groupBy: string | null = null;

  constructor(store: ColumnStore, parts: TableParts, facts: TableFacts, header: HeaderRow) {
    this.#store = store;
    this.#parts = parts;
    this.#facts = facts;
    this.#header = header;
    this.#cells = new CellMaker(store, facts, new MarkMaker(parts.marks.content), header.headers);
    this.#layout = new ColumnLayout(parts.table, parts.scroller);
    // Of the rows as the build left them: taking over moves nothing.
    this.#layout.hold(this.#corner, this.#headersOf(header.defaults));
    const body = parts.table.tBodies[0] ?? parts.table.createTBody();
    body.before(this.#pinnedRows);
    for (const row of body.rows) row.dataset['key'] = String(Number(row.id.replace('run-', '')) - 1);
    this.#window = new RowWindow(parts.scroller, body);
  }

  /** There is more room for columns, or less. */
  forgetWidths(): void {
    this.#layout.forget();
  }

  /** Shows the rows of a group, or no longer. */
  toggleGroup(key: string): void {
    if (!this.#expanded.delete(key)) this.#expanded.add(key);
  }

  /** Shows the rows of the group that a row belongs to. */
  expandFor(row: number, groupBy: string | null): void {
    const column = groupBy === null ? undefined : this.#store.byName.get(groupBy);
    if (column !== undefined) this.#expanded.add(textAt(column, row).trim());
  }

  /** @param addressed ordinal of the run that the address names */
  draw(state: TableState, addressed: number | null): Drawn {
    const parts = this.#parts;
    const view = viewOf(this.#store, this.#arranged(state));
    const names = view.columns.map(({ name }) => name);
    const filtered = new Set(state.filters.map(({ column }) => column));
    const density = densities[state.density];
    const noun = this.#facts.rowName.toLowerCase();
    parts.table.dataset['density'] = state.density;
    if (state.groupBy === null && this.#groupBy !== null) this.#layout.forget();
    else if (state.groupBy !== this.#groupBy) this.#layout.grow();
    this.#groupBy = state.groupBy;
    this.#header.show(names, [], state.sort, filtered);

    const lines = state.groupBy === null ? runLines(view.rows) : groupLines(this.#store, view.rows, state.groupBy, this.#expanded);
    const setting = (offsets: readonly number[]): RowSetting => ({
      store: this.#store,
      cells: this.#cells,
      columns: view.columns,
      offsets,
      lines: density.lines,
      noun,
      selected: new Set(state.selectedRows),
      addressed,
    });
    const show = (offsets: readonly number[]): void => {
      this.#showPinned(view, setting(offsets));
      const list = lines.count === 0 ? noRows(noun) : this.#list(lines, setting(offsets), state.groupBy);
      this.#window.show(list, {
        firstRowIndex: 2 + view.pinnedRows.length,
        rowHeight: density.rowHeight,
        columns: names.length + 1,
        heights: JSON.stringify([state.density, state.groupBy, names]),
      });
    };
    // Columns that are new are measured with their rows on the page.
    if (!this.#layout.knows(names)) show([]);
    this.#layout.hold(this.#corner, this.#headersOf(names));
    const offsets = this.#layout.offsets(names.slice(0, view.pinnedColumns));
    this.#header.show(names, offsets, state.sort, filtered);
    show(offsets);
    parts.table.setAttribute('aria-rowcount', String(1 + view.pinnedRows.length + lines.count));
    const count = countText(view.rows.length, this.#store.rows, noun);
    parts.caption.textContent = `${count} of ${this.#facts.path}, ${orderText(state)}`;
    parts.count.textContent = state.groupBy === null ? count : `${count} in ${countText(lines.groups, lines.groups, 'group')}`;
    return { view, lines };
  }

  /** What rows are grouped by stands before everything else. */
  #arranged(state: TableState): TableState {
    const { groupBy, pinnedColumns } = state;
    return {
      ...state,
      columns: shownColumns(state, this.#header.defaults),
      pinnedColumns: groupBy === null ? pinnedColumns : [groupBy, ...pinnedColumns.filter((name) => name !== groupBy)],
    };
  }

  scrollTo(index: number): void {
    this.#window.scrollTo(index);
  }

  scrollToStart(): void {
    this.#parts.scroller.scrollTop = 0;
  }

  get #corner(): HTMLElement {
    return this.#parts.table.tHead?.rows[0]?.cells[0] ?? this.#parts.table;
  }

  #headersOf(names: readonly string[]): Map<string, HTMLElement> {
    return new Map(
      names.flatMap((name) => {
        const header = this.#header.headers.get(name);
        return header === undefined ? [] : [[name, header] as const];
      }),
    );
  }

  #list(lines: Lines, setting: RowSetting, groupBy: string | null): RowList {
    const by = groupBy === null ? undefined : this.#store.byName.get(groupBy);
    return {
      count: lines.count,
      keyAt: (index) => {
        const line = lines.at(index);
        return line.kind === 'run' ? line.row : -1 - line.place;
      },
      makeRow: (index) => {
        const line = lines.at(index);
        if (line.kind === 'run') return runRow(line.row, setting);
        return by === undefined ? element('tr') : groupRow(line.group, by, line.expanded, setting);
      },
    };
  }

  /** Pinned rows stay below the header, unless they would take most of the room. */
  #showPinned({ pinnedRows }: TableView, setting: RowSetting): void {
    const rows = Array.from(pinnedRows, (row, index) => {
      const made = runRow(row, setting, true);
      made.setAttribute('aria-rowindex', String(2 + index));
      return made;
    });
    this.#pinnedRows.replaceChildren(...rows);
    const head = this.#parts.table.tHead?.offsetHeight ?? 0;
    const isLow = this.#pinnedRows.offsetHeight + head < this.#parts.scroller.clientHeight / 2;
    this.#pinnedRows.classList.toggle('sticky', isLow);
    this.#pinnedRows.style.top = isLow ? `${String(head)}px` : '';
  }
}

function noRows(noun: string): RowList {
  return {
    count: 1,
    keyAt: () => -1,
    makeRow: () => element('tr', { class: 'no-rows' }, element('td', { colspan: '1000' }, `No ${noun} fits all of this.`)),
  };
}
