import { element } from '#client/elements.ts';
import { textAt, type StoredColumn } from '#client/table/column-store.ts';
import { measureGroup, type RowGroup } from '#client/table/group-rows.ts';
import { groupName, measureText } from '#client/table/group-text.ts';
import type { RowSetting } from './run-row.ts';
import { stick } from './sticky-columns.ts';

/** The row of a group: how many rows it has, the mean of each column of numbers with its interval, and what else they have in common. */
export function groupRow(group: RowGroup, by: StoredColumn, expanded: boolean, setting: RowSetting): HTMLTableRowElement {
  const { columns, offsets, noun } = setting;
  const name = groupName(by.name, group.key);
  const count = group.rows.length;
  const counted = `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  const button = element(
    'button',
    { type: 'button', class: 'group-toggle', 'aria-expanded': String(expanded), 'aria-label': `${name}: ${counted}` },
    counted,
  );
  const row = element('tr', { class: 'group-row', 'data-group': group.key }, element('th', { scope: 'row', class: 'number' }, button));
  for (const column of columns) row.append(groupCell(group, by, column));
  stick(row, offsets);
  return row;
}

function groupCell({ key, rows }: RowGroup, by: StoredColumn, column: StoredColumn): HTMLTableCellElement {
  if (column === by) return element('td', { class: 'group-key', 'data-role': column.info.role }, key === '' ? 'none' : key);
  if (column.type === 'number') {
    const measure = measureGroup(column, rows);
    const cell = element('td', { class: 'number' });
    // One value, or the same one several times, stands as it was written.
    const written =
      measure !== null && measure.min === measure.max ? textAt(column, rows.find((row) => column.values[row] === measure.min) ?? 0) : null;
    if (written !== null && measure?.n === rows.length) cell.append(written);
    else if (measure !== null) cell.append(measureText(measure, rows.length));
    return cell;
  }
  const first = textAt(column, rows[0] ?? 0);
  const isCommon = rows.every((row) => textAt(column, row) === first);
  return isCommon ? element('td', {}, first) : element('td', { class: 'varies' }, rows.length > 1 ? 'varies' : '');
}
