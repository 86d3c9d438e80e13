import { element } from '#client/elements.ts';
import { withRowsPinned } from '#client/table/change-state.ts';
import { countText } from '#client/table/state-words.ts';
import type { TableState } from '#schemas/table-query.ts';
import { toggle } from './toggle.ts';

interface SelectionSetting {
  readonly noun: string;
  /** Page that compares runs, before its query. */
  readonly compare: string;
  readonly change: (next: TableState) => void;
}

/** Shows what can be done with the selected rows; nothing while none is selected. */
export function showSelection(bar: HTMLElement, state: TableState, { noun, compare, change }: SelectionSetting): void {
  const { selectedRows, onlyDifferent, pinnedRows } = state;
  const focused = bar.contains(document.activeElement) ? document.activeElement?.getAttribute('data-action') : null;
  bar.hidden = selectedRows.length === 0;
  const action = (name: string, button: HTMLButtonElement, next: TableState): HTMLButtonElement => {
    button.dataset['action'] = name;
    button.addEventListener('click', () => change(next));
    return button;
  };
  const isPinned = selectedRows.every((ordinal) => pinnedRows.includes(ordinal));
  const several = [
    element('a', { class: 'table-button', href: `${compare}?rows=${selectedRows.join(',')}` }, 'Compare'),
    action('different', toggle('Only what differs', onlyDifferent), { ...state, onlyDifferent: !onlyDifferent }),
  ];
  bar.replaceChildren(
    element('span', {}, `${countText(selectedRows.length, selectedRows.length, noun)} selected`),
    ...(selectedRows.length > 1 ? several : []),
    action('pin', toggle('Pin on top', isPinned), withRowsPinned(state, selectedRows, !isPinned)),
    action('clear', element('button', { type: 'button', class: 'table-button' }, 'Clear'), {
      ...state,
      selectedRows: [],
      onlyDifferent: false,
    }),
  );
  if (focused) bar.querySelector<HTMLElement>(`[data-action="${focused}"]`)?.focus();
}
