import { deeds, type EntryChange } from '#changes/knowledge/entry-changes.ts';
import type { IdeaChange } from '#changes/knowledge/idea-changes.ts';
import { isNothing, type KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import type { TableChange } from '#changes/knowledge/table-changes.ts';
import { classOf } from '#diagnostics/catalogue.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
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
  if (changes.unknownPrivacy !== null) return unknownText[changes.unknownPrivacy];
  if (isNothing(changes)) return 'Nothing changes in knowledge.';
  const parts = [...rows(changes.tables), ...bests(changes.tables, graph), ...entries(changes.entries), ...ideas(changes.ideas), ...findings(changes), ...problems(changes), ...unveiled(changes)]; // prettier-ignore
  const sentence = parts.join('; ');
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

const unknownText = {
  now: 'What changes cannot be told: program.md does not say in a way that can be understood what must stay private.',
  base: 'What changes cannot be told: at the base, program.md does not say in a way that can be understood what must stay private.',
} as const;

/** Runs, and the rows of tables that hold none. */
function rows(tables: readonly TableChange[]): string[] {
  const isOfRuns = ({ before, after }: TableChange): boolean => (after ?? before)?.nature.rows === 'runs';
  const count = (of: readonly TableChange[], one: string, many: string): string[] => {
    const [added, changed, removed] = [
      sum(of.map((table) => table.added.length)),
      sum(of.map((table) => table.changed.length)),
      sum(of.map((table) => table.removed.length)),
    ];
    return [
      ...(added > 0 ? [counted(added, `new ${one}`, `new ${many}`)] : []),
      ...(changed > 0 ? [`${counted(changed, one, many)} changed`] : []),
      ...(removed > 0 ? [`${counted(removed, one, many)} removed`] : []),
    ];
  };
  const rewritten = tables.filter(({ columns, isOtherMetric }) => isOtherMetric || columns.added.length + columns.removed.length > 0);
  return [
    ...count(tables.filter(isOfRuns), 'run', 'runs'),
    ...count(tables.filter((table) => !isOfRuns(table)), 'row', 'rows'), // prettier-ignore
    ...(rewritten.length > 0 ? [`columns or metric of ${list(rewritten.slice(0, mostNamed).map(pathOf))} changed`] : []),
  ];
}

const mostNamed = 3;

function pathOf({ before, after }: TableChange): string {
  return (after ?? before)?.table.path ?? '';
}

/** The new best of the main table, else of others that have one; and where a best can be trusted more or less than before. */
function bests(tables: readonly TableChange[], graph: KnowledgeGraph): string[] {
  const told = tables.filter(isNews);
  const main = mainResults(graph);
  const ofMain = told.filter(({ after }) => after !== null && after.table.path === main?.table.path);
  const shown = ofMain.length > 0 ? ofMain : told.slice(0, mostNamed);
  const left = ofMain.length > 0 ? 0 : told.length - shown.length;
  return [
    ...shown.map((change) => bestText(change, ofMain.length === 0)),
    ...(left > 0 ? [`another best in ${counted(left, 'further table', 'further tables')}`] : []),
  ];
}

/** A baseline beats nothing. */
function isNews({ best: { before, after, isNew } }: TableChange): boolean {
  if (after === null) return before !== null;
  return isNew ? before !== null || after.verdict !== null : before !== null && before.verdict !== after.verdict;
}

function bestText({ before, after, best, isOtherMetric }: TableChange, isNamed: boolean): string {
  const metric = (after ?? before)?.metric.name ?? '';
  const of = `best ${metric}${isNamed ? ` in ${(after ?? before)?.table.path ?? ''}` : ''}`;
  if (best.after === null) return `${of} is gone`;
  const rests = restsOn(best.after);
  if (best.isNew) return `${of} ${best.before === null ? '' : `${best.before.value} → `}${best.after.value}, ${rests}`;
  if (isOtherMetric) return `${of} is ${best.after.value}, ${rests}`;
  return `${of} stays ${best.after.value}: ${best.before?.verdict ?? 'a baseline'} → ${rests}`;
}

/** `suggestive, one run` */
export function restsOn({ verdict, runs }: { readonly verdict: string | null; readonly runs: number }): string {
  return verdict === null ? 'a baseline' : `${verdict}, ${runs === 1 ? 'one run' : counted(runs, 'run', 'runs')}`;
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

function findings({ findings: { added, removed, superseded, contradicted } }: KnowledgeChanges): string[] {
  return [
    ...(added.length > 0 ? [counted(added.length, 'new finding', 'new findings')] : []),
    ...(removed.length > 0 ? [`${counted(removed.length, 'finding is', 'findings are')} gone`] : []),
    ...(superseded.length > 0 ? [`${counted(superseded.length, 'finding', 'findings')} superseded`] : []),
    ...(contradicted.length > 0 ? [`${counted(contradicted.length, 'finding', 'findings')} contradicted`] : []),
  ];
}

function problems({ problems: { added, gone } }: KnowledgeChanges): string[] {
  const policy = added.filter(({ code }) => classOf(code) === 'policy').length;
  const errors = added.filter(({ severity }) => severity === 'error').length - policy;
  const warnings = added.length - errors - policy;
  return [
    ...(policy > 0 ? [counted(policy, 'change that the file policy forbids', 'changes that the file policy forbids')] : []),
    ...(errors > 0 ? [counted(errors, 'new error', 'new errors')] : []),
    ...(warnings > 0 ? [counted(warnings, 'new warning', 'new warnings')] : []),
    ...(gone > 0 && added.length === 0 ? [`${counted(gone, 'problem is', 'problems are')} gone`] : []),
  ];
}

function unveiled({ unveiled: files }: KnowledgeChanges): string[] {
  return files === 0 ? [] : [`${counted(files, 'private file', 'private files')} would be published`];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
