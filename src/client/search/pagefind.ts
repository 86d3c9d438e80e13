/** What we use of the script that Pagefind writes beside its index (it ships no types for the browser). */
export interface Pagefind {
  options: (options: { baseUrl: string }) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<Counts>;
  /** A null term matches every document. */
  search: (term: string | null, options: PagefindOptions) => Promise<PagefindAnswer>;
}

/** By facet and value. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindOptions {
  readonly filters?: Readonly<Record<string, { readonly any: readonly string[] }>>;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  /** Values of the results found: those of a facet with a chosen value are narrowed by it too. */
  readonly filters: Counts;
}

export interface PagefindResult {
  readonly id: string;
  data: () => Promise<PagefindPage>;
}

export interface PagefindPage {
  readonly url: string;
  /** Text with `<`, `>` escaped and the words found in `<mark>`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** The index cannot be loaded: not built yet, or the network is gone. */
export class IndexMissing extends Error {}

let loading: Promise<Pagefind> | null = null;
let attempts = 0;

/**
 * Loads Pagefind and its index from `<base>pagefind/`, once a page; after a failure the next call tries again.
 *
 * @param base the site's base path, with a slash at both ends
 * @throws IndexMissing
 */
export function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= importPagefind(base).catch((reason: unknown) => {
    loading = null;
    throw new IndexMissing('The search index could not be loaded', { cause: reason });
  });
  return loading;
}

async function importPagefind(base: string): Promise<Pagefind> {
  // Browsers remember that a module could not be loaded: another attempt needs another address.
  const attempt = attempts === 0 ? '' : `?attempt=${String(attempts)}`;
  attempts += 1;
  // The type of what the script exports: Pagefind publishes none.
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${attempt}`)) as Pagefind;
  await pagefind.options({ baseUrl: base });
  await pagefind.init();
  return pagefind;
}
