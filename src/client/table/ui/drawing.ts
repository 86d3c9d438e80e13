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

interface DrawOptions {
  /** Ordinal of the run that the address names. */
  readonly addressed: number | null;
  /** Whether the first row is to be seen. */
  readonly fromStart: boolean;
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

  draw(state: TableState, { addressed, fromStart }: DrawOptions): Drawn {
    const drawn = this.#whatIsShown(state);
    const { view } = drawn;
    const names = view.columns.map(({ name }) => name);
    const pinned = names.slice(0, view.pinnedColumns);
    const filtered = new Set(state.filters.map(({ column }) => column));
    const selected = new Set(state.selectedRows);
    this.#parts.table.dataset['density'] = state.density;
    this.#minds(state.groupBy);
    const place = (offsets: readonly number[]): void => {
      const setting: RowSetting = {
        store: this.#store,
        cells: this.#cells,
        columns: view.columns,
        offsets,
        lines: densities[state.density].lines,
        noun: this.#noun,
        selected,
        addressed,
      };
      this.#header.show(names, offsets, state.sort, filtered);
      this.#showPinned(view, setting);
      this.#window.show(this.#list(drawn.lines, setting, state.groupBy), {
        firstRowIndex: 2 + view.pinnedRows.length,
        rowHeight: densities[state.density].rowHeight,
        columns: names.length + 1,
        heights: JSON.stringify([state.density, state.groupBy, names]),
        fromStart,
      });
    };
    // Columns that are new are measured with their rows on the page.
    if (!this.#layout.knows(names)) place(pinned.map(() => 0));
    this.#layout.hold(this.#corner, this.#headersOf(names));
    place(this.#layout.offsets(pinned));
    this.#say(drawn, state);
    return drawn;
  }

  /** What rows are grouped by stands before everything else. */
  #whatIsShown(state: TableState): Drawn {
    const { groupBy, pinnedColumns } = state;
    const view = viewOf(this.#store, {
      ...state,
      columns: shownColumns(state, this.#header.defaults),
      pinnedColumns: groupBy === null ? pinnedColumns : [groupBy, ...pinnedColumns.filter((name) => name !== groupBy)],
    });
    return { view, lines: groupBy === null ? runLines(view.rows) : groupLines(this.#store, view.rows, groupBy, this.#expanded) };
  }

  /** Groups need wider columns than runs. */
  #minds(groupBy: string | null): void {
    if (groupBy === this.#groupBy) return;
    if (groupBy === null) this.#layout.forget();
    else this.#layout.grow();
    this.#groupBy = groupBy;
  }

  #say({ view, lines }: Drawn, state: TableState): void {
    const { table, caption, count } = this.#parts;
    const counted = countText(view.rows.length, this.#store.rows, this.#noun);
    table.setAttribute('aria-rowcount', String(1 + view.pinnedRows.length + lines.count));
    caption.textContent = `${counted} of ${this.#facts.path}, ${orderText(state)}`;
    count.textContent = state.groupBy === null ? counted : `${counted} in ${countText(lines.groups, lines.groups, 'group')}`;
  }

  scrollTo(index: number): void {
    this.#window.scrollTo(index);
  }

  get #noun(): string {
    return this.#facts.rowName.toLowerCase();
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
    if (lines.count === 0) return noRows(setting.noun);
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
    if (rows.length === 0) return;
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
