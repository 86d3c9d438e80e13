import type { Entry, EntryId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { experimentPlaceOf, type RunLog } from '#schemas/run-log.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import type { LinkTarget } from '#graph/knowledge-graph.ts';
import { placeOfExperiment } from '#graph/run-logs/experiment-place.ts';
import { folderOf, stemOf } from './workspace-paths.ts';

/** Everything that stands somewhere in the workspace. All paths are relative to it; its own is empty. */
export interface PathIndex {
  /** What stands at a path, with or without `.md`; null where nothing does. What lies in a folder that was not read leads outside. */
  readonly find: (path: string) => LinkTarget | null;
  /** The entries of a file, in file order; then the file itself, where it is divided into entries. */
  readonly entriesAt: (path: string) => readonly Entry[];
  /** Whether this is the page of a file that is divided into entries. */
  readonly isWhole: (entry: Entry) => boolean;
  /** The tables and the files of several entries that have a stem: `results`, `RESEARCH_JOURNAL`. */
  readonly filesNamed: (stem: string) => readonly LinkTarget[];
  /** The experiment that a run log belongs to. */
  readonly experimentOf: (log: RunLog) => Entry | null;
  /** Every file that a link may lead to, for suggestions. */
  readonly files: readonly string[];
}

/** What the entries at and below a folder have in common. */
interface Folder {
  readonly kinds: Set<Kind>;
  /** The folder's own page: its README or index. */
  page: Entry | null;
}

/** Files that stand for their folder, as on a forge. */
const folderPage = /^(readme|index)\.(md|markdown)$/i;

/** Reads the places of all files once; each look-up takes constant time. */
export function indexPaths(content: WorkspaceContent): PathIndex {
  const wholeEntries = content.wholeFiles.map(({ entry }) => entry);
  const entries = Map.groupBy([...content.entries, ...wholeEntries], (entry) => entry.path);
  const experiments = experimentsByFolder(content.entries);
  const folders = foldersOf(content);
  const targets = new Map<string, LinkTarget>();
  const skipped = new Set(content.skipped.map(({ path }) => path));
  for (const path of skipped) targets.set(path, { to: 'outside', url: null });
  for (const path of content.assets) targets.set(path, { to: 'file', path });
  for (const { path } of content.files) targets.set(path, { to: 'file', path });
  for (const { path, id } of content.tables) targets.set(path, { to: 'table', id });
  for (const [path, [first]] of entries) if (first) targets.set(path, entryTarget(first.id));
  // A file of several entries is a page of its own.
  for (const { path, id } of wholeEntries) targets.set(path, entryTarget(id));
  for (const { path, paper } of content.argumentMaps) {
    const [entry] = entries.get(paper) ?? [];
    if (entry) targets.set(path, entryTarget(entry.id));
  }
  for (const { id, attached = [] } of content.entries) for (const { path } of attached) targets.set(path, entryTarget(id));
  // A log at the root is an experiment of its own, under the log's path.
  const experimentOf = (log: RunLog): Entry | null => experiments.get(experimentPlaceOf(log)) ?? null;
  for (const log of content.runLogs) {
    const experiment = experimentOf(log);
    if (experiment) targets.set(log.path, { to: 'run log', path: log.path, experiment: experiment.id });
  }
  const findFolder = (path: string): LinkTarget | null => {
    const folder = folders.get(path);
    if (!folder) return null;
    const own = experiments.get(path) ?? folder.page;
    if (own) return entryTarget(own.id);
    const [kind, another] = folder.kinds;
    // A folder of many kinds is there, but has no page to lead to.
    return kind !== undefined && another === undefined ? { to: 'folder', path, kind } : { to: 'outside', url: null };
  };
  const findUnread = (path: string): LinkTarget | null =>
    foldersAbove(path).some((folder) => skipped.has(folder)) ? { to: 'outside', url: null } : null;
  const wholeIds = new Set(wholeEntries.map(({ id }) => id));
  const wholePaths = new Set(wholeEntries.map(({ path }) => path));
  const named = Map.groupBy(
    [...targets].filter(([path, { to }]) => to === 'table' || wholePaths.has(path)),
    ([path]) => stemOf(path).toLowerCase(),
  );
  return {
    find: (path) => targets.get(path) ?? targets.get(`${path}.md`) ?? findFolder(path) ?? findUnread(path),
    entriesAt: (path) => entries.get(path) ?? entries.get(`${path}.md`) ?? [],
    isWhole: ({ id }) => wholeIds.has(id),
    filesNamed: (stem) => (named.get(stem.toLowerCase()) ?? []).map(([, target]) => target),
    experimentOf,
    files: [...targets.keys()],
  };
}

function entryTarget(id: EntryId): LinkTarget {
  return { to: 'entry', id, fragment: null };
}

/** An experiment stands in its folder: at `<folder>/experiment_summary.md`, or without a summary at the folder itself. */
function experimentsByFolder(entries: readonly Entry[]): Map<string, Entry> {
  const experiments = entries.filter(({ kind }) => kind === 'experiment');
  return new Map(experiments.map((entry) => [placeOfExperiment(entry), entry]));
}

function foldersOf({ entries, assets, files }: WorkspaceContent): Map<string, Folder> {
  const folders = new Map<string, Folder>();
  const at = (path: string): Folder => {
    const known = folders.get(path);
    if (known) return known;
    const added: Folder = { kinds: new Set(), page: null };
    folders.set(path, added);
    return added;
  };
  for (const path of [...assets, ...files.map((file) => file.path)]) for (const folder of foldersAbove(path)) at(folder);
  for (const entry of entries) {
    const folder = folderOf(entry.path);
    if (folderPage.test(entry.path.slice(folder === '' ? 0 : folder.length + 1))) at(folder).page = entry;
    for (const above of foldersAbove(entry.path)) at(above).kinds.add(entry.kind);
  }
  return folders;
}

/** `a/b/c.md` → `a/b`, `a` and the workspace itself. */
function foldersAbove(path: string): string[] {
  const above: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) above.push(folder);
  return [...above, ''];
}
