import { createHash } from 'node:crypto';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { TableColumnInfo, TableManifest } from '#schemas/table-data.ts';
import type { Href } from '#views/href.ts';
import { namedViews } from './named-views.ts';
import { hasRunPage } from './run-address.ts';
import { dataColumns } from './table-data-columns.ts';

/** The compact form of a table as files, which lie in one folder. */
export interface TableFiles {
  /** Name of the manifest's file. */
  readonly manifest: string;
  /** Name to content: JSON. */
  readonly files: ReadonlyMap<string, string>;
}

/** Several pages and every one of the files ask for the files of a table; they live as long as its results. */
const made = new WeakMap<Results, TableFiles>();

/** The files of a table (`schemas/table-data.ts`), made once. @param graph the one that the results are part of */
export function tableFiles(results: Results, graph: KnowledgeGraph): TableFiles {
  const files = made.get(results) ?? makeFiles(results, graph);
  made.set(results, files);
  return files;
}

/** Where the page of a table finds the manifest of its data. */
export function tableDataAddress(results: Results, graph: KnowledgeGraph, href: Href): string {
  return href.tableData(results.table.id, tableFiles(results, graph).manifest);
}

function makeFiles(results: Results, graph: KnowledgeGraph): TableFiles {
  const files = new Map<string, string>();
  const columns: TableColumnInfo[] = [];
  for (const { info, data } of dataColumns(results, graph)) {
    const content = JSON.stringify(data);
    const file = fileName(`c${columns.length}`, content);
    files.set(file, content);
    columns.push({ ...info, file, bytes: Buffer.byteLength(content) });
  }
  const content = JSON.stringify(manifestOf(results, graph, columns));
  const manifest = fileName('manifest', content);
  return { manifest, files: files.set(manifest, content) };
}

function manifestOf(results: Results, graph: KnowledgeGraph, columns: readonly TableColumnInfo[]): TableManifest {
  const { runs, best } = results;
  return {
    schema: 1,
    rows: runs.length,
    columns,
    pages: pagesOf(results, graph),
    bestSoFar: runs.filter((run) => run.bestSoFar).map(({ ordinal }) => ordinal),
    best: best?.ordinal ?? null,
    fresh: runs.filter(({ id }) => graph.since?.runs.has(id) === true).map(({ ordinal }) => ordinal),
    views: namedViews(results, graph),
  };
}

function pagesOf({ runs }: Results, graph: KnowledgeGraph): TableManifest['pages'] {
  const ordinals = runs.filter(({ id }) => hasRunPage(graph, id)).map(({ ordinal }) => ordinal);
  return ordinals.length === 0 ? 'none' : ordinals.length === runs.length ? 'all' : ordinals;
}

/** A name that changes with the content, so that a file can be kept by browsers for ever. */
function fileName(stem: string, content: string): string {
  return `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}.json`;
}
