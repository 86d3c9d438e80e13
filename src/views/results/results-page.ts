import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import { governanceOf, type Governance } from '#views/governance.ts';
import type { Href } from '#views/href.ts';
import { tableDownloads, type Download } from './downloads/download-links.ts';
import { resultsFacts, type ResultsFact } from './results-facts.ts';
import { resultsFigures, type ResultsFigures } from './charts/results-figures.ts';
import { shownTable, type ShownTable } from './shown-table.ts';
import { constantColumns } from './table-columns.ts';

/** One results table. */
export interface TablePage extends ShownTable {
  readonly title: string;
  readonly sourceHref: string | null;
  /** The rule that the file stands under; null where it may change freely. */
  readonly governance: Governance | null;
  readonly facts: readonly ResultsFact[];
  readonly figures: ResultsFigures;
  /** What comments above the header say of the table. */
  readonly notes: readonly { readonly name: string; readonly value: string }[];
  readonly downloads: readonly Download[];
}

const made = new WeakMap<Results, TablePage>();

/**
 * The page of one table: charts, facts, and its first rows as they are in the file. Made once for each reading of the workspace: the overview of a
 * workspace with one table shows it too.
 */
export function tablePage(results: Results, graph: KnowledgeGraph, href: Href): TablePage {
  const page = made.get(results) ?? makePage(results, graph, href);
  made.set(results, page);
  return page;
}

function makePage(results: Results, graph: KnowledgeGraph, href: Href): TablePage {
  const { table, nature } = results;
  const constant = constantColumns(results);
  return {
    ...shownTable(results, graph, href),
    title: table.path,
    sourceHref: href.source(table.path),
    governance: governanceOf(table.path, graph, href),
    facts: [
      ...resultsFacts(results, graph, href),
      ...previewFacts(results, graph),
      ...(constant.size === 0
        ? []
        : [
            {
              name: nature.rows === 'runs' ? 'In every run' : 'In every row',
              value: Array.from(constant, ([name, text]) => `${name} ${text}`).join(', '),
              href: null,
            },
          ]),
    ],
    figures: resultsFigures(results, graph.judgements.get(table.id) ?? null, graph, href),
    notes: table.notes.map(({ key, value }) => ({ name: key, value })),
    downloads: tableDownloads(results, href),
  };
}

/** What a preview says of the table; nothing in any other site. */
function previewFacts({ runs }: Results, { since }: KnowledgeGraph): ResultsFact[] {
  const fresh = runs.filter(({ id }) => since?.runs.has(id) === true).length;
  return fresh === 0
    ? []
    : [{ name: 'In this preview', value: `${counted(fresh, 'row is', 'rows are')} new or changed, with a bar at the left`, href: null }];
}
