/**
 * `<sortable-table>` around a finished table: its column headers become buttons that sort the rows, numbers as numbers, in the order
 * ascending, descending, as recorded. Without this script the table stands as it is.
 */
class SortableTable extends HTMLElement {
  #recorded: HTMLTableRowElement[] = [];

  connectedCallback(): void {
    const table = this.querySelector('table');
    const body = table?.tBodies[0];
    if (!table || !body || this.#recorded.length > 0) return;
    this.#recorded = [...body.rows];
    const headers = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
    for (const [column, header] of headers.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const order = nextOrder(header.getAttribute('aria-sort'));
        for (const other of headers) other.removeAttribute('aria-sort');
        if (order !== null) header.setAttribute('aria-sort', order);
        body.append(...sorted(this.#recorded, column, order));
      });
    }
  }
}

type Order = 'ascending' | 'descending' | null;

function nextOrder(current: string | null): Order {
  return current === null ? 'ascending' : current === 'ascending' ? 'descending' : null;
}

/** Rows without a value in the column stay at the end in both orders. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  if (order === null) return [...rows];
  const sign = order === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * collator.compare(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}

const collator = new Intl.Collator('en', { numeric: true });

/** A number in a column of numbers (its value stands in the attribute), text elsewhere, null where there is none. */
function keyOf(cell: HTMLTableCellElement | undefined): number | string | null {
  const value = cell?.dataset['value'];
  if (value !== undefined) return value === '' ? null : Number(value);
  const text = wordsOf(cell);
  return text === '' ? null : text;
}

/** What was recorded, without our note on a row that has too few or too many cells. */
function wordsOf(cell: HTMLTableCellElement | undefined): string {
  return Array.from(cell?.childNodes ?? [], (node) =>
    node instanceof Element && node.classList.contains('ragged-note') ? '' : node.textContent,
  )
    .join('')
    .trim();
}

if (!customElements.get('sortable-table')) customElements.define('sortable-table', SortableTable);
