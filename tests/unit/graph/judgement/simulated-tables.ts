import { judge } from '#graph/judgement/judge.ts';
import type { Judgement } from '#graph/judgement/judgement.ts';
import { buildResults } from '#graph/results/results.ts';
import { normalDraws } from '../../../normal-draws.ts';

interface SimulatedTable {
  readonly baselines: number;
  readonly runs: number;
  /** How many fresh replicates each best so far gets. */
  readonly replicates: number;
  /** By how many sigmas a run is truly better, by its index. */
  readonly effect: (index: number) => number;
}

/** Judges a table as a research loop would fill it: each run is kept where it is the best so far, and is then repeated. Less is better, sigma is 1. */
function simulate({ baselines, runs, replicates, effect }: SimulatedTable, normal: () => number): Judgement {
  const rows = Array.from({ length: baselines }, () => [String(normal()), 'baseline', 'unmodified']);
  let best = Math.min(...rows.map(([loss]) => Number(loss)));
  for (let index = 0; index < runs; index += 1) {
    const draw = (): number => normal() - effect(index);
    const loss = draw();
    const isKept = loss < best;
    rows.push([String(loss), isKept ? 'keep' : 'discard', `try ${index}`]);
    for (const repeated of isKept ? Array.from({ length: replicates }, draw) : []) rows.push([String(repeated), 'keep', `try ${index}`]);
    best = Math.min(best, ...rows.slice(-replicates - 1).map(([value]) => Number(value)));
  }
  const table = {
    id: 'results',
    path: 'results.tsv',
    columns: ['loss', 'status', 'description'],
    headerLine: 1,
    notes: [],
    rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
  };
  return judge(buildResults(table, {}), { minEffect: null, seedsOf: () => null });
}

/** The share of tables in which any run has a verdict. */
export function shareWith(verdict: 'suggestive' | 'confirmed', tables: readonly Judgement[]): number {
  return tables.filter(({ byRun }) => [...byRun.values()].some((run) => run.verdict === verdict)).length / tables.length;
}

/** Five baselines and a hundred runs of which none is better, each best so far repeated five times. */
export function nullTables(count: number, seed: number): Judgement[] {
  const normal = normalDraws(seed);
  return Array.from({ length: count }, () => simulate({ baselines: 5, runs: 100, replicates: 5, effect: () => 0 }, normal));
}

/** The share of tables that confirm the one configuration that is truly better, five replicates against five baselines. */
export function confirmedShare(count: number, effect: number, seed: number): number {
  const normal = normalDraws(seed);
  const tables = Array.from({ length: count }, () => {
    const rows = [
      ...Array.from({ length: 5 }, () => [String(normal()), 'baseline', 'unmodified']),
      // The first run was selected, so its value does not count; it must only have been the best.
      ['-9', 'keep', 'wider'],
      ...Array.from({ length: 5 }, () => [String(normal() - effect), 'keep', 'wider']),
    ];
    const table = {
      id: 'results',
      path: 'results.tsv',
      columns: ['loss', 'status', 'description'],
      headerLine: 1,
      notes: [],
      rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
    };
    return judge(buildResults(table, {}), { minEffect: null, seedsOf: () => null });
  });
  return shareWith('confirmed', tables);
}
