import type { BestRun, TableChange } from '#changes/knowledge/table-changes.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import type { Href } from '#views/href.ts';
import { runAddress } from '#views/results/run-address.ts';
import { cut, listed } from './bounded.ts';

type TableJson = KnowledgeChangesJson['tables'][number];

/** What became of a results table, as `priors diff --format json` has it. */
export function tableJson(change: TableChange, graph: KnowledgeGraph, href: Href): TableJson {
  const { before, after, added, changed, removed, columns, isOtherMetric, best } = change;
  const results = after ?? before;
  const { name = null, direction = null, unit = null } = results?.metric ?? {};
  const names = (list: readonly string[]): string[] => listed(list).map((column) => cut(column, 1000));
  return {
    path: cut(results?.table.path ?? '', 4096),
    url: after === null ? null : href.table(after.table.id),
    metric: name === null ? null : cut(name, 200),
    metric_before: isOtherMetric && before !== null && before.metric.name !== null ? cut(before.metric.name, 200) : null,
    direction,
    unit: unit === null ? null : cut(unit, 40),
    rows_are: results?.nature.rows ?? 'runs',
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    best: {
      before: best.before === null ? null : bestJson(best.before, null),
      after: best.after === null ? null : bestJson(best.after, runAddress(graph, href, best.after.run.id)),
      is_new: best.isNew,
    },
    columns: { added: names(columns.added), removed: names(columns.removed) },
    changed_rows: listed(changed).map(({ before: old, after: now }) => ({
      id: cut(now.id, 4096),
      url: runAddress(graph, href, now.id),
      cells: listed(changedCells(old, now, change)),
    })),
    removed_rows: listed(removed).map((run) => ({
      ordinal: run.ordinal,
      value: before === null ? '' : valueOf(run, before),
      status: cut(run.rawStatus, 200),
      description: cut(run.description, 1000),
    })),
    runs: after === null ? [] : listed(added).map((run) => runJson(run, after, graph, href)),
  };
}

/** The cells that are others than before, below the columns that were there. */
function changedCells(old: Run, now: Run, { after, columns }: TableChange): TableJson['changed_rows'][number]['cells'] {
  const fresh = new Set(columns.added);
  return (after?.table.columns ?? []).flatMap((column) => {
    const [before, text] = [(old.cells[column] ?? '').trim(), (now.cells[column] ?? '').trim()];
    return fresh.has(column) || before === text ? [] : [{ column: cut(column, 1000), before: cut(before, 1000), after: cut(text, 1000) }];
  });
}

function bestJson({ value, verdict, runs }: BestRun, url: string | null): NonNullable<TableJson['best']['after']> {
  return { value: cut(value, 200), verdict, runs, url };
}

function runJson(run: Run, results: Results, graph: KnowledgeGraph, href: Href): TableJson['runs'][number] {
  return {
    id: cut(run.id, 4096),
    url: runAddress(graph, href, run.id),
    value: valueOf(run, results),
    status: cut(run.rawStatus, 200),
    verdict: graph.judgements.get(results.table.id)?.byRun.get(run.id)?.verdict ?? null,
    description: cut(run.description, 1000),
  };
}

/** The cell of the main metric as written. */
function valueOf(run: Run, { metric }: Results): string {
  return metric.name === null ? '' : cut((run.cells[metric.name] ?? '').trim(), 200);
}
