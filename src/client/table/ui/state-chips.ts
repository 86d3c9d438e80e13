import { element } from '#client/elements.ts';
import { withSort } from '#client/table/change-state.ts';
import { filterText } from '#client/table/state-words.ts';
import { fileOrder, type SortKey, type TableState } from '#schemas/table-query.ts';

interface Chip {
  readonly text: string;
  /** What a press of the chip does. */
  readonly label: string;
  readonly next: TableState;
}

/** Shows what orders and narrows the table, each with a button that takes it away, and one that takes all of it away. */
export function showChips(list: HTMLUListElement, state: TableState, change: (next: TableState) => void): void {
  const chips = chipsOf(state);
  const focused = [...list.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
  const items = chips.map(({ text, label, next }) => {
    const button = element('button', { type: 'button', class: 'table-chip', 'aria-label': label }, text, crossSign());
    button.addEventListener('click', () => change(next));
    return element('li', {}, button);
  });
  if (chips.length > 1) {
    const button = element('button', { type: 'button', class: 'table-chip reset' }, 'Reset');
    button.addEventListener('click', () => change({ ...state, text: '', sort: [], filters: [], groupBy: null }));
    items.push(element('li', {}, button));
  }
  list.hidden = items.length === 0;
  list.replaceChildren(...items);
  // The button that was pressed is gone: its neighbour takes the focus.
  if (focused !== -1) list.querySelectorAll('button')[Math.min(focused, items.length - 1)]?.focus();
}

function chipsOf(state: TableState): Chip[] {
  const { text, sort, filters, groupBy } = state;
  return [
    ...(text.trim() === '' ? [] : [{ text: `“${text.trim()}”`, label: `Find no longer “${text.trim()}”`, next: { ...state, text: '' } }]),
    ...filters.map((filter) => ({
      text: filterText(filter),
      label: `Remove the filter ${filterText(filter)}`,
      next: { ...state, filters: state.filters.filter((other) => other !== filter) },
    })),
    ...(groupBy === null ? [] : [{ text: `by ${groupBy}`, label: `Group no longer by ${groupBy}`, next: { ...state, groupBy: null } }]),
    ...sort.map(({ column, descending }, index) => ({
      text: column === fileOrder ? 'newest first' : `${descending ? '↓' : '↑'} ${column}`,
      label: `Sort no longer ${keyText({ column, descending })}${sort.length > 1 ? `, key ${String(index + 1)}` : ''}`,
      next: withSort(state, column, null, true),
    })),
  ];
}

function keyText({ column, descending }: SortKey): string {
  return column === fileOrder ? 'newest first' : `by ${column}, ${descending ? 'descending' : 'ascending'}`;
}

function crossSign(): HTMLElement {
  return element('span', { class: 'chip-cross', 'aria-hidden': 'true' }, '×');
}
