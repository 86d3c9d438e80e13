import type { Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import { longFormKeys, normalised } from './column-names.ts';
import { declarationOf } from './columns.ts';
import type { Column, Results, TableNature } from '#graph/knowledge-graph.ts';
import { readMetricName } from './metric-names.ts';
import { readMeasure } from './numbers.ts';

type Metric = Results['metric'];

/**
 * The metric that a table is about, and which way is better: as `program.md` or a comment of the table says, else guessed from names. A
 * guess that could be wrong is worse than none: where the name does not tell, the direction stays unknown and nothing is ranked.
 */
export function mainMetric(table: Table, columns: readonly Column[], program: Partial<Program>, nature: TableNature): Metric {
  const declaration = declarationOf(table, program);
  const metrics = columns.filter((column) => column.role === 'metric').map((column) => column.name);
  const stated = [
    declaration?.metric,
    program.metric?.name,
    ...(program.metrics ?? []).map((metric) => metric.name),
    noted(table, 'metric'),
  ];
  const name = stated.find((candidate) => candidate !== undefined && metrics.includes(candidate)) ?? likeliest(table, columns, metrics);
  if (name === null) return { name, direction: null, directionSource: 'unknown', statedIn: null, unit: null };

  const described = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === name);
  const unit = described?.unit ?? null;
  const declared =
    (name === declaration?.metric || declaration?.metric === undefined ? declaration?.direction : undefined) ?? described?.direction;
  if (declared !== undefined) return { name, direction: declared, directionSource: 'declared', statedIn: 'program.md', unit };
  if (nature.rows !== 'runs') return { name, direction: null, directionSource: 'unknown', statedIn: null, unit };
  const direction = notedDirection(table, columns);
  if (direction !== null) return { name, direction, directionSource: 'declared', statedIn: 'the table', unit };
  const guess = readMetricName(name)?.direction ?? readMetricName(realName(table, columns))?.direction ?? null;
  return { name, direction: guess, directionSource: guess === null ? 'unknown' : 'guessed', statedIn: null, unit };
}

/** What the table says of itself: in a comment (`# metric_direction: higher_is_better`), or in a column that says it in every row. */
function notedDirection(table: Table, columns: readonly Column[]): Metric['direction'] {
  const said = (
    noted(table, 'metric_direction') ??
    noted(table, 'direction') ??
    constantOf(table, columns, ['metric_direction']) ??
    ''
  ).toLowerCase();
  if (/^(?:lower|minimi[sz]e|min)(?:\b|_)/.test(said)) return 'lower';
  return /^(?:higher|maximi[sz]e|max)(?:\b|_)/.test(said) ? 'higher' : null;
}

/** What a column called `metric` or `value` measures, where the table says it once. */
function realName(table: Table, columns: readonly Column[]): string {
  return noted(table, 'metric') ?? constantOf(table, columns, longFormKeys) ?? '';
}

function noted(table: Table, key: string): string | undefined {
  return table.notes.find((note) => note.key.toLowerCase() === key)?.value;
}

/** What all rows hold in a column of one of these names. */
function constantOf(table: Table, columns: readonly Column[], names: readonly string[]): string | undefined {
  const index = columns.findIndex(({ name, role }) => role !== 'metric' && names.includes(normalised(name)));
  const [first, ...others] = new Set(table.rows.map((row) => (row.cells[index] ?? '').trim()));
  return index === -1 || others.length > 0 ? undefined : first;
}

/** Kinds of names, the likeliest first; of one kind the first column is taken. */
const ranks: readonly ((name: string) => boolean)[] = [
  (name) => /^(?:metric|primary_metric|main_metric|objective)$/i.test(name),
  (name) => tells(name, 'quality') && /(?:^|[^a-z])(?:val|valid|validation|eval|test|holdout|dev|cv|oos|lb)(?:[^a-z]|$)/i.test(name),
  (name) => tells(name, 'quality') && /(?:^|[^a-z])(?:primary|main|overall|combined|composite|total|final)(?:[^a-z]|$)/i.test(name),
  (name) => tells(name, 'quality') && !/(?:^|[^a-z])(?:train|training|min|max|worst)(?:[^a-z]|$)/i.test(name),
  (name) => tells(name, 'quality'),
  (name) => readMetricName(name) === null,
  (name) => tells(name, 'cost'),
  (name) => tells(name, 'difference'),
];

function tells(name: string, what: 'quality' | 'cost' | 'difference'): boolean {
  return readMetricName(name)?.tells === what;
}

/** Columns that hold a number in less than half as many rows as another of their rank are passed over: most runs were not measured by them. */
function likeliest(table: Table, columns: readonly Column[], metrics: readonly string[]): string | null {
  const filled = (name: string): number => {
    const index = columns.findIndex((column) => column.name === name);
    return table.rows.filter((row) => readMeasure(row.cells[index] ?? '') !== null).length;
  };
  for (const rank of ranks) {
    const found = metrics.filter(rank).map((name) => ({ name, rows: filled(name) }));
    const fullest = found.reduce((max, { rows }) => Math.max(max, rows), 0);
    const first = found.find(({ rows }) => rows * 2 >= fullest);
    if (first !== undefined) return first.name;
  }
  return null;
}
