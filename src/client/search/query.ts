/** Facets in the order in which they are shown; also the names of Pagefind's filters and of the URL's parameters. */
export const facetNames = ['kind', 'status', 'tag', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** `date` is newest first: the name that shared addresses carry. */
export const orders = ['relevance', 'date', 'oldest'] as const;
export type Order = (typeof orders)[number];

export type Selection = Readonly<Record<FacetName, readonly string[]>>;

/** Everything that decides which results are shown. */
export interface SearchQuery {
  readonly text: string;
  /** Chosen values; several of one facet mean any of them, several facets all of them. */
  readonly selection: Selection;
  readonly order: Order;
}

export const emptySelection: Selection = { kind: [], status: [], tag: [], year: [] };

/** Reads the query of a shared address; parameters it does not know are left alone, an unknown order is relevance. */
export function readQuery(search: string): SearchQuery {
  const parameters = new URLSearchParams(search);
  const values = (name: FacetName): string[] => [...new Set(parameters.getAll(name).filter((value) => value !== ''))];
  const sort = parameters.get('sort');
  return {
    text: parameters.get('q') ?? '',
    selection: { kind: values('kind'), status: values('status'), tag: values('tag'), year: values('year') },
    order: orders.find((order) => order === sort) ?? 'relevance',
  };
}

/** The query as the search part of an address, `?` included; empty where nothing is asked. The reverse of `readQuery`. */
export function writeQuery({ text, selection, order }: SearchQuery): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  for (const name of facetNames) for (const value of selection[name]) parameters.append(name, value);
  if (order !== 'relevance') parameters.set('sort', order);
  const search = parameters.toString();
  return search === '' ? '' : `?${search}`;
}

/** The selection with one value added or taken away. */
export function toggled(selection: Selection, name: FacetName, value: string, chosen: boolean): Selection {
  const others = selection[name].filter((candidate) => candidate !== value);
  return { ...selection, [name]: chosen ? [...others, value] : others };
}

/** How many values are chosen, over all facets. */
export function selectedCount(selection: Selection): number {
  return facetNames.reduce((sum, name) => sum + selection[name].length, 0);
}
