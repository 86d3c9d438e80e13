import type { Entry } from '#schemas/entry.ts';

export interface BeforeAfter {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The metrics of an engineering log. */
export interface LogMeasures {
  /** Values of one point in time, by display name. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly comparison: readonly BeforeAfter[];
  readonly delta: string | null;
  readonly failureMode: string | null;
}

/** Display names of the seed (`engineering-log-template.md`). */
const displayNames: Readonly<Record<string, string>> = {
  params: 'Parameters',
  epochs: 'Epochs',
  wall_clock: 'Wall clock',
  accuracy: 'Accuracy',
};
const shownApart = new Set(['before', 'after', 'delta', 'failure_mode']);
const missing = 'N/A';

/** The metrics of a log's frontmatter; null where it states none. A side that is missing is `N/A`, as in rendered logs. */
export function logMeasures(entry: Entry): LogMeasures | null {
  const metrics = entry.data['metrics'];
  if (entry.kind !== 'log' || !isRecord(metrics)) return null;
  const measures = {
    values: Object.entries(metrics).flatMap(([key, value]) =>
      shownApart.has(key) || typeof value !== 'string'
        ? []
        : [{ name: Object.hasOwn(displayNames, key) ? (displayNames[key] ?? key) : key, value }],
    ),
    comparison: comparisonOf(sideOf(metrics['before']), sideOf(metrics['after'])),
    delta: textOf(metrics['delta']),
    failureMode: textOf(metrics['failure_mode']),
  };
  const isEmpty =
    measures.values.length === 0 && measures.comparison.length === 0 && measures.delta === null && measures.failureMode === null;
  return isEmpty ? null : measures;
}

/** One row for each name on either side, in the order of the after side, then what only stood before. */
function comparisonOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): BeforeAfter[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return Array.from(names, (name) => ({ name, before: before.get(name) ?? missing, after: after.get(name) ?? missing }));
}

/** A side is named values, or one sentence, whose name is empty. */
function sideOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([['', value]]);
  if (!isRecord(value)) return new Map();
  return new Map(Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' ? [[key, inner] as const] : [])));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
