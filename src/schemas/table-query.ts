/**
 * What a reader has made of a results table, as the query of its address: `?q=rotary&sort=-val_bpb,memory_gb&status=keep&val_bpb=..0.98`. Written
 * by the table's page, kept in `program.md` as a named view, read by both; hence no import, so that a page can load it.
 */
export interface TableState {
  /** Words that a row must all hold, in any of its cells. */
  readonly text: string;
  /** The most important first. */
  readonly sort: readonly SortKey[];
  /** All of them must hold. In the order of `compareFilters`, and one choice filter a column at most. */
  readonly filters: readonly ColumnFilter[];
  /** The columns that are shown, in this order; empty means all, in the order of the file. */
  readonly columns: readonly string[];
  readonly pinnedColumns: readonly string[];
  /** By ordinal, from 1. */
  readonly pinnedRows: readonly number[];
  /** By ordinal, in the order in which they were chosen: others are compared with the first. */
  readonly selectedRows: readonly number[];
  readonly groupBy: string | null;
  /** Whether only the columns are shown in which the selected rows differ. */
  readonly onlyDifferent: boolean;
  readonly density: 'comfortable' | 'compact';
}

/** In place of a column: the order of the file, which as a key is descending always, the newest row first. Its query is `sort=-`. */
export const fileOrder = '';

export interface SortKey {
  /** Or `fileOrder`. */
  readonly column: string;
  readonly descending: boolean;
}

export type ColumnFilter =
  /** `0.9..0.98`, both ends included. Rows without a value never pass, so that `..` asks for any value. */
  | { readonly kind: 'range'; readonly column: string; readonly min: number | null; readonly max: number | null }
  /** Any of these cells, as written; sorted. */
  | { readonly kind: 'choice'; readonly column: string; readonly choices: readonly string[] }
  /** `~rotary`: the cell contains it, whatever its case and accents. */
  | { readonly kind: 'text'; readonly column: string; readonly text: string };

export const emptyTableState: TableState = {
  text: '',
  sort: [],
  filters: [],
  columns: [],
  pinnedColumns: [],
  pinnedRows: [],
  selectedRows: [],
  groupBy: null,
  onlyDifferent: false,
  density: 'comfortable',
};

/** An address names no more rows than this. */
export const mostNamedRows = 1_000;

/** Keys that are no columns. A filter on a column of such a name has a dot before it: `.sort=…`. */
const reserved: ReadonlySet<string> = new Set('q sort cols pin pinrows rows group diff dense view page'.split(' '));

/** The query without its question mark; empty for the empty state. The same state always gives the same query. */
export function writeTableQuery(state: TableState): string {
  const pairs: (readonly [string, string])[] = [
    ...(state.text === '' ? [] : [['q', state.text] as const]),
    ...listPair('sort', state.sort.map(writeSortKey)),
    ...state.filters.toSorted(compareFilters).flatMap(filterPairs),
    ...listPair('cols', state.columns.map(writeName)),
    ...listPair('pin', state.pinnedColumns.map(writeName)),
    ...listPair('pinrows', state.pinnedRows.slice(0, mostNamedRows).map(String)),
    ...listPair('rows', state.selectedRows.slice(0, mostNamedRows).map(String)),
    ...(state.groupBy === null ? [] : [['group', state.groupBy] as const]),
    ...(state.onlyDifferent ? [['diff', '1'] as const] : []),
    ...(state.density === 'compact' ? [['dense', '1'] as const] : []),
  ];
  return pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
}

/**
 * Reads the query of an address: what stands behind its question mark, or an address as it was copied. Never throws: what it does not understand is left out, and every other key is
 * a filter on a column of that name, whether or not the table has it. The order of different keys does not matter.
 */
export function readTableQuery(query: string): TableState {
  const parameters = new URLSearchParams(query.replace(/^[^?&=#]*\?|#.*$/gs, ''));
  const list = (key: string): string[] => splitList(parameters.get(key) ?? '');
  const group = parameters.get('group') ?? '';
  return {
    text: parameters.get('q') ?? '',
    sort: uniqueBy(list('sort').map(readSortKey), ({ column }) => column).filter(
      ({ column, descending }) => column !== fileOrder || descending,
    ),
    filters: readFilters(parameters),
    columns: readNames(list('cols')),
    pinnedColumns: readNames(list('pin')),
    pinnedRows: readOrdinals(list('pinrows')),
    selectedRows: readOrdinals(list('rows')),
    groupBy: group === '' ? null : group,
    onlyDifferent: parameters.get('diff') === '1',
    density: parameters.get('dense') === '1' ? 'compact' : 'comfortable',
  };
}

/** The columns that a state asks something of, each once. */
export function columnsInQuery({ sort, filters, columns, pinnedColumns, groupBy }: TableState): string[] {
  const asked = [...sort, ...filters].map(({ column }) => column).filter((column) => column !== fileOrder);
  return [...new Set([...asked, ...columns, ...pinnedColumns, ...(groupBy === null ? [] : [groupBy])])];
}

const kinds = ['range', 'choice', 'text'] as const satisfies readonly ColumnFilter['kind'][];

/** By column, then range before choice before text. */
export function compareFilters(a: ColumnFilter, b: ColumnFilter): number {
  return compareTexts(a.column, b.column) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareTexts(valueKey(a), valueKey(b));
}

function valueKey(filter: ColumnFilter): string {
  return filterPairs(filter)
    .map(([, value]) => value)
    .join('&');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filterPairs(filter: ColumnFilter): (readonly [string, string])[] {
  const key = reserved.has(filter.column) || filter.column.startsWith('.') ? `.${filter.column}` : filter.column;
  switch (filter.kind) {
    case 'range':
      return [[key, `${String(filter.min ?? '')}..${String(filter.max ?? '')}`]];
    case 'choice':
      return filter.choices.map((choice) => [key, isPlain(choice) ? choice : `=${choice}`] as const);
    case 'text':
      return [[key, `~${filter.text}`]];
  }
}

function readFilters(parameters: URLSearchParams): ColumnFilter[] {
  const choices = new Map<string, Set<string>>();
  const others: ColumnFilter[] = [];
  for (const [key, value] of parameters) {
    const column = key.startsWith('.') ? key.slice(1) : key;
    if (column === '' || reserved.has(key)) continue;
    const range = readRange(value);
    if (range !== null) others.push({ kind: 'range', column, ...range });
    else if (value.startsWith('~')) {
      if (value !== '~') others.push({ kind: 'text', column, text: value.slice(1) });
    } else {
      const chosen = choices.get(column) ?? new Set();
      choices.set(column, chosen.add(value.startsWith('=') ? value.slice(1) : value));
    }
  }
  const filters = [
    ...Array.from(choices, ([column, chosen]) => ({ kind: 'choice', column, choices: [...chosen].sort(compareTexts) }) as const),
    ...others,
  ];
  return uniqueBy(filters, (filter) => JSON.stringify([filter.column, valueKey(filter)])).sort(compareFilters);
}

/** Whether a choice can be written as it is and is read as nothing else. */
function isPlain(choice: string): boolean {
  return !/^[=~]/.test(choice) && readRange(choice) === null;
}

const numeral = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const rangePattern = new RegExp(`^(${numeral})?\\.\\.(${numeral})?$`, 'i');

/** @returns null for anything but two finite numbers with `..` between them, of which either may be absent */
function readRange(value: string): { readonly min: number | null; readonly max: number | null } | null {
  const match = rangePattern.exec(value);
  if (match === null) return null;
  const [min, max] = [match[1], match[2]].map((text) => (text === undefined ? null : Number(text)));
  return isBound(min) && isBound(max) ? { min, max } : null;
}

function isBound(bound: number | null | undefined): bound is number | null {
  return bound === null || Number.isFinite(bound);
}

function writeSortKey({ column, descending }: SortKey): string {
  return (descending ? '-' : '') + writeName(column);
}

function readSortKey(item: string): SortKey {
  const descending = item.startsWith('-');
  return { column: readName(descending ? item.slice(1) : item), descending };
}

/** In lists, a backslash stands before a comma or backslash, and before a minus where it is the first character. */
function writeName(name: string): string {
  return name.replaceAll(/[\\,]|^-/g, String.raw`\$&`);
}

function readName(item: string): string {
  return item.replaceAll(/\\(.)/gs, '$1');
}

function splitList(text: string): string[] {
  return text.match(/(?:\\.|[^,\\]|\\$)+/gs) ?? [];
}

function readNames(items: readonly string[]): string[] {
  return [...new Set(items.map(readName))].filter((name) => name !== '');
}

function readOrdinals(items: readonly string[]): number[] {
  const ordinals = items.filter((item) => /^[1-9]\d*$/.test(item)).map(Number);
  return [...new Set(ordinals.filter(Number.isSafeInteger))].slice(0, mostNamedRows);
}

function listPair(key: string, items: readonly string[]): (readonly [string, string])[] {
  return items.length === 0 ? [] : [[key, items.join(',')]];
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size);
}

/** As short and readable as a query may be: spaces as `+`, and what means nothing in a query as it is. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/%(?:20|2C|2F|3A)/g, (code) => readable[code] ?? code);
}

const readable: Readonly<Record<string, string>> = { '%20': '+', '%2C': ',', '%2F': '/', '%3A': ':' };
