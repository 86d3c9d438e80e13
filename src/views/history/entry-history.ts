import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Appearance, FileHistory } from '#schemas/history.ts';
import { sharesFile } from '#views/entries/journal-neighbors.ts';

/** What git says of a file; null outside git, and for a file that no commit has. */
export function fileHistory(path: string, { content }: KnowledgeGraph): FileHistory | null {
  const files = content.history?.files ?? {};
  return Object.hasOwn(files, path) ? (files[path] ?? null) : null;
}

/** Whether an entry is a part of a file: what git says of the file, it does not say of the entry. */
export function isSection(entry: Entry, graph: KnowledgeGraph): boolean {
  return (graph.wholeFiles.has(entry.path) && graph.wholeFiles.get(entry.path)?.entry !== entry) || sharesFile(entry, graph);
}

/** What git says of an entry; of an experiment, what it says of all its run logs. Null for a section of a file. */
export function entryHistory(entry: Entry, graph: KnowledgeGraph): FileHistory | null {
  if (isSection(entry, graph)) return null;
  const own = [entry.path, ...(entry.attached ?? []).map(({ path }) => path)];
  const others = [...(graph.runLogs.get(entry.id) ?? []), ...(graph.argumentMaps.get(entry.id) ?? [])].map(({ path }) => path);
  const files = [...new Set([...own, ...others])].flatMap((path) => fileHistory(path, graph) ?? []);
  const byAge = files.toSorted((a, b) => a.created.order - b.created.order);
  const [first] = byAge;
  if (first === undefined) return null;
  return {
    created: first.created,
    updated: files.reduce((last, { updated }) => (updated.order > last.order ? updated : last), first.updated),
    authors: [...new Set(byAge.flatMap(({ authors }) => authors))],
    commits: files.reduce((sum, { commits }) => sum + commits, 0),
  };
}

/** The date of a commit; null where what it says may be older than it. */
export function surely(appearance: Appearance | undefined): string | null {
  return appearance === undefined || appearance.isEdge ? null : appearance.date;
}
