import { deeds, type EntryChange } from '#changes/knowledge/entry-changes.ts';
import type { IdeaChange } from '#changes/knowledge/idea-changes.ts';
import { isNothing, type KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import type { TableChange } from '#changes/knowledge/table-changes.ts';
import { classOf } from '#diagnostics/catalogue.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { kindDescriptions, kinds } from '#schemas/kinds.ts';
import { counted } from '#views/entries/entry-row.ts';
import { mainResults } from '#views/results/main-results.ts';
import { shortened } from '#views/shortened.ts';

/**
 * What changed in a sentence: `3 new runs; best val_bpb 0.9979 → 0.9697, suggestive, one run; 1 report added; 2 new errors`. It counts and never judges: a
 * change that makes nothing better is no regression.
 *
 * @param graph the workspace as it is now
 */
export function headlineOf(changes: KnowledgeChanges, graph: KnowledgeGraph): string {
  if (isNothing(changes)) return 'Nothing changes in knowledge.';
  const parts = [...runs(changes.tables), ...bests(changes.tables, graph), ...entries(changes.entries), ...ideas(changes.ideas), ...findings(changes), ...problems(changes)]; // prettier-ignore
  const sentence = parts.join('; ');
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function runs(tables: readonly TableChange[]): string[] {
  const ofRuns = tables.filter(({ before, after }) => (after ?? before)?.nature.rows === 'runs');
  const [added, changed, removed] = [
    sum(ofRuns.map((table) => table.added.length)),
    sum(ofRuns.map((table) => table.changed.length)),
    sum(ofRuns.map((table) => table.removed)),
  ];
  return [
    ...(added > 0 ? [counted(added, 'new run', 'new runs')] : []),
    ...(changed > 0 ? [`${counted(changed, 'run', 'runs')} changed`] : []),
    ...(removed > 0 ? [`${counted(removed, 'run', 'runs')} removed`] : []),
  ];
}

/** The new best of the main table, else of every other that has one. */
function bests(tables: readonly TableChange[], graph: KnowledgeGraph): string[] {
  // A baseline beats nothing.
  const changed = tables.filter(({ isNewBest, before, after }) => isNewBest && (before?.best ?? null) !== null && after?.best);
  const main = mainResults(graph);
  const shown = changed.filter(({ after }) => after === main);
  return (shown.length > 0 ? shown : changed.slice(0, 3)).flatMap(({ before, after }) =>
    after === null ? [] : [bestText(before, after, graph)],
  );
}

function bestText(before: Results | null, after: Results, graph: KnowledgeGraph): string {
  const { metric, best, table } = after;
  const judgement = graph.judgements.get(table.id);
  const value = (results: Results | null): string => (results?.best?.cells[results.metric.name ?? ''] ?? '').trim();
  const old = value(before);
  const verdict = judgement?.current?.best === best?.id ? (judgement?.current?.bestVerdict ?? null) : null;
  const count = best === null ? 1 : (judgement?.byRun.get(best.id)?.configuration?.runs.length ?? 1);
  const rests = verdict === null ? 'a baseline' : `${verdict}, ${count === 1 ? 'one run' : counted(count, 'run', 'runs')}`;
  return `best ${metric.name ?? ''} ${old === '' ? '' : `${old} → `}${value(after)}, ${rests}`;
}

/** `1 report and 2 ideas added`. */
function entries(changes: readonly EntryChange[]): string[] {
  return deeds.flatMap((deed) => {
    const of = changes.filter(({ change }) => change === deed);
    const byKind = Map.groupBy(of, (change) => (change.change === 'removed' ? change.before.kind : change.after.kind));
    const counts = kinds.flatMap((kind) => {
      const count = byKind.get(kind)?.length ?? 0;
      return count === 0 ? [] : [counted(count, kindDescriptions[kind].singular, kindDescriptions[kind].plural)];
    });
    return counts.length === 0 ? [] : [`${list(counts)} ${deed}`];
  });
}

function ideas(changes: readonly IdeaChange[]): string[] {
  if (changes.length > 2) return [`${changes.length} ideas changed state`];
  return changes.map(({ idea, before, state }) => `“${shortened(idea.title, 80)}” ${before === null ? 'is' : `${before} →`} ${state}`);
}

function findings({ findings: { added, superseded, contradicted } }: KnowledgeChanges): string[] {
  return [
    ...(added.length > 0 ? [counted(added.length, 'new finding', 'new findings')] : []),
    ...(superseded.length > 0 ? [`${counted(superseded.length, 'finding', 'findings')} superseded`] : []),
    ...(contradicted.length > 0 ? [`${counted(contradicted.length, 'finding', 'findings')} contradicted`] : []),
  ];
}

function problems({ problems: { added } }: KnowledgeChanges): string[] {
  const policy = added.filter(({ code }) => classOf(code) === 'policy').length;
  const errors = added.filter(({ severity }) => severity === 'error').length - policy;
  const warnings = added.length - errors - policy;
  return [
    ...(policy > 0 ? [counted(policy, 'change that the file policy forbids', 'changes that the file policy forbids')] : []),
    ...(errors > 0 ? [counted(errors, 'new error', 'new errors')] : []),
    ...(warnings > 0 ? [counted(warnings, 'new warning', 'new warnings')] : []),
  ];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
