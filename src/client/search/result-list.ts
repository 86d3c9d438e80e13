import { joinWords } from '#search/segment-words.ts';
import { element } from '#client/elements.ts';
import { excerptParts, repeats } from './excerpt.ts';
import type { PagefindPage, PagefindResult } from './pagefind.ts';

const pageSize = 10;
const sectionsShown = 3;

/** The results on the page, ten at a time: the text of a result is fetched when it is shown. */
export class ResultList {
  readonly #place: HTMLElement;
  #results: readonly PagefindResult[] = [];
  #shown = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** How many results are there but not shown yet. */
  get hidden(): number {
    return this.#results.length - this.#shown;
  }

  /**
   * Shows the first results in place of the ones before.
   *
   * @param stillWanted asked once they are fetched: false when a newer question has been put since
   */
  async show(results: readonly PagefindResult[], stillWanted: () => boolean): Promise<void> {
    const items = await fetchItems(results.slice(0, pageSize));
    if (!stillWanted()) return;
    this.#results = results;
    this.#shown = items.length;
    this.#place.replaceChildren(...items);
  }

  /** Adds the next results and moves the focus to the first of them. */
  async showMore(): Promise<void> {
    const results = this.#results;
    const items = await fetchItems(results.slice(this.#shown, this.#shown + pageSize));
    if (results !== this.#results) return;
    this.#shown += items.length;
    this.#place.append(...items);
    items[0]?.querySelector('a')?.focus();
  }

  /** All links, sections included, in the order of the page. */
  links(): HTMLAnchorElement[] {
    return [...this.#place.querySelectorAll('a')];
  }
}

async function fetchItems(results: readonly PagefindResult[]): Promise<HTMLLIElement[]> {
  return Promise.all(results.map(async (result) => item(await result.data())));
}

function item({ url, excerpt, meta, filters, sub_results: sections }: PagefindPage): HTMLLIElement {
  const kind = filters['kind']?.[0] ?? 'page';
  const title = joinWords(meta['title'] ?? url);
  const headings = sections.filter((section) => section.url !== url).slice(0, sectionsShown);
  // Where sections answer, the excerpt shows only what was found before the first heading: the sections show the rest.
  const summary = headings.length === 0 ? excerpt : sections.find((section) => section.url === url)?.excerpt;
  return element(
    'li',
    { 'data-kind': kind },
    element('p', { class: 'title' }, element('a', { href: url }, title)),
    element('p', { class: 'about' }, ...about(kind, meta['date'], filters)),
    ...(summary === undefined || repeats(summary, title) ? [] : [element('p', { class: 'excerpt' }, ...excerptNodes(summary))]),
    ...(headings.length === 0
      ? []
      : [element('ul', { class: 'search-sections', 'aria-label': `Sections of ${title}` }, ...headings.map(section))]),
  );
}

function about(kind: string, date: string | undefined, filters: PagefindPage['filters']): (Node | string)[] {
  return [
    element('span', { class: 'kind-mark' }, kind),
    ...(filters['status'] ?? []).map((status) => element('span', {}, status)),
    ...(date === undefined ? [] : [element('time', { datetime: date }, date.slice(0, 10))]),
    ...(filters['tag'] ?? []).map((tag) => element('span', { class: 'tag' }, `#${tag}`)),
  ].flatMap((node) => [node, ' ']);
}

function section({ title, url, excerpt }: PagefindPage['sub_results'][number]): HTMLLIElement {
  // An excerpt from the start of a section begins with its heading, which stands above it already.
  const heading = `${title}. `;
  const text = excerpt.startsWith(heading) ? excerpt.slice(heading.length) : excerpt;
  return element('li', {}, element('a', { href: url }, joinWords(title)), element('p', {}, ...excerptNodes(text)));
}

function excerptNodes(excerpt: string): (Node | string)[] {
  return excerptParts(excerpt).map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}
