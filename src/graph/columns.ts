import type { ColumnRole, Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import type { Column } from './knowledge-graph.ts';
import { readMetricName } from './metric-names.ts';
import { isMissing, isNumericColumn } from './numbers.ts';
import { readStatus } from './status.ts';

type DeclaredTable = NonNullable<Program['tables']>[number];

/** Names that tell a role, most telling first. Where a role is for one column, the first name that a table has takes it. */
const commitNames = ['commit', 'commit_hash', 'git_commit', 'git_sha', 'git_hash', 'sha', 'hash', 'rev', 'revision'];
const idNames = ['id', 'exp_id', 'run_id', 'experiment_id', 'trial_id', 'run_name', 'experiment', 'exp', 'run', 'trial', 'name'];
const statusNames = ['status', 'decision', 'verdict', 'kept', 'correctness', 'gate_status', 'result', 'outcome'];
const descriptionNames = [
  'description',
  'desc',
  'notes',
  'note',
  'summary',
  'comment',
  'comments',
  'hypothesis',
  'change',
  'reasoning',
  'idea',
  'title',
  'details',
  'message',
];
const seedNames = ['seed', 'rng_seed', 'random_seed'];
const parentNames = ['parent', 'parent_commit', 'parent_id', 'parent_exp', 'base_commit'];
const timeNames = ['timestamp', 'date', 'datetime', 'created_at', 'started_at', 'finished_at', 'time'];
const longFormNames = ['metric', 'metric_name'];

/** The names of a table's columns, made unique and non-empty: a second `loss` is `loss (2)`, a nameless third column `column 3`. */
export function columnNames(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((written, index) => {
    const name = written.trim() === '' ? `column ${index + 1}` : written.trim();
    let unique = name;
    for (let copy = 2; taken.has(unique); copy += 1) unique = `${name} (${copy})`;
    taken.add(unique);
    return unique;
  });
}

/** What `program.md` says about a table, if anything. */
export function declarationOf(table: Table, program: Partial<Program>): DeclaredTable | null {
  return program.tables?.find((declared) => declared.path === table.path) ?? null;
}

/**
 * Gives each column its role: declared in `program.md` (`tables`, `metric`, `metrics`), else guessed from its name and its whole content.
 * Content is never judged by the cell: a column of commits stays one when a hash looks like a number.
 */
export function columnsOf(table: Table, program: Partial<Program>): Column[] {
  const names = columnNames(table.columns);
  const declared = declaredRoles(table, program);
  const contents = names.map((_, index) => table.rows.map((row) => row.cells[index] ?? ''));
  const guessed = guessRoles(names, contents, new Set(declared.values()));
  return names.map((name, index) => {
    const role = declared.get(name);
    return role === undefined
      ? { name, role: guessed[index] ?? 'parameter', roleSource: 'guessed' }
      : { name, role, roleSource: 'declared' };
  });
}

/** Whether a table has a row for each metric of a run (`metric`, `value`), so that its values are not comparable with each other. */
export function isLongForm(columns: readonly Column[], table: Table): boolean {
  const index = columns.findIndex(({ name, role }) => role !== 'metric' && longFormNames.includes(normalised(name)));
  if (index === -1 || !columns.some(({ name, role }) => role === 'metric' && normalised(name) === 'value')) return false;
  return new Set(table.rows.map((row) => row.cells[index])).size > 1;
}

function declaredRoles(table: Table, program: Partial<Program>): Map<string, ColumnRole> {
  const declaration = declarationOf(table, program);
  const metrics = [declaration?.metric, program.metric?.name, ...(program.metrics ?? []).map((metric) => metric.name)];
  return new Map([
    ...metrics.flatMap((name) => (name === undefined ? [] : [[name, 'metric'] as const])),
    ...Object.entries(declaration?.roles ?? {}),
  ]);
}

function guessRoles(names: readonly string[], contents: readonly (readonly string[])[], taken: ReadonlySet<ColumnRole>): ColumnRole[] {
  const normal = names.map(normalised);
  const roles = new Map<number, ColumnRole>();
  const assign = (role: ColumnRole, candidates: readonly string[], suits: (content: readonly string[]) => boolean): void => {
    if (taken.has(role)) return;
    for (const candidate of candidates) {
      const index = normal.findIndex((name, position) => name === candidate && !roles.has(position) && suits(contents[position] ?? []));
      if (index !== -1) {
        roles.set(index, role);
        return;
      }
    }
  };
  assign('status', statusNames, holdsStatuses);
  assign('status', ['status', 'decision'], (content) => !isNumericColumn(content));
  assign('commit', commitNames, () => true);
  assign('parent', parentNames, () => true);
  assign('seed', seedNames, () => true);
  assign('time', timeNames, holdsTimes);
  assign('id', idNames, () => true);
  return names.map((name, index) => {
    const role = roles.get(index);
    if (role !== undefined) return role;
    const content = contents[index] ?? [];
    if (readMetricName(name) !== null && isNumericColumn(content)) return 'metric';
    return descriptionNames.includes(normalised(name)) && !isNumericColumn(content) ? 'description' : 'parameter';
  });
}

function normalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/^#\s*/, '')
    .replaceAll(/[^a-z0-9]+/g, '_');
}

function holdsStatuses(content: readonly string[]): boolean {
  const present = content.filter((cell) => cell.trim() !== '');
  return !isNumericColumn(present) && present.filter((cell) => readStatus(cell) !== 'other').length * 2 > present.length;
}

/** Dates and times of day, or seconds since 1970. */
function holdsTimes(content: readonly string[]): boolean {
  const present = content.filter((cell) => !isMissing(cell));
  return (
    present.length > 0 &&
    present.filter((cell) => /^\d{4}-?\d{2}-?\d{2}|^\d{1,2}:\d{2}|^1\d{9}(?:\d{3})?(?:\.\d+)?$/.test(cell.trim())).length * 2 >
      present.length
  );
}
