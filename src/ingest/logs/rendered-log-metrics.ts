import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ValuePlace } from '#schemas/entry.ts';
import { metricNames } from '#schemas/log-sections.ts';
import { placeIn, type MarkdownLine } from './rendered-log-lines.ts';
import { isRule, tableRows, type TableRow } from './rendered-log-table.ts';
import { labelledValues } from './rendered-log-values.ts';
import type { SourceLine } from '#ingest/text/source-lines.ts';

/** The metrics of a rendered log as frontmatter has them. */
export interface RenderedMetrics {
  readonly metrics: Record<string, string | Record<string, string>>;
  /** By path below `metrics`: `params`, `before.accuracy`. */
  readonly places: ReadonlyMap<string, ValuePlace>;
  /** Lines that became data, or only framed it. */
  readonly taken: readonly SourceLine[];
  readonly problems: readonly Problem[];
}

type Side = 'before' | 'after';

/** The row in which the script writes a side that was one text. */
const sideAsText = 'Value';

/**
 * Reads the two tables of a section "Metrics" (formats.md, "Rendered engineering logs"), and the labelled values beside them. The script escapes nothing: a value that holds a `|`
 * makes a row of too many cells, and one that holds a line break a row of several lines. The first is reported; its text is kept where only one cell
 * can have held it. A table with other columns is left to the body, and so is a value whose name is taken.
 */
export function readMetrics(path: string, lines: readonly MarkdownLine[]): RenderedMetrics {
  const reader = new MetricsReader(path);
  const rows = tableRows(lines.filter(({ isCode }) => !isCode));
  let columns = 0;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next !== undefined && isRule(next)) columns = columnsOf(row);
    else if (!isRule(row)) {
      if (columns === 2) reader.readValue(row);
      if (columns === 3) reader.readComparison(row);
      continue;
    }
    if (columns > 0) reader.take(row.lines);
  }
  const ofTables = new Set(rows.flatMap((row) => row.lines));
  for (const { label, value, lines: own } of labelledValues(lines, ofTables)) reader.readNamed(label, value, own);
  return reader.result();
}

/** 2 for `Metric | Value`, 3 for `Metric | Before | After`, 0 for any other header. */
function columnsOf({ cells }: TableRow): number {
  const header = cells.join('|').toLowerCase();
  return header === 'metric|value' ? 2 : header === 'metric|before|after' ? 3 : 0;
}

class MetricsReader {
  readonly #path: string;
  readonly #metrics = emptyGroup();
  readonly #sides: Readonly<Record<Side, Record<string, string>>> = { before: emptyGroup(), after: emptyGroup() };
  readonly #places = new Map<string, ValuePlace>();
  readonly #taken: SourceLine[] = [];
  readonly #problems: Problem[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  take(lines: readonly SourceLine[]): void {
    this.#taken.push(...lines);
  }

  readValue(row: TableRow): void {
    const [name = '', ...values] = row.cells;
    const isBold = /^\*\*.+\*\*$/s.test(name);
    const joined = values.join(' | ');
    const value = isBold && /^\*\*.+\*\*$/s.test(joined) ? joined.slice(2, -2).trim() : joined;
    if (row.cells.length !== 2) this.#reportBroken(row, 2);
    this.readNamed(isBold ? name.slice(2, -2).trim() : name, value, row.lines);
  }

  /** A value by its display name. One side as a text is the row that the script calls "Value". */
  readNamed(name: string, value: string, lines: readonly SourceLine[]): void {
    const key = keyOf(name);
    const isSide = key === 'before' || key === 'after';
    const group = isSide ? this.#sides[key] : this.#metrics;
    const own = isSide ? sideAsText : key;
    if (key === '' || value === '' || key === '__proto__' || Object.hasOwn(group, own)) return;
    group[own] = value;
    this.#placeAt(isSide ? `${key}.${own}` : key, lines, value);
    this.take(lines);
  }

  readComparison(row: TableRow): void {
    const [name = '', before = '', after = ''] = row.cells;
    if (row.cells.length !== 3) {
      // Which side holds the pipe cannot be known: the row is shown as it stands.
      this.#reportBroken(row, 3);
      return;
    }
    const { before: befores, after: afters } = this.#sides;
    if (name === '' || name === '__proto__' || Object.hasOwn(befores, name) || Object.hasOwn(afters, name)) return;
    if (!isAbsent(before)) {
      befores[name] = before;
      this.#placeAt(`before.${name}`, row.lines, before);
    }
    if (!isAbsent(after)) {
      afters[name] = after;
      this.#placeAt(`after.${name}`, row.lines, after);
    }
    this.take(row.lines);
  }

  result(): RenderedMetrics {
    const metrics: Record<string, string | Record<string, string>> = this.#metrics;
    for (const side of ['before', 'after'] as const) {
      const values = this.#sides[side];
      const [first, ...others] = Object.entries(values);
      if (first === undefined) continue;
      const [name, value] = first;
      const isText = name === sideAsText && others.length === 0;
      metrics[side] = isText ? value : values;
      const place = this.#places.get(`${side}.${name}`);
      if (place !== undefined) this.#places.set(side, place);
    }
    return { metrics, places: this.#places, taken: this.#taken, problems: this.#problems };
  }

  #placeAt(key: string, lines: readonly SourceLine[], value: string): void {
    const [first] = lines;
    if (first !== undefined) this.#places.set(key, placeIn(first, value.split(/\n| \| /)[0] ?? value));
  }

  #reportBroken({ cells, lines }: TableRow, expected: number): void {
    const [first] = lines;
    if (first === undefined) return;
    const place = { path: this.#path, line: first.number, column: 1, endColumn: first.text.length + 1 };
    this.#problems.push(problem('broken-log-row', place, { found: cells.length, expected }));
  }
}

/** By display name and by key: people write both, `Params` too. */
const keys: ReadonlyMap<string, string> = new Map([
  ...['before', 'after'].map((side) => [side, side] as const),
  ...Object.entries(metricNames).flatMap(([key, name]) => [[key, key] as const, [name.toLowerCase(), key] as const]),
]);

function keyOf(name: string): string {
  return keys.get(name.toLowerCase()) ?? name;
}

function emptyGroup(): Record<string, string> {
  // Without a prototype `constructor` is a key like any other.
  return Object.create(null) as Record<string, string>;
}

/** How the script writes a value that only the other side has, and a side that is not there at all. */
function isAbsent(value: string): boolean {
  return value === '' || value === 'N/A' || value === '{}';
}
