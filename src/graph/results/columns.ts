import type { ColumnRole, Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import { counterNames, flagNames, normalised, roleNames } from './column-names.ts';
import type { Column } from '#graph/knowledge-graph.ts';
import { isSettingName, readMetricName } from './metric-names.ts';
import { columnContents, ColumnContent } from './column-content.ts';
import { isMissing } from './numbers.ts';
import { isKnownStatus, readFlag, readStatus } from './status.ts';

type DeclaredTable = NonNullable<Program['tables']>[number];

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

const fewestWholeRows = 3;

/** What `program.md` says about a table, if anything. */
export function declarationOf(table: Table, program: Partial<Program>): DeclaredTable | null {
  return program.tables?.find((declared) => declared.path === table.path) ?? null;
}

/**
 * Gives each column its role: declared in `program.md` (`tables`, `metric`, `metrics`), else guessed from its name and its whole content.
 * Content is never judged by the cell: a column of commits stays one when a hash looks like a number.
 *
 * @param contents of the table's columns
 */
export function columnsOf(table: Table, program: Partial<Program>, contents: readonly ColumnContent[] = columnContents(table)): Column[] {
  const names = columnNames(table.columns);
  const declared = declaredRoles(table, program);
  // The cells of a ragged row may stand in the wrong columns; of few whole rows too little can be learnt.
  const whole = table.rows.filter((row) => row.cells.length === names.length);
  const isTold = whole.length === table.rows.length || whole.length < fewestWholeRows;
  const guessed = guessRoles(names, isTold ? contents : columnContents({ ...table, rows: whole }), {
    taken: new Set(declared.values()),
    isNamed: table.headerLine > 0,
  });
  return names.map((name, index) => {
    const role = declared.get(name);
    return role === undefined
      ? { name, role: guessed[index] ?? 'parameter', roleSource: 'guessed' }
      : { name, role, roleSource: 'declared' };
  });
}

/** The column that describes a run best, where several are descriptions: by name, else the first. Null where none is. */
export function descriptionColumn(columns: readonly Column[]): number {
  const rank = ({ name }: Column): number => {
    const at = roleNames.description.indexOf(normalised(name));
    return at === -1 ? roleNames.description.length : at;
  };
  return columns.reduce((best, column, index) => {
    if (column.role !== 'description') return best;
    const known = columns[best];
    return known === undefined || rank(column) < rank(known) ? index : best;
  }, -1);
}

/** Whether a status column holds flags (`kept`: 1 and 0). */
export function isFlagColumn({ name }: Column): boolean {
  return flagNames.includes(normalised(name));
}

function declaredRoles(table: Table, program: Partial<Program>): Map<string, ColumnRole> {
  const declaration = declarationOf(table, program);
  const metrics = [declaration?.metric, program.metric?.name, ...(program.metrics ?? []).map((metric) => metric.name)];
  return new Map([
    ...metrics.flatMap((name) => (name === undefined ? [] : [[name, 'metric'] as const])),
    ...Object.entries(declaration?.roles ?? {}),
  ]);
}

const nothing = new ColumnContent([]);

/** Names of columns that are something else than measurements, whatever they hold. */
const namesARole = new Set([...Object.values(roleNames).flat(), ...counterNames]);

function guessRoles(
  names: readonly string[],
  contents: readonly ColumnContent[],
  { taken, isNamed }: { readonly taken: ReadonlySet<ColumnRole>; readonly isNamed: boolean },
): ColumnRole[] {
  const normal = names.map(normalised);
  const roles = new Map<number, ColumnRole>();
  const contentOf = (index: number): ColumnContent => contents[index] ?? nothing;
  const has = (role: ColumnRole): boolean => taken.has(role) || [...roles.values()].includes(role);
  const assign = (role: ColumnRole, candidates: readonly string[], suits: (content: ColumnContent, name: string) => boolean): void => {
    if (has(role)) return;
    for (const candidate of candidates) {
      const index = normal.findIndex((name, at) => name === candidate && !roles.has(at) && suits(contentOf(at), name));
      if (index !== -1) {
        roles.set(index, role);
        return;
      }
    }
  };
  /** Gives the role to the first free column that suits. */
  const assignFirst = (role: ColumnRole, suits: (content: ColumnContent, name: string) => boolean): void => {
    const index = has(role) ? -1 : normal.findIndex((name, at) => !roles.has(at) && suits(contentOf(at), name));
    if (index !== -1) roles.set(index, role);
  };

  assign('status', roleNames.status, (content, name) => holdsStatuses(content, flagNames.includes(name)));
  assign('status', ['status', 'decision'], (content) => !content.isNumeric);
  assignFirst('status', (content, name) => /_(?:status|decision|verdict)$/.test(name) && holdsStatuses(content, false));
  assign('commit', roleNames.commit, () => true);
  assign('parent', roleNames.parent, () => true);
  assign('seed', roleNames.seed, () => true);
  assign('time', roleNames.time, (content, name) => holdsTimes(content) || (isEmpty(content) && name !== 'time'));
  assign('id', roleNames.id, (content) => !isProse(content));
  assignFirst('id', (content, name) => name.endsWith('_id') && allDiffer(content));
  assign('id', counterNames, allDiffer);
  if (!isNamed) {
    assignFirst('status', (content) => holdsStatuses(content, false) && new Set(content.cells).size * 2 < content.cells.length);
    assignFirst(
      'commit',
      ({ cells }) => cells.length > 0 && cells.every((cell) => isMissing(cell) || /^(?:[0-9a-f]{7,40}|HEAD)$/.test(cell.trim())),
    );
  }

  const guessed = names.map((name, index): ColumnRole => {
    const role = roles.get(index);
    if (role !== undefined) return role;
    const content = contentOf(index);
    if (readMetricName(name) !== null && (isEmpty(content) || content.isNumeric) && !holdsTimes(content)) return 'metric';
    return roleNames.description.includes(normalised(name)) && !content.isNumeric ? 'description' : 'parameter';
  });
  if (!has('description') && !guessed.includes('description')) promote(guessed, longestProse(guessed, contents), 'description');
  if (!has('metric') && !guessed.includes('metric') && isNamed) promote(guessed, firstMeasured(names, guessed, contents), 'metric');
  return guessed;
}

function promote(roles: ColumnRole[], index: number, role: ColumnRole): void {
  if (index !== -1) roles[index] = role;
}

/** Of the columns that nothing else is known of, the one with the longest texts, if they are sentences. */
function longestProse(roles: readonly ColumnRole[], contents: readonly ColumnContent[]): number {
  const lengths = roles.map((role, index) => {
    const content = contents[index] ?? nothing;
    return role === 'parameter' && isProse(content) ? content.cells.reduce((sum, cell) => sum + cell.length, 0) : 0;
  });
  const longest = lengths.reduce((max, length) => Math.max(max, length), 0);
  return longest === 0 ? -1 : lengths.indexOf(longest);
}

/**
 * Where no name tells a metric but the table judges or identifies its rows by status or commit: the first column of fractions whose values
 * differ and whose name is not that of a setting. Which way is better stays unknown.
 */
function firstMeasured(names: readonly string[], roles: readonly ColumnRole[], contents: readonly ColumnContent[]): number {
  if (!roles.some((role) => role === 'status' || role === 'commit')) return -1;
  return names.findIndex((name, index) => {
    const content = contents[index] ?? nothing;
    if (
      roles[index] !== 'parameter' ||
      namesARole.has(normalised(name)) ||
      isSettingName(name) ||
      holdsTimes(content) ||
      !content.isNumeric
    )
      return false;
    const values = new Set(content.numbersInUnit.filter((value) => value !== null));
    return values.size > 2 && content.cells.some((cell) => /\d\.\d/.test(cell));
  });
}

/** Whether more than half of the cells that hold anything are of some sort. */
function mostly({ cells }: ColumnContent, isOfSort: (cell: string) => boolean): boolean {
  let present = 0;
  let found = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    present += 1;
    if (isOfSort(cell)) found += 1;
  }
  return found * 2 > present;
}

function isEmpty(content: ColumnContent): boolean {
  return content.cells.every(isMissing);
}

function allDiffer(content: ColumnContent): boolean {
  const cells = content.cells.filter((cell) => !isMissing(cell));
  return new Set(cells).size * 10 >= cells.length * 9;
}

/** Whether cells are sentences rather than names. */
function isProse(content: ColumnContent): boolean {
  return mostly(content, (cell) => cell.length >= 20 && /\s\S+\s/.test(cell));
}

/** Whether most cells are words that statuses are written with, and any of them one of our statuses. */
function holdsStatuses(content: ColumnContent, flags: boolean): boolean {
  if (isProse(content) || (!flags && content.isNumeric)) return false;
  const cells = content.cells.filter((cell) => cell.trim() !== '');
  const read = flags ? readFlag : readStatus;
  return cells.some((cell) => read(cell) !== 'other') && cells.filter(isKnownStatus).length * 2 > cells.length;
}

/** Dates and times of day, or seconds since 1970. */
const timeLike =
  /^(?:19|20)\d{2}[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\d|3[01])(?!\d)|^\d{1,2}:\d{2}|^1\d{9}(?:\d{3})?(?:\.\d+)?$|^(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s/i;

function holdsTimes(content: ColumnContent): boolean {
  return mostly(content, (cell) => timeLike.test(cell.trim()));
}
