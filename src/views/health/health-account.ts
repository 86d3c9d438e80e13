import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { FileRecord, SkippedFile } from '#schemas/workspace.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';

/** Files of one kind, added up. */
export interface KindAccount {
  readonly kind: string;
  readonly files: number;
  readonly entries: number;
  readonly rows: number;
  readonly events: number;
}

/** What became of one file. */
export interface FileAccount {
  readonly path: string;
  /** The page that the file became; null where it became none. */
  readonly href: string | null;
  readonly kind: string;
  readonly entries: number;
  readonly rows: number;
  readonly events: number;
  readonly diagnostics: number;
  /** Stretches of lines that are in no entry, row or event. */
  readonly unaccounted: readonly LineStretch[];
  /** How many more stretches there are than are listed. */
  readonly further: number;
}

export interface LineStretch {
  /** `3–5` */
  readonly lines: string;
  /** The first of them in the repository's web view; null where there is none. */
  readonly href: string | null;
}

/** The files below one folder of the workspace, or those at its top. */
export interface FolderAccount {
  readonly name: string;
  readonly summary: string;
  readonly files: readonly FileAccount[];
}

/** Everything that was not read for the same reason. */
export interface SkippedGroup {
  readonly reason: string;
  readonly count: number;
  readonly paths: readonly string[];
  /** How many more there are than are listed; `api/health.json` has all. */
  readonly further: number;
}

/** The account of all files of a workspace: what was read as what, what was not read and why. */
export interface HealthAccount {
  readonly kinds: readonly KindAccount[];
  readonly folders: readonly FolderAccount[];
  readonly skipped: readonly SkippedGroup[];
  readonly skippedCount: number;
  /** "240 .png, 33 .py": files that links may lead to. Empty where there are none. */
  readonly others: string;
}

const stretchesPerFile = 20;
const pathsPerReason = 500;
const endingsListed = 20;

/**
 * @param pages the page of each file that has one
 */
export function healthAccount(
  graph: KnowledgeGraph,
  diagnostics: readonly Diagnostic[],
  pages: ReadonlyMap<string, string>,
  href: Href,
): HealthAccount {
  const { files, skipped, assets } = graph.content;
  const counts = new Map<string, number>();
  for (const { path } of diagnostics) counts.set(path, (counts.get(path) ?? 0) + 1);
  const accounts = files.map((file) => fileAccount(file, counts.get(file.path) ?? 0, pages.get(file.path) ?? null, href));
  return {
    kinds: kindAccounts(files),
    folders: [...Map.groupBy(accounts, ({ path }) => topFolder(path))].map(([name, members]) => folderAccount(name, members)),
    skipped: skippedGroups(skipped),
    skippedCount: skipped.length,
    others: endings(assets),
  };
}

function kindAccounts(files: readonly FileRecord[]): KindAccount[] {
  return [...Map.groupBy(files, (file) => file.kind)]
    .map(([kind, members]) => ({
      kind,
      files: members.length,
      entries: sum(members, 'entries'),
      rows: sum(members, 'rows'),
      events: sum(members, 'events'),
    }))
    .sort((a, b) => b.files - a.files || a.kind.localeCompare(b.kind, 'en'));
}

function fileAccount(file: FileRecord, diagnostics: number, page: string | null, href: Href): FileAccount {
  const { path, kind, entries, rows, events, unaccounted } = file;
  const stretches = lineStretches(unaccounted);
  return {
    path,
    href: page,
    kind,
    entries,
    rows,
    events,
    diagnostics,
    unaccounted: stretches.slice(0, stretchesPerFile).map(([first, last]) => ({
      lines: first === last ? String(first) : `${first}–${last}`,
      href: href.source(path, first),
    })),
    further: Math.max(0, stretches.length - stretchesPerFile),
  };
}

function folderAccount(name: string, files: readonly FileAccount[]): FolderAccount {
  const problems = sum(files, 'diagnostics');
  const about = problems === 0 ? '' : `, ${counted(problems, 'diagnostic', 'diagnostics')}`;
  return { name: name === '' ? 'At the top' : `${name}/`, summary: `${counted(files.length, 'file', 'files')}${about}`, files };
}

function topFolder(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function skippedGroups(skipped: readonly SkippedFile[]): SkippedGroup[] {
  // A part of a file has a reason with its own lines in it.
  return [...Map.groupBy(skipped, ({ reason }) => reason.replace(/^Lines \d+ to \d+ are/, 'Some lines are'))]
    .map(([reason, members]) => ({
      reason,
      count: members.length,
      paths: members.slice(0, pathsPerReason).map(({ path }) => path),
      further: Math.max(0, members.length - pathsPerReason),
    }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'en'));
}

/** How many files there are of each ending, the most frequent first. */
function endings(paths: readonly string[]): string {
  const groups = [...Map.groupBy(paths, endingOf)].sort(([a, some], [b, more]) => more.length - some.length || a.localeCompare(b, 'en'));
  const listed = groups.slice(0, endingsListed).map(([ending, members]) => `${members.length.toLocaleString('en-US')} ${ending}`);
  const further = groups.slice(endingsListed).reduce((total, [, members]) => total + members.length, 0);
  return [...listed, ...(further > 0 ? [`${further.toLocaleString('en-US')} others`] : [])].join(', ');
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name.length - dot > 12 ? 'without an ending' : name.slice(dot).toLowerCase();
}

/** First and last lines of unbroken stretches: 3, 4, 5, 9 are 3 to 5 and 9 to 9. */
export function lineStretches(lines: readonly number[]): [number, number][] {
  const stretches: [number, number][] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else stretches.push([line, line]);
  }
  return stretches;
}

function sum<Key extends string>(members: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return members.reduce((total, member) => total + member[key], 0);
}
