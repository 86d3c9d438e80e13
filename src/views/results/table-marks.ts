import { verdicts } from '#graph/judgement/judgement.ts';
import { statuses } from '#graph/knowledge-graph.ts';
import { shownVerdict, type ShownVerdict } from './judged/verdict.ts';
import { markOf, markShape, statusWords, type ShownStatus } from './run-status.ts';

/** One mark of each sort, from which the table's script makes those of further rows: shapes and words are the build's. */
export interface TableMarks {
  readonly statuses: readonly ShownStatus[];
  readonly verdicts: readonly ShownVerdict[];
}

export function tableMarks(): TableMarks {
  return {
    statuses: statuses.map((status) => ({ status, raw: '', meaning: statusWords[status], ...markShape(markOf(status)) })),
    verdicts: verdicts.map((verdict) => shownVerdict(verdict, '')),
  };
}
