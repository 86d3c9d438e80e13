import type { TableColumnData, TableColumnInfo, TableManifest } from '#schemas/table-data.ts';

/** Why a table could not be loaded: the network failed, there is no such file (a newer build has replaced it), or its content is not ours. */
export class TableDataError extends Error {
  readonly reason: 'network' | 'gone' | 'shape';

  constructor(reason: TableDataError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

type Unknown = Readonly<Record<string, unknown>>;

/**
 * Reads a manifest that was fetched. Only what the store and the table rely on is checked: file names lead nowhere else, names are unique.
 *
 * @throws TableDataError
 */
export function readManifest(json: unknown): TableManifest {
  const manifest = asRecord(json, 'manifest');
  expect(manifest['schema'] === 1, 'the manifest is of another version');
  expect(isCount(manifest['rows']), 'rows');
  const columns = asArray(manifest['columns'], 'columns').map(readColumnInfo);
  expect(new Set(columns.map(({ name }) => name)).size === columns.length, 'two columns have one name');
  const { pages, bestSoFar, best, fresh, views } = manifest;
  expect(pages === 'all' || pages === 'none' || isCounts(pages), 'pages');
  expect(isCounts(bestSoFar), 'bestSoFar');
  expect(isCounts(fresh), 'fresh');
  expect(best === null || isCount(best), 'best');
  for (const view of asArray(views, 'views')) {
    const { name, query } = asRecord(view, 'view');
    expect(typeof name === 'string' && typeof query === 'string', 'views');
  }
  // Every field has been checked above.
  return { ...manifest, columns } as unknown as TableManifest;
}

function readColumnInfo(json: unknown): TableColumnInfo {
  const info = asRecord(json, 'column');
  const { name, role, type, direction, unit, file, bytes } = info;
  expect(typeof name === 'string' && typeof role === 'string', 'column');
  expect(type === 'number' || type === 'choice' || type === 'text', `type of ${name}`);
  expect(direction === null || direction === 'lower' || direction === 'higher', `direction of ${name}`);
  expect(unit === null || typeof unit === 'string', `unit of ${name}`);
  expect(typeof file === 'string' && /^c\d+\.[0-9a-f]+\.json$/.test(file) && isCount(bytes), `file of ${name}`);
  // Every field has been checked above; a role that this script does not know is shown like any other column.
  return info as unknown as TableColumnInfo;
}

/**
 * Reads the file of a column.
 *
 * @throws TableDataError where it is of another type or length than the manifest says
 */
export function readColumnData(json: unknown, { name, type }: TableColumnInfo, rows: number): TableColumnData {
  const data = asRecord(json, name);
  expect(data['type'] === type, `type of ${name}`);
  if (type === 'choice') {
    const { choices, codes, meanings } = data;
    expect(isTexts(choices) && isTexts(meanings) && meanings.length === choices.length, `choices of ${name}`);
    expect(isCounts(codes) && codes.length === rows && codes.every((code) => code < choices.length), `codes of ${name}`);
  } else {
    expect(isTexts(data['cells']) && data['cells'].length === rows, `cells of ${name}`);
    if (type === 'number') {
      const values = Object.entries(asRecord(data['values'], `values of ${name}`));
      expect(
        values.every(([row, value]) => /^\d+$/.test(row) && Number(row) < rows && (value === null || Number.isFinite(value))),
        `values of ${name}`,
      );
    }
  }
  // Every field of this type has been checked above.
  return data as unknown as TableColumnData;
}

function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new TableDataError('shape', `The table's data is not as expected: ${what}`);
}

function asRecord(json: unknown, what: string): Unknown {
  expect(typeof json === 'object' && json !== null && !Array.isArray(json), what);
  // Just checked; any key may be asked for and is unknown.
  return json as Unknown;
}

function asArray(json: unknown, what: string): readonly unknown[] {
  expect(Array.isArray(json), what);
  return json;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
