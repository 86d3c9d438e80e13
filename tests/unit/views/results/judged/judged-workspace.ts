import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Program } from '#schemas/program.ts';
import { createHref } from '#views/href.ts';
import { phraseText, type Phrase } from '#views/results/judged/phrase.ts';
import { makeContent, makeTable } from '../../../graph/make-content.ts';

export const href = createHref({ base: '/', site: null, repository: 'https://github.com/o/r', folder: '' });

const header = 'id\tval_bpb\tstatus\tdescription';

/** Five baselines: mean 1.000, standard deviation 0.0016. */
export const baselines = [
  'b1\t1.000\tbaseline\t',
  'b2\t1.002\tbaseline\t',
  'b3\t0.998\tbaseline\t',
  'b4\t1.001\tbaseline\t',
  'b5\t0.999\tbaseline\t',
];

/** One run far ahead of the baselines, and five fresh replicates of it. */
export const winner = [
  'w\t0.980\tkeep\trotary',
  ...[0.981, 0.979, 0.982, 0.98, 0.981].map((value, index) => `w${index}\t${value}\tkeep\trotary`),
];

/** A workspace of one table, with these rows below its usual header. */
export function judgedGraph(rows: readonly string[], program: Partial<Program> = {}): KnowledgeGraph {
  return tableGraph([header, ...rows], program);
}

/** A workspace of one table, header included. @param evaluations by commit, what its runs were evaluated by */
export function tableGraph(
  lines: readonly string[],
  program: Partial<Program> = {},
  evaluations: Readonly<Record<string, string>> = {},
): KnowledgeGraph {
  return buildGraph(makeContent({ program, evaluations, tables: [makeTable('results.tsv', ...lines)] }));
}

/** The one table. */
export function onlyTable(graph: KnowledgeGraph): Results {
  const [results] = graph.results.values();
  if (results === undefined) throw new Error('the graph has no table');
  return results;
}

/** The words of a phrase, with plain spaces. */
export function wordsOf(parts: Phrase): string {
  return phraseText(parts).replaceAll('\u00A0', ' ');
}
