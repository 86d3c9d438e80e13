/** What a reader does with rows; all ordinals count from 1. */
export interface RowActions {
  /** @param range whether all rows between this one and the last one ticked are meant */
  readonly onSelect: (ordinal: number, selected: boolean, range: boolean) => void;
  readonly onUnpin: (ordinal: number) => void;
  readonly onToggleGroup: (key: string) => void;
}

/** Listens to a table's rows as a whole: they come and go while it is scrolled. */
export function listenToRows(table: HTMLTableElement, { onSelect, onUnpin, onToggleGroup }: RowActions): void {
  table.addEventListener('click', (event) => {
    const { target, shiftKey } = event;
    const row = target instanceof Element ? target.closest('tr') : null;
    if (!(target instanceof Element) || row === null) return;
    const ordinal = Number(row.dataset['ordinal'] ?? NaN);
    if (target instanceof HTMLInputElement && target.type === 'checkbox') onSelect(ordinal, target.checked, shiftKey);
    else if (target.closest('.row-unpin')) onUnpin(ordinal);
    else if (target.closest('.group-toggle')) onToggleGroup(row.dataset['group'] ?? '');
  });
}
