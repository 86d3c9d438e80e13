import { judge, type JudgeOptions } from '#graph/judgement/judge.ts';
import type { Judgement, RunJudgement } from '#graph/judgement/judgement.ts';
import { buildResults } from '#graph/results/results.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Program } from '#schemas/program.ts';

export interface JudgedTable {
  readonly results: Results;
  readonly judgement: Judgement;
  /** What is said of a row, by its ordinal. */
  readonly of: (ordinal: number) => RunJudgement | undefined;
  readonly verdicts: readonly (string | null | undefined)[];
}

interface Given extends Partial<JudgeOptions> {
  readonly program?: Partial<Program>;
  readonly evaluations?: Readonly<Record<string, string>>;
}

/** Judges a table whose cells are divided by two or more spaces, the header first. */
export function judged(
  lines: readonly string[],
  { program = {}, evaluations = {}, minEffect = null, seedsOf = () => null }: Given = {},
): JudgedTable {
  const [columns = [], ...rows] = lines.map((line) => line.trim().split(/ {2,}/));
  const table = {
    id: 'results',
    path: 'results.tsv',
    columns,
    headerLine: 1,
    notes: [],
    rows: rows.map((cells, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells })),
  };
  const results = buildResults(table, program, evaluations);
  const judgement = judge(results, { minEffect, seedsOf });
  const of = (ordinal: number): RunJudgement | undefined => judgement.byRun.get(row(ordinal));
  return { results, judgement, of, verdicts: results.runs.map(({ ordinal }) => of(ordinal)?.verdict) };
}

export function row(ordinal: number): RunId {
  return `run/results/${ordinal}`;
}
