import { element } from '#client/elements.ts';

/** Pinned columns take at most this part of the width: on a narrow screen the others must stay in sight. */
const mostPinned = 0.6;

/**
 * The widths of the columns. The browser finds them from the rows that are on the page, as it does without a script; then they are held, so
 * that nothing moves sideways while other rows come into view.
 */
export class ColumnLayout {
  readonly #table: HTMLTableElement;
  readonly #scroller: HTMLElement;
  readonly #columns = element('colgroup');
  readonly #widths = new Map<string, number>();
  /** What columns were before they are measured again: none becomes narrower by it. */
  #least: ReadonlyMap<string, number> = new Map();
  /** The widths at which the columns are held now. */
  #held = '';

  constructor(table: HTMLTableElement, scroller: HTMLElement) {
    this.#table = table;
    this.#scroller = scroller;
    table.tHead?.before(this.#columns);
  }

  /** Forgets all widths: there is more room or less. */
  forget(): void {
    this.#least = new Map();
    this.#widths.clear();
  }

  /** Measures all columns anew, of which some need more room: the rows of groups hold more than those of runs. */
  grow(): void {
    this.#least = new Map(this.#widths);
    this.#widths.clear();
  }

  knows(columns: readonly string[]): boolean {
    return this.#widths.has('') && columns.every((name) => this.#widths.has(name));
  }

  /**
   * Holds the columns of the header at their widths, measuring those that are new.
   *
   * @param rowHeader of the column that heads the rows
   * @param columns by name
   */
  hold(rowHeader: HTMLElement, columns: ReadonlyMap<string, HTMLElement>): void {
    const headers = [['', rowHeader] as const, ...columns];
    if (!this.knows(headers.map(([name]) => name))) {
      this.#release();
      const measured = headers.map(([name, header]) => [name, header.getBoundingClientRect().width] as const);
      for (const [name, width] of measured)
        if (!this.#widths.has(name)) this.#widths.set(name, Math.max(width, this.#least.get(name) ?? 0));
    }
    const widths = headers.map(([name]) => this.#widths.get(name) ?? 0);
    const key = widths.join(' ');
    if (key === this.#held) return;
    this.#held = key;
    this.#columns.replaceChildren(
      ...widths.map((width) => {
        const column = element('col');
        column.style.width = `${String(width)}px`;
        return column;
      }),
    );
    this.#table.style.width = `${String(widths.reduce((sum, width) => sum + width, 0))}px`;
    this.#table.classList.add('held');
  }

  /** How far from the left edge each of the pinned columns stays; fewer than asked for where there is no room. */
  offsets(pinned: readonly string[]): number[] {
    const offsets: number[] = [];
    let left = this.#widths.get('') ?? 0;
    for (const name of pinned) {
      const width = this.#widths.get(name) ?? 0;
      if (left + width > this.#scroller.clientWidth * mostPinned) break;
      offsets.push(left);
      left += width;
    }
    return offsets;
  }

  #release(): void {
    this.#held = '';
    this.#columns.replaceChildren();
    this.#table.style.width = '';
    this.#table.classList.remove('held');
  }
}
