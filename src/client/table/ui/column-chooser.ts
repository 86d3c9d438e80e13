import { element } from '#client/elements.ts';
import { shownColumns, withColumnMoved, withColumnPinned, withColumnShown } from '#client/table/change-state.ts';
import { foldText } from '#client/table/fold-text.ts';
import type { TableState } from '#schemas/table-query.ts';
import { toggle } from './toggle.ts';

export interface ColumnChooserSetting {
  /** All columns, in the order of the file. */
  readonly names: readonly string[];
  readonly defaults: readonly string[];
  readonly state: () => TableState;
  readonly change: (next: TableState) => void;
}

/** Fills the panel that shows, hides, orders and pins columns. */
export function fillColumnChooser(panel: HTMLElement, { names, defaults, state, change }: ColumnChooserSetting): void {
  const list = element('ul', { class: 'panel-list chooser-list', role: 'list' });
  const field = element('input', { class: 'table-field', type: 'search', 'aria-label': 'Find a column', placeholder: 'Find a column' });
  const note = element('p', { class: 'panel-note', role: 'status' });
  const apply = (next: TableState, focus: { name: string; control: number }): void => {
    change(next);
    show();
    const row = [...list.children].find((item) => item instanceof HTMLElement && item.dataset['column'] === focus.name);
    row?.querySelectorAll<HTMLElement>('input, button')[focus.control]?.focus();
  };
  const show = (): void => {
    const wanted = foldText(field.value.trim());
    const ordered = inOrder(names, defaults, state());
    const found = ordered.filter((name) => foldText(name).includes(wanted));
    list.replaceChildren(...found.map((name) => columnRow(name, { names, defaults, state, change }, apply)));
    note.textContent = `${String(shownColumns(state(), defaults).length)} of ${String(names.length)} columns are shown.`;
  };
  const all = element('button', { type: 'button', class: 'table-button' }, 'Show all');
  all.addEventListener('click', () => {
    change({ ...state(), columns: [...new Set([...shownColumns(state(), defaults), ...names])] });
    show();
  });
  const reset = element('button', { type: 'button', class: 'table-button' }, 'Reset columns');
  reset.addEventListener('click', () => {
    change({ ...state(), columns: [], pinnedColumns: [] });
    show();
  });
  field.addEventListener('input', show);
  show();
  panel.replaceChildren(
    element('h2', { class: 'panel-title' }, 'Columns'),
    field,
    list,
    note,
    element('div', { class: 'panel-buttons' }, all, reset),
  );
}

/** Pinned columns, then the others that are shown, then the rest. */
function inOrder(names: readonly string[], defaults: readonly string[], state: TableState): string[] {
  return [...new Set([...state.pinnedColumns, ...shownColumns(state, defaults), ...names])];
}

function columnRow(
  name: string,
  { defaults, state, change }: ColumnChooserSetting,
  apply: (next: TableState, focus: { name: string; control: number }) => void,
): HTMLLIElement {
  const isPinned = state().pinnedColumns.includes(name);
  const isShown = isPinned || shownColumns(state(), defaults).includes(name);
  const box = element('input', { type: 'checkbox' });
  box.checked = isShown;
  // The box keeps its focus: the list is not made anew.
  box.addEventListener('change', () => {
    change(withColumnShown(state(), defaults, name, box.checked));
    for (const button of buttons) button.disabled = !box.checked;
  });
  const button = (text: string, label: string, control: number, next: () => TableState): HTMLButtonElement => {
    const made = element('button', { type: 'button', class: 'table-button chooser-button', 'aria-label': label, title: label }, text);
    made.disabled = !isShown;
    made.addEventListener('click', () => apply(next(), { name, control }));
    return made;
  };
  const up = button('↑', `Move ${name} up`, 1, () => withColumnMoved(state(), defaults, name, -1));
  const down = button('↓', `Move ${name} down`, 2, () => withColumnMoved(state(), defaults, name, 1));
  const pin = toggle('pin', isPinned);
  pin.classList.add('chooser-button');
  pin.setAttribute('aria-label', `Pin ${name}`);
  pin.disabled = !isShown;
  pin.addEventListener('click', () => apply(withColumnPinned(state(), name, !state().pinnedColumns.includes(name)), { name, control: 3 }));
  const buttons = [up, down, pin];
  return element(
    'li',
    { 'data-column': name },
    element('label', { class: 'panel-choice' }, box, element('span', { class: 'value' }, name)),
    ...buttons,
  );
}
