import { element } from '#client/elements.ts';
import { TableDataError } from '#client/table/read-table-data.ts';

/** Says what the table is doing, where screen readers hear it, and takes it away after a while. */
export class Notice {
  readonly #place: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** @param lasting whether it stays until something else is said */
  say(text: string, lasting = false): void {
    clearTimeout(this.#timer);
    this.#place.replaceChildren(text);
    if (!lasting) this.#timer = setTimeout(() => this.clear(), 6_000);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#place.replaceChildren();
  }

  /** Says why the rows are not there, with a button that helps. */
  failed(reason: unknown, retry: () => void): void {
    const isGone = reason instanceof TableDataError && reason.reason === 'gone';
    const button = element('button', { type: 'button', class: 'table-button' }, isGone ? 'Reload the page' : 'Try again');
    button.addEventListener('click', () => (isGone ? location.reload() : retry()));
    this.say('', true);
    this.#place.append(
      isGone ? 'The site was built again since this page was opened. ' : 'The rest of the table could not be loaded. ',
      button,
    );
  }
}
