import { wrongClaims } from '#arithmetic/wrong-claims.ts';
import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { placeOf } from '#checks/places.ts';

/**
 * Advice for a `delta` of a log that its own `before` and `after` contradict (statistics.md, "Claim arithmetic"): `33% faster convergence` against
 * 300 and 200 epochs of `convergence`. A clause that names none of the measures, or several, is not checked.
 */
export function* contradictedDelta(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.entries) {
    const metrics = log.data['metrics'];
    if (log.kind !== 'log' || !isRecord(metrics) || typeof metrics['delta'] !== 'string') continue;
    const pairs = pairsOf(valuesOf(metrics['before']), valuesOf(metrics['after']));
    for (const clause of metrics['delta'].split(/[,;]\s+/).slice(0, mostClauses)) {
      const change = changeIn(clause, pairs);
      // What is claimed is written beside what it is about, and then read like any other sentence.
      const [claim] = change === null ? [] : wrongClaims(change, 'prose');
      if (claim === undefined || change === null) continue;
      const place = placeOf(log, 'metrics.delta');
      yield claim.is === 'wrong'
        ? problem('wrong-arithmetic', place, { calculation: change, result: claim.comesTo })
        : problem('percent-for-points', place, { claim: change, points: claim.points, relative: claim.relative });
    }
  }
}

const mostClauses = 50;

/** A measure before and after, under the words that name it: `accuracy`, and of a part `subject` and `accuracy`. */
interface Pair {
  readonly words: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** `+13% subject accuracy` → `87% → 100% (+13%)`. */
function changeIn(clause: string, pairs: readonly Pair[]): string | null {
  const [, claim, name = ''] =
    /^([+\-−~]{0,2}\d[\d.,]*\s?(?:%|pp|[x×])(?:\s(?:faster|slower|less|fewer|more|lower|higher|smaller|larger|better|worse))?)\s(.{1,80})$/i.exec(
      clause.trim(),
    ) ?? [];
  if (claim === undefined) return null;
  const named = new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const fitting = pairs.filter(({ words }) => words.every((word) => named.has(word)));
  // "subject accuracy" is named by `accuracy` too; the one with most words is meant.
  const most = fitting.reduce((length, { words }) => Math.max(length, words.length), 0);
  const [meant, another] = fitting.filter(({ words }) => words.length === most);
  return meant === undefined || another !== undefined ? null : `${meant.before} → ${meant.after} (${claim})`;
}

function pairsOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Pair[] {
  return [...before].flatMap(([name, value]) => {
    const other = after.get(name);
    return other === undefined ? [] : [{ words: name.split(' '), before: value, after: other }];
  });
}

/** The values of one side by their names in lower case; a value of several parts is one for each. */
function valuesOf(side: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (!isRecord(side)) return values;
  for (const [key, value] of Object.entries(side)) {
    if (typeof value !== 'string' || value.length > longestValue) continue;
    const name = key.toLowerCase().replaceAll('_', ' ');
    const parts = value.split(/[,;]\s+/).map((part) => /^(\p{L}[^:]{0,40}):\s+(\S.*)$/u.exec(part));
    if (parts.length < 2 || parts.includes(null)) values.set(name, value);
    else for (const part of parts) values.set(`${(part?.[1] ?? '').toLowerCase()} ${name}`, part?.[2] ?? '');
  }
  return values;
}

const longestValue = 200;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
