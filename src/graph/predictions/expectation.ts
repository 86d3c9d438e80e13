import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { readExpectedEffect, type ExpectedEffect, type ExpectedMetric } from './expected-effect.ts';

/** What text expects of a metric before there is any result, by what `program.md` says of that metric; null where it says nothing, or the text cannot be read. */
export function waitingEffect(written: string, metric: string | null, graph: KnowledgeGraph): ExpectedEffect | null {
  const described = describedMetric(metric, graph);
  const effect = described === null ? null : readExpectedEffect(written, described, false);
  return effect === null || 'reason' in effect ? null : effect;
}

/** Why no run will be able to show what an idea expects today; null where one will, where it expects nothing, and where nobody names a metric. */
export function doubtOfExpectation(idea: Entry, graph: KnowledgeGraph): { readonly expected: string; readonly reason: string } | null {
  const expected = textOf(idea, 'expected');
  const named = textOf(idea, 'metric');
  if (expected === null) return null;
  const described = describedMetric(named, graph);
  if (described !== null) {
    const effect = readExpectedEffect(expected, described, false);
    return 'reason' in effect ? { expected, reason: effect.reason } : null;
  }
  if (named === null || [...graph.results.values()].some(({ columns }) => columns.some(({ name }) => name === named))) return null;
  return { expected, reason: `neither program.md nor a table has a metric called "${named}"` };
}

/** A text of an entry's frontmatter; null where it is missing or blank. */
export function textOf({ data }: Entry, key: string): string | null {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function describedMetric(named: string | null, { content: { program } }: KnowledgeGraph): ExpectedMetric | null {
  const name = named ?? program.metric?.name;
  const described = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === name);
  return described === undefined ? null : { ...described, unit: described.unit ?? null };
}
