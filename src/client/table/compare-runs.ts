import { element, part } from '#client/elements.ts';
import { readTableQuery, writeTableQuery, type TableState } from '#schemas/table-query.ts';
import { comparedColumns, difference, ordinalsIn, type ComparisonBasis, type Difference } from './compare-values.ts';
import type { ColumnStore, StoredColumn } from './column-store.ts';
import { differentColumns } from './different-columns.ts';
import { loadColumns, loadManifest } from './load-table.ts';
import { CellMaker } from './ui/cell-maker.ts';
import { MarkMaker } from './ui/mark-maker.ts';
import { Notice } from './ui/notice.ts';
import { readFacts, type TableFacts } from './ui/table-facts.ts';

/** More columns than this nobody reads side by side. */
const mostCompared = 24;
/** A cell may take so many lines before it is folded. */
const mostLines = 8;

/**
 * `<compare-runs>`: the runs that the address names (`?rows=3,17,42`) side by side, the first as what the others are compared with. What is shown
 * stands in the address alone, so that it can be passed on and stepped back from.
 */
class CompareRuns extends HTMLElement {
  #facts: TableFacts | null = null;
  #state: TableState = readTableQuery(location.search);
  #store: ColumnStore | null = null;

  connectedCallback(): void {
    if (this.#facts !== null) return;
    this.#facts = readFacts(this);
    const { form, field, different } = this.#parts();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change({ ...this.#state, selectedRows: ordinalsIn(field.value) });
    });
    different.addEventListener('click', () => this.#change({ ...this.#state, onlyDifferent: !this.#state.onlyDifferent }));
    addEventListener('popstate', () => {
      this.#state = readTableQuery(location.search);
      this.#show();
    });
    this.#show();
  }

  #parts() {
    return {
      form: part(this, 'form', HTMLFormElement),
      field: part(this, 'field', HTMLInputElement),
      different: part(this, 'different', HTMLButtonElement),
      choose: part(this, 'choose', HTMLAnchorElement),
      empty: part(this, 'empty', HTMLElement),
      message: part(this, 'message', HTMLElement),
      compared: part(this, 'compared', HTMLElement),
      scroller: part(this, 'scroller', HTMLElement),
      marks: part(this, 'marks', HTMLTemplateElement),
    };
  }

  #change(next: TableState): void {
    this.#state = next;
    const query = writeTableQuery(next);
    history.pushState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    this.#show();
  }

  /** Shows what the address asks for, as soon as the table's data is there. */
  #show(): void {
    const { field, empty, compared, choose, different } = this.#parts();
    const { selectedRows, onlyDifferent } = this.#state;
    field.value = selectedRows.join(', ');
    choose.href = `${this.#facts?.address ?? ''}${selectedRows.length === 0 ? '' : `?rows=${selectedRows.join(',')}`}`;
    different.setAttribute('aria-pressed', String(onlyDifferent));
    empty.hidden = selectedRows.length > 0;
    compared.hidden = selectedRows.length === 0;
    if (selectedRows.length === 0) this.#notice().clear();
    else if (this.#store === null) void this.#load();
    else this.#draw(this.#store);
  }

  async #load(): Promise<void> {
    const source = this.#facts?.source ?? '';
    this.#notice().say('Loading …', true);
    try {
      this.#store ??= await loadColumns(source, await loadManifest(source));
    } catch (reason) {
      this.#notice().failed(reason, () => void this.#load());
      return;
    }
    this.#notice().clear();
    this.#show();
  }

  #notice(): Notice {
    return new Notice(this.#parts().message);
  }

  #draw(store: ColumnStore): void {
    if (this.#facts === null) return;
    const { scroller, marks } = this.#parts();
    const known = this.#state.selectedRows.filter((ordinal) => ordinal <= store.rows);
    const rows = known.slice(0, mostCompared).map((ordinal) => ordinal - 1);
    this.#sayWhatIsMissing(store, known.length);
    const cells = new CellMaker(store, this.#facts, new MarkMaker(marks.content), new Map());
    const different = new Set(differentColumns(store, rows));
    const columns = comparedColumns(store, rows, this.#facts.metric, this.#state.onlyDifferent && rows.length > 1);
    scroller.replaceChildren(
      element(
        'table',
        { class: 'compare-table' },
        element(
          'thead',
          {},
          element('tr', {}, element('th', { scope: 'col' }, 'Column'), ...rows.map((row) => this.#runHeader(row, rows, cells))),
        ),
        element('tbody', {}, ...columns.map((column) => this.#line(store, column, rows, different.has(column), cells))),
      ),
    );
  }

  #sayWhatIsMissing(store: ColumnStore, known: number): void {
    const gone = this.#state.selectedRows.filter((ordinal) => ordinal > store.rows);
    const said = [
      ...(gone.length === 0
        ? []
        : [`The table has ${store.rows.toLocaleString('en')} rows, and none numbered ${gone.slice(0, 5).join(', ')}.`]),
      ...(known > mostCompared ? [`Only the first ${String(mostCompared)} of ${String(known)} are shown.`] : []),
      ...(known === 1 ? ['Name a second one to compare it with.'] : []),
    ];
    if (said.length === 0) this.#notice().clear();
    else this.#notice().say(said.join(' '), true);
  }

  #runHeader(row: number, rows: readonly number[], cells: CellMaker): HTMLElement {
    const name = `${this.#facts?.rowName ?? 'Run'} ${String(row + 1)}`;
    const page = cells.address(row);
    const others = rows.filter((other) => other !== row).map((other) => other + 1);
    const button = (text: string, label: string, selectedRows: readonly number[]): HTMLButtonElement => {
      const made = element('button', { type: 'button', class: 'table-button', 'aria-label': label }, text);
      made.addEventListener('click', () => {
        this.#change({ ...this.#state, selectedRows });
        this.#parts().scroller.focus();
      });
      return made;
    };
    return element(
      'th',
      { scope: 'col' },
      element('a', { href: page.startsWith('#') ? `${this.#facts?.address ?? ''}${page}` : page }, name),
      element(
        'div',
        { class: 'compare-actions' },
        row === rows[0]
          ? element('span', {}, rows.length > 1 ? 'reference' : '')
          : button('Make reference', `Make reference: ${name}`, [row + 1, ...others]),
        button('Remove', `Remove ${name}`, others),
      ),
    );
  }

  #line(store: ColumnStore, column: StoredColumn, rows: readonly number[], differs: boolean, cells: CellMaker): HTMLElement {
    const { direction } = column.info;
    const header = element('th', { scope: 'row' }, element('span', { class: 'compare-name' }, column.name));
    if (differs)
      header.append(' ', element('span', { class: 'compare-differs', role: 'img', 'aria-label': 'differs', title: 'differs' }, '≠'));
    if (direction !== null) header.append(element('small', {}, `${direction} is better`));
    const [base = 0] = rows;
    return element(
      'tr',
      {},
      header,
      ...rows.map((row) => {
        const cell = cells.cell(column, row, mostLines);
        const found = row === base ? null : difference(store, column, row, base, this.#basis);
        if (found !== null) cell.append(this.#differenceLine(found, column.name));
        return cell;
      }),
    );
  }

  #differenceLine({ amount, measures, word, isBeyondNoise }: Difference, column: string): HTMLElement {
    const isUnknown = column === this.#basis.metric && this.#basis.noise === null && (word === 'better' || word === 'worse');
    const text = [
      `${amount}${measures.length === 0 ? '' : ` (${measures.join(', ')})`}`,
      ...(word === null ? [] : [word]),
      ...(isUnknown ? ['noise unknown'] : []),
    ].join(', ');
    return element('small', { class: 'compare-by', ...(isBeyondNoise && word !== null ? { 'data-word': word } : {}) }, text);
  }

  get #basis(): ComparisonBasis {
    const { metric, sigma, critical } = this.dataset;
    const noise = sigma === undefined || critical === undefined ? null : { sigma: Number(sigma), critical: Number(critical) };
    return { metric: metric ?? null, noise };
  }
}

if (!customElements.get('compare-runs')) customElements.define('compare-runs', CompareRuns);
