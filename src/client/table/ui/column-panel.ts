import { element } from '#client/elements.ts';
import { shownColumns, withColumnMoved, withColumnPinned, withColumnShown, withFilter, withSort } from '#client/table/change-state.ts';
import type { StoredColumn } from '#client/table/column-store.ts';
import type { ColumnFilter, TableState } from '#schemas/table-query.ts';
import { choiceFields, rangeFields, textFields } from './filter-fields.ts';
import { toggle } from './toggle.ts';

export interface ColumnPanelSetting {
  readonly column: StoredColumn;
  /** Asked anew at every press: the panel stays open while the state changes. */
  readonly state: () => TableState;
  readonly change: (next: TableState) => void;
  readonly defaults: readonly string[];
  /** By choice, how many of the rows that pass the other filters have it. */
  readonly counts: () => readonly number[];
  readonly close: () => void;
}

/** Fills the panel of a column: its order, its filter, its place. */
export function fillColumnPanel(panel: HTMLElement, setting: ColumnPanelSetting): void {
  const { column } = setting;
  panel.setAttribute('aria-label', `Column ${column.name}`);
  panel.replaceChildren(
    element('h2', { class: 'panel-title' }, column.name, ' ', ...noteOf(column)),
    section('Sort', orderButtons(setting)),
    section('Filter', filterFields(setting)),
    section('Column', placeButtons(setting)),
  );
}

function noteOf({ info }: StoredColumn): Node[] {
  const words = [info.role, info.unit, info.direction === null ? null : `${info.direction} is better`].filter((word) => word !== null);
  return [element('small', {}, words.join(' · '))];
}

function section(title: string, content: readonly HTMLElement[] | readonly Element[]): HTMLElement {
  return element('section', { 'aria-label': title }, element('h3', {}, title), ...content);
}

function orderButtons({ column: { name }, state, change }: ColumnPanelSetting): HTMLElement[] {
  const buttons = [
    { order: 'ascending', add: false, button: toggle('↑ Ascending') },
    { order: 'descending', add: false, button: toggle('↓ Descending') },
    { order: 'ascending', add: true, button: toggle('then ascending') },
    { order: 'descending', add: true, button: toggle('then descending') },
  ] as const;
  const update = (): void => {
    const { sort } = state();
    const place = sort.findIndex((key) => key.column === name);
    const order = place === -1 ? null : sort[place]?.descending ? 'descending' : 'ascending';
    for (const { order: own, add, button } of buttons) {
      const isBehind = place > 0 || (place === -1 && sort.length > 0);
      button.hidden = add && !isBehind;
      button.setAttribute('aria-pressed', String(own === order && add === place > 0));
    }
  };
  for (const { order, add, button } of buttons)
    button.addEventListener('click', () => {
      const isOn = button.getAttribute('aria-pressed') === 'true';
      change(withSort(state(), name, isOn ? null : order, add || isOn));
      update();
    });
  update();
  return [element('div', { class: 'panel-buttons' }, ...buttons.map(({ button }) => button))];
}

function filterFields({ column, state, change, counts }: ColumnPanelSetting): Element[] {
  const current = state().filters.find((filter) => filter.column === column.name);
  const onFilter = (filter: ColumnFilter | null): void => change(withFilter(state(), column.name, filter));
  switch (column.type) {
    case 'number':
      return rangeFields(column, current, onFilter);
    case 'choice':
      return choiceFields(column, counts(), current, onFilter);
    case 'text':
      return textFields(column.name, current, onFilter);
  }
}

function placeButtons({ column, state, change, defaults, close }: ColumnPanelSetting): HTMLElement[] {
  const { name } = column;
  const pin = toggle('Pin', state().pinnedColumns.includes(name));
  pin.addEventListener('click', () => {
    const pinned = !state().pinnedColumns.includes(name);
    pin.setAttribute('aria-pressed', String(pinned));
    change(withColumnPinned(state(), name, pinned));
  });
  const move = (text: string, by: 1 | -1): HTMLButtonElement => {
    const button = element('button', { type: 'button', class: 'table-button' }, text);
    button.addEventListener('click', () => change(withColumnMoved(state(), defaults, name, by)));
    return button;
  };
  const group = toggle('Group by it', state().groupBy === name);
  group.addEventListener('click', () => {
    const groupBy = state().groupBy === name ? null : name;
    group.setAttribute('aria-pressed', String(groupBy === name));
    change({ ...state(), groupBy });
  });
  const hide = element('button', { type: 'button', class: 'table-button' }, 'Hide');
  hide.disabled = shownColumns(state(), defaults).length === 1;
  hide.addEventListener('click', () => {
    close();
    change(withColumnShown(state(), defaults, name, false));
  });
  const buttons = [pin, move('← Move', -1), move('Move →', 1), ...(column.type === 'choice' ? [group] : []), hide];
  return [element('div', { class: 'panel-buttons' }, ...buttons)];
}
