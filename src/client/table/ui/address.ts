/** Browsers refuse more than a few changes of the address a second: a burst of them is written once. */
const writeDelay = 200;

/** The address of the page, as far as the table has its state there. */
export class Address {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #query: string | null = null;

  constructor() {
    addEventListener('pagehide', () => this.flush());
  }

  /** What stands behind `?`. */
  get query(): string {
    return location.search.slice(1);
  }

  /** The run that the address names, by ordinal: `#run-512`. */
  get run(): number | null {
    const match = /^#run-([1-9]\d*)$/.exec(location.hash);
    return match === null ? null : Number(match[1]);
  }

  /** Puts a query in place of the present one, soon; the step back still leads to the page before. */
  replace(query: string): void {
    this.#query = query;
    this.#timer ??= setTimeout(() => this.flush(), writeDelay);
  }

  /** Leaves the present address behind, so that a step back leads to it. */
  push(query: string): void {
    this.flush();
    history.pushState(null, '', this.#with(query));
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#query !== null && this.#query !== this.query) history.replaceState(history.state, '', this.#with(this.#query));
    this.#query = null;
  }

  #with(query: string): string {
    return `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
  }
}
