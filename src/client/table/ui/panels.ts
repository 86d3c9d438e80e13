import { element } from '#client/elements.ts';
import type { ColumnStore } from '#client/table/column-store.ts';
import { filterRows } from '#client/table/filter-rows.ts';
import type { TableView } from '#client/table/table-state.ts';
import type { TableState } from '#schemas/table-query.ts';
import { fillColumnChooser } from './column-chooser.ts';
import { fillColumnPanel } from './column-panel.ts';
import { fillCopyPanel } from './copy-panel.ts';
import { Panel } from './panel.ts';
import type { TableParts } from './table-facts.ts';

/** What the panels ask of the table, at the time they are opened or used. */
export interface PanelSource {
  readonly state: () => TableState;
  readonly change: (next: TableState) => void;
  readonly defaults: () => readonly string[];
  /** Null until the data is there. */
  readonly store: () => ColumnStore | null;
  readonly shown: () => TableView | null;
  /** Resolves when the data is there, or cannot be. */
  readonly ready: () => Promise<void>;
  /** `run`, `row`. */
  readonly noun: string;
  readonly say: (text: string) => void;
}

/** The panels of a table: its columns, one column, copying, help. */
export class TablePanels {
  readonly column: Panel;
  readonly #source: PanelSource;
  #name = '';

  constructor(parts: TableParts, source: PanelSource) {
    this.#source = source;
    this.column = this.#panel(parts.column, (store) => this.#fillColumn(store));
    this.#panel(parts.columns, (store) => {
      const { state, change, defaults } = source;
      fillColumnChooser(parts.columns, { names: store.columns.map(({ name }) => name), defaults: defaults(), state, change });
    }).connect(parts.columnsButton);
    this.#panel(parts.copy, () => {
      const view = source.shown();
      if (view !== null) fillCopyPanel(parts.copy, { view, noun: source.noun, say: source.say, close: () => parts.copy.hidePopover() });
    }).connect(parts.copyButton);
    new Panel(parts.help, () => undefined).connect(parts.helpButton);
  }

  /** Says whose panel the next one is. */
  chooseColumn(name: string): void {
    this.#name = name;
  }

  /** A panel that needs the data: one opened before it is there says so, and is filled when it is. */
  #panel(place: HTMLElement, fill: (store: ColumnStore) => void): Panel {
    const panel: Panel = new Panel(place, () => {
      const store = this.#source.store();
      if (store !== null) {
        fill(store);
        return;
      }
      place.replaceChildren(element('p', { class: 'panel-note' }, 'Loading …'));
      void this.#source.ready().then(() => {
        const loaded = this.#source.store();
        if (loaded === null) panel.close();
        else if (panel.isOpen) {
          fill(loaded);
          panel.settle();
        }
      });
    });
    return panel;
  }

  #fillColumn(store: ColumnStore): void {
    const { state, change, defaults } = this.#source;
    const column = store.byName.get(this.#name);
    if (column === undefined) return;
    fillColumnPanel(this.column.element, {
      column,
      state,
      change,
      defaults: defaults(),
      close: () => this.column.close(),
      counts: () => {
        const { text, filters } = state();
        const counts: number[] = [];
        if (column.type !== 'choice') return counts;
        const others = filters.filter((filter) => filter.column !== column.name);
        for (const row of filterRows(store, { text, filters: others })) {
          const code = column.codes[row] ?? 0;
          counts[code] = (counts[code] ?? 0) + 1;
        }
        return counts;
      },
    });
  }
}
