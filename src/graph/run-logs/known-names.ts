import type { EntryId, RunId } from '#schemas/entry.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { placeOfExperiment } from './experiment-place.ts';

/** What a name in a run log stands for. */
export type Known =
  | { readonly is: 'run'; readonly id: RunId }
  | { readonly is: 'experiment'; readonly id: EntryId }
  | { readonly is: 'folder'; readonly path: string };

/** Shorter names, and names without a digit or a mark, are words of the language. */
const shortestName = 4;
const index = new WeakMap<KnowledgeGraph, ReadonlyMap<string, Known | null>>();

/**
 * The run, experiment or folder of an experiment that a name in a run log stands for: a row's id, commit or description, an experiment's
 * name, or a folder below one. Null where it is unknown, or stands for several.
 */
export function knownName(graph: KnowledgeGraph, name: string): Known | null {
  if (!isName(name)) return null;
  let names = index.get(graph);
  if (names === undefined) {
    names = indexNames(graph);
    index.set(graph, names);
  }
  return names.get(name) ?? null;
}

function isName(text: string): boolean {
  return (
    text.length >= shortestName &&
    text.length <= 120 &&
    /^[\p{L}\p{N}][\p{L}\p{N}_.=+-]*$/u.test(text) &&
    /[\p{N}_-]/u.test(text) &&
    !/^\d+$/.test(text)
  );
}

function indexNames(graph: KnowledgeGraph): Map<string, Known | null> {
  const names = new Map<string, Known | null>();
  const add = (name: string, known: Known): void => {
    if (!isName(name)) return;
    const before = names.get(name);
    const isSame = before === undefined || JSON.stringify(before) === JSON.stringify(known);
    // What stands for two things leads to neither; a run or experiment is meant before a folder of its name.
    names.set(name, isSame ? known : known.is === 'folder' ? (before ?? null) : before?.is === 'folder' ? known : null);
  };
  const folders = new Map<string, EntryId>();
  for (const entry of graph.entries) {
    if (entry.kind !== 'experiment') continue;
    const folder = placeOfExperiment(entry);
    if (folder !== '') folders.set(folder, entry.id);
    for (const name of new Set([entry.lineageKey, entry.title, folder.slice(folder.lastIndexOf('/') + 1)]))
      add(name, { is: 'experiment', id: entry.id });
  }
  for (const { run, results } of graph.runsById.values()) {
    const idColumns = results.columns.filter(({ role }) => role === 'id').map(({ name }) => name);
    const own = [run.commit ?? '', run.description, ...idColumns.map((column) => run.cells[column] ?? '')].map((text) => text.trim());
    for (const name of new Set(own)) add(name, { is: 'run', id: run.id });
  }
  const { files, assets } = graph.content;
  for (const path of new Set(
    [...files.map((file) => file.path), ...assets].map((file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0))),
  )) {
    const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folders.has(parent) && !folders.has(path)) add(path.slice(parent.length + 1), { is: 'folder', path });
  }
  return names;
}
