import type { EntryId, RunId } from '#schemas/entry.ts';
import type { Program } from '#schemas/program.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { baselinesOf } from '#graph/results/baselines.ts';
import { valueOf } from '#graph/results/best-so-far.ts';
import { readMeasure } from '#graph/results/numbers.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';

/** Judges every table with what `program.md` and the ideas say of it, by table id. */
export function judgeTables(
  results: KnowledgeGraph['results'],
  program: Partial<Program>,
  joins: Pick<KnowledgeGraph, 'entriesById' | 'links' | 'backlinks'>,
): ReadonlyMap<string, Judgement> {
  const seedsOf = (run: RunId): number | null => seedsWanted(run, joins);
  return new Map(Array.from(results, ([id, one]) => [id, judge(one, { minEffect: minEffectOf(one, program), seedsOf })]));
}

/** The smallest effect that matters by `program.md`, in units of the main metric; a share (`1%`) is one of the first baseline's value. */
function minEffectOf(results: Results, program: Partial<Program>): number | null {
  const described = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === results.metric.name);
  const effect = readMeasure(described?.min_effect ?? '');
  if (effect === null || effect.value === 0) return null;
  if (effect.unit !== '%' || results.metric.unit === '%') return Math.abs(effect.value);
  const [baseline] = baselinesOf(results).runs;
  const value = baseline === undefined ? null : valueOf(baseline, results.metric);
  return value === null || value === 0 ? null : Math.abs((effect.value / 100) * value);
}

/** The `seeds` of the idea that a report about the run names (`idea` beside `runs`); null where no such idea says how many. */
function seedsWanted(
  run: RunId,
  { entriesById, links, backlinks }: Pick<KnowledgeGraph, 'entriesById' | 'links' | 'backlinks'>,
): number | null {
  const reports = (backlinks.get(run) ?? []).filter(({ relation }) => relation === 'runs').map(({ from }) => from);
  const ideas = reports.flatMap((report) =>
    (links.get(report) ?? []).flatMap(({ relation, destination }): EntryId[] =>
      relation === 'idea' && destination.to === 'entry' ? [destination.id] : [],
    ),
  );
  const seeds = ideas.map((idea) => entriesById.get(idea)?.data['seeds']).find((stated) => typeof stated === 'number');
  return typeof seeds === 'number' && seeds > 0 ? seeds : null;
}
