import { ask, effectiveOrder } from './ask.ts';
import { element, part } from '#client/elements.ts';
import { resultCount } from './excerpt.ts';
import { FacetList } from './facet-list.ts';
import { IndexMissing, loadPagefind, type Pagefind } from './pagefind.ts';
import { emptySelection, orders, readQuery, selectedCount, toggled, writeQuery, type SearchQuery } from './query.ts';
import { ResultList } from './result-list.ts';

/** Between the last key and the question. */
const pauseMs = 120;

/**
 * `<site-search data-base="/" data-place="page">` around the markup of `components/search/search-panel.astro`. On the search page the query
 * lives in the address; in the dialog (`data-place="dialog"`) it lives as long as the page, and Enter opens the first result.
 */
export class SiteSearch extends HTMLElement {
  #query: SearchQuery = { text: '', selection: emptySelection, order: 'relevance' };
  #facets: FacetList | null = null;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #results: ResultList | null = null;
  #answered: Promise<void> | null = null;

  get #inDialog(): boolean {
    return this.dataset['place'] === 'dialog';
  }

  get #input(): HTMLInputElement {
    return part(this, 'input', HTMLInputElement);
  }

  connectedCallback(): void {
    if (this.#results) return;
    this.#results = new ResultList(part(this, 'results', HTMLOListElement));
    part(this, 'facets', HTMLDetailsElement).open = matchMedia('(min-width: 48rem)').matches;
    this.#listen();
    if (this.#inDialog) this.#query = { ...this.#query, text: this.#input.value };
    else this.#restore();
  }

  /** The first time, loads the index and answers what was typed meanwhile. */
  activate(): void {
    this.#answered ??= this.#search();
  }

  #listen(): void {
    this.#input.addEventListener('input', () => {
      this.#query = { ...this.#query, text: this.#input.value };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed(), pauseMs);
    });
    part(this, 'order', HTMLSelectElement).addEventListener('change', (event) => {
      const order = orders.find(
        (candidate) => candidate === (event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : ''),
      );
      this.#change({ order: order ?? 'relevance' });
    });
    part(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    part(this, 'more', HTMLButtonElement).addEventListener('click', () => {
      void this.#results?.showMore().then(() => this.#showCount());
    });
    this.addEventListener('keydown', (event) => this.#move(event));
    if (!this.#inDialog) addEventListener('popstate', () => this.#restore());
  }

  #restore(): void {
    this.#query = readQuery(location.search);
    this.#answered = this.#search();
  }

  #change(change: Partial<SearchQuery>): void {
    this.#query = { ...this.#query, ...change };
    this.#changed();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    if (!this.#inDialog) history.replaceState(history.state, '', location.pathname + writeQuery(this.#query));
    this.#answered = this.#search();
  }

  async #submit(): Promise<void> {
    this.#change({ text: this.#input.value });
    await this.#answered;
    const [first] = this.#results?.links() ?? [];
    if (this.#inDialog) first?.click();
    else first?.focus();
  }

  /** Asks for the current query and shows the answer, unless another question was put meanwhile. */
  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const stillWanted = (): boolean => turn === this.#turn;
    const query = this.#query;
    this.#showControls();
    const slow = setTimeout(() => this.#say('Searching…'), 300);
    try {
      const pagefind = await loadPagefind(this.dataset['base'] ?? '/');
      await this.#makeFacets(pagefind);
      const { results, counts } = await ask(pagefind, query);
      await this.#results?.show(results, stillWanted);
      if (!stillWanted()) return;
      this.#facets?.update(counts, query.selection);
      part(this, 'body', HTMLElement).hidden = results.length === 0 && selectedCount(query.selection) === 0;
      this.#showNothing(results.length === 0 ? query : null);
      this.#showCount(results.length);
    } catch (reason) {
      if (!stillWanted()) return;
      this.#showFailure(reason);
    } finally {
      clearTimeout(slow);
    }
  }

  async #makeFacets(pagefind: Pagefind): Promise<void> {
    if (this.#facets) return;
    const all = await pagefind.filters();
    this.#facets ??= new FacetList(part(this, 'groups', HTMLElement), all, this.#query.selection, (name, value, chosen) =>
      this.#change({ selection: toggled(this.#query.selection, name, value, chosen) }),
    );
  }

  #showControls(): void {
    const { text, selection } = this.#query;
    const chosen = selectedCount(selection);
    if (this.#input.value !== text) this.#input.value = text;
    part(this, 'order', HTMLSelectElement).value = effectiveOrder(this.#query);
    part(this, 'relevance', HTMLOptionElement).disabled = text.trim() === '';
    part(this, 'chosen', HTMLElement).textContent = chosen === 0 ? '' : `(${String(chosen)})`;
    part(this, 'tips', HTMLElement).hidden = text.trim() !== '';
    const page = this.querySelector<HTMLAnchorElement>('a[data-part="as-page"]');
    if (page) page.search = writeQuery(this.#query);
  }

  #total = 0;

  #showCount(total = this.#total): void {
    this.#total = total;
    const left = this.#results?.hidden ?? 0;
    const browsing = this.#query.text.trim() === '' && selectedCount(this.#query.selection) === 0;
    const words = browsing ? `${total.toLocaleString('en')} in all` : resultCount(total);
    this.#say(left > 0 ? `${words}, ${String(total - left)} shown` : words);
    part(this, 'more', HTMLButtonElement).hidden = left === 0;
  }

  #showNothing(query: SearchQuery | null): void {
    const place = part(this, 'message', HTMLElement);
    place.hidden = query === null;
    if (query === null) return;
    const clear = element('button', { type: 'button' }, 'Search without filters');
    clear.addEventListener('click', () => {
      this.#input.focus();
      this.#change({ selection: emptySelection });
    });
    place.replaceChildren(
      element(
        'p',
        { class: 'headline' },
        query.text.trim() === '' ? 'Nothing has all of these.' : `Nothing found for “${query.text.trim()}”.`,
      ),
      element('p', {}, 'Typing errors are not corrected: check the spelling, or type only the beginning of a word.'),
      ...(selectedCount(query.selection) === 0 ? [] : [clear]),
    );
  }

  #showFailure(reason: unknown): void {
    const place = part(this, 'message', HTMLElement);
    const missing = reason instanceof IndexMissing;
    const retry = element('button', { type: 'button' }, 'Try again');
    retry.addEventListener('click', () => this.#changed());
    part(this, 'results', HTMLOListElement).replaceChildren();
    part(this, 'more', HTMLButtonElement).hidden = true;
    place.replaceChildren(
      element('p', { class: 'headline' }, missing ? 'The search index is not built yet.' : 'The search failed.'),
      element(
        'p',
        {},
        missing ? 'It is made by “priors build”; under “priors dev” it follows a moment after the start.' : 'Reloading the page may help.',
      ),
      retry,
    );
    place.hidden = false;
    this.#say(missing ? 'The search index is not built yet' : 'The search failed');
  }

  #say(words: string): void {
    part(this, 'status', HTMLElement).textContent = words;
  }

  /** Arrows walk from the field through the results and back; a slash returns to the field. */
  #move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = this.#results?.links() ?? [];
    const at = links.findIndex((link) => link === document.activeElement);
    const inField = document.activeElement === this.#input;
    if (!inField && at === -1) return;
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus();
    else if ((event.key === 'ArrowUp' && at === 0) || (event.key === '/' && !inField)) this.#input.focus();
    else return;
    event.preventDefault();
  }
}

if (!customElements.get('site-search')) customElements.define('site-search', SiteSearch);
