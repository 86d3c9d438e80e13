import { element, svgElement } from '#client/elements.ts';
import { textAt, type ColumnStore, type StoredColumn } from '#client/table/column-store.ts';
import type { CellMaker } from './cell-maker.ts';
import { stick } from './sticky-columns.ts';

/** What the rows of a table have in common at one time. */
export interface RowSetting {
  readonly store: ColumnStore;
  readonly cells: CellMaker;
  readonly columns: readonly StoredColumn[];
  /** Distance of each pinned column from the left edge, in pixels; as many as are pinned. */
  readonly offsets: readonly number[];
  readonly lines: number;
  /** `run`, `row`. */
  readonly noun: string;
  readonly selected: ReadonlySet<number>;
  /** The run that the address names. */
  readonly addressed: number | null;
}

/** The row of a run, with a box that selects it. @param pinned whether it stands on top, with a button that takes it from there */
export function runRow(row: number, setting: RowSetting, pinned = false): HTMLTableRowElement {
  const { store, cells, columns, offsets, lines, noun, selected, addressed } = setting;
  const ordinal = row + 1;
  const name = `${noun} ${String(ordinal)}`;
  const box = element('input', { type: 'checkbox', 'aria-label': `Select ${name}` });
  box.checked = selected.has(ordinal);
  const header = element(
    'th',
    { scope: 'row', class: 'number' },
    element('label', { class: 'row-box' }, box),
    ...(pinned ? [unpinButton(name)] : []),
    ...(cells.isFresh(row) ? [element('span', { class: 'visually-hidden' }, 'In this preview: ')] : []),
    element('a', { href: cells.address(row) }, String(ordinal)),
  );
  const made = element('tr', { 'data-ordinal': String(ordinal) }, header);
  if (!pinned) made.id = `run-${String(ordinal)}`;
  if (selected.has(ordinal)) made.classList.add('selected');
  if (cells.isFresh(row)) made.classList.add('fresh');
  if (ordinal === addressed) made.classList.add('addressed');
  for (const column of columns) made.append(cells.cell(column, row, lines));
  stick(made, offsets);
  addRaggedNote(made, store, columns, row);
  return made;
}

function unpinButton(name: string): HTMLButtonElement {
  const pin = svgElement(
    'svg',
    { viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    svgElement('path', { d: 'M3.5 1h5L8 5l2 2.2H2L4 5zM6 7.2V11.4' }),
  );
  return element('button', { type: 'button', class: 'row-unpin', 'aria-label': `Unpin ${name}`, title: 'Unpin' }, pin);
}

/** Says in the last cell that holds anything how a row differs from the header. */
function addRaggedNote(made: HTMLTableRowElement, store: ColumnStore, columns: readonly StoredColumn[], row: number): void {
  const ragged = store.columns.find(({ info }) => info.role === 'ragged');
  const note = ragged === undefined ? '' : textAt(ragged, row);
  if (note === '' || columns.some(({ info }) => info.role === 'ragged')) return;
  made.classList.add('ragged');
  const last = columns.findLastIndex((column) => textAt(column, row).trim() !== '');
  made.cells[Math.max(0, last) + 1]?.append(element('small', { class: 'ragged-note' }, note));
}
