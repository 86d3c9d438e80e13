import type { Entry } from '#schemas/entry.ts';
import { metricNames } from '#schemas/log-sections.ts';
import { logSlopes, type LogSlope } from './log-slopes.ts';
import { comparedNote, singleNote } from './proportion-notes.ts';
import { changeBetween } from './value-change.ts';

/** A value with the parts that it names: of `Action: 100%, Subject: 98.5%`, two. */
export interface MeasuredValue {
  /** As written. */
  readonly text: string;
  /** Empty where the value names none. */
  readonly parts: readonly { readonly name: string; readonly value: string }[];
}

export interface BeforeAfter {
  readonly name: string;
  readonly before: MeasuredValue;
  readonly after: MeasuredValue;
  /** What lies between the two: see `changeBetween`. */
  readonly change: string;
  /** What is known of luck where both are proportions; null otherwise. */
  readonly note: string | null;
}

/** The metrics of an engineering log. */
export interface LogMeasures {
  /** Values of one point in time, by display name; the note says how far a proportion can be trusted. */
  readonly values: readonly { readonly name: string; readonly value: MeasuredValue; readonly note: string | null }[];
  readonly comparison: readonly BeforeAfter[];
  /** Pictures of those that are numbers. */
  readonly slopes: readonly LogSlope[];
  readonly delta: string | null;
  /** What does not work: the negative finding of a log. */
  readonly failureMode: string | null;
}

const shownApart = new Set(['before', 'after', 'delta', 'failure_mode']);
const missing = 'N/A';

/** The metrics of a log, whatever form its file has; null where it states none. A side that is missing is `N/A`, as in rendered logs. */
export function logMeasures(entry: Entry): LogMeasures | null {
  const metrics = entry.data['metrics'];
  if (entry.kind !== 'log' || !isRecord(metrics)) return null;
  const comparison = comparisonOf(sideOf(metrics['before']), sideOf(metrics['after']));
  const measures = {
    values: Object.entries(metrics).flatMap(([key, value]) =>
      shownApart.has(key) || typeof value !== 'string' ? [] : [{ name: nameOf(key), value: measuredValue(value), note: singleNote(value) }],
    ),
    comparison,
    slopes: logSlopes(comparison),
    delta: textOf(metrics['delta']),
    failureMode: textOf(metrics['failure_mode']),
  };
  const isEmpty =
    measures.values.length === 0 && measures.comparison.length === 0 && measures.delta === null && measures.failureMode === null;
  return isEmpty ? null : measures;
}

function nameOf(key: string): string {
  return Object.hasOwn(metricNames, key) ? (metricNames[key] ?? key) : key;
}

/** Parts are named when all of them are: `Action: 100%, Subject: 98.5%`. A single `12:30` or a sentence with a colon is one value. */
function measuredValue(text: string): MeasuredValue {
  const parts = text.split(/[,;]\s+/).map((part) => /^([\p{L}][^:]{0,40}):\s+(\S.*)$/su.exec(part));
  if (parts.length < 2 || parts.some((part) => part === null)) return { text, parts: [] };
  return { text, parts: parts.map((part) => ({ name: part?.[1] ?? '', value: part?.[2] ?? '' })) };
}

/** One row for each name on either side, in the order of the after side, then what only stood before. */
function comparisonOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): BeforeAfter[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return Array.from(names, (name) => {
    const [left = missing, right = missing] = [before.get(name), after.get(name)];
    const [change, note] = [changeBetween(left, right), comparedNote(left, right)];
    return { name, before: measuredValue(left), after: measuredValue(right), change, note };
  });
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
