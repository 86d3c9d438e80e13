import type { History } from '#schemas/history.ts';
import { coverOf } from '#schemas/globs.ts';
import type { EarlierId, WorkspaceContent } from '#schemas/workspace.ts';
import { ideaSlugs } from '#graph/lineage/idea-slugs.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph, LinkTarget } from '#graph/knowledge-graph.ts';
import { publishedEntry, showsFullText } from './published-entry.ts';
import { withheldPaths } from './withheld-paths.ts';
import { folderOf } from '#graph/links/workspace-paths.ts';

/** What of a workspace may leave it (contract "What may be published"). */
export interface PublishedContent {
  /** The workspace without what is withheld: nothing in it tells of that. */
  readonly content: WorkspaceContent;
  /** How many files were read and are not published: all that may be said of them. */
  readonly withheldFiles: number;
  /** The papers of which only the metadata is published: what is said of other lines of theirs would quote them. */
  readonly withoutText: ReadonlySet<string>;
  /** Whether a path leads to something that is withheld. */
  readonly isWithheld: (path: string) => boolean;
}

export interface Publication extends PublishedContent {
  readonly graph: KnowledgeGraph;
}

/** What a site may show. Pure; the content itself where all of it may be published. */
export function publishedContent(content: WorkspaceContent): PublishedContent {
  const { isWithheld, isUnnamed, isNothing } = withheldPaths(content);
  const isPublished = ({ path }: { readonly path: string }): boolean => !isWithheld(path);
  const withoutText = new Set(content.entries.filter((entry) => !showsFullText(entry, content)).map(({ path }) => path));
  const hasAuthors = content.program.publish?.authors !== false || content.history === null;
  if (isNothing && withoutText.size === 0 && hasAuthors) return { content, withheldFiles: 0, withoutText, isWithheld };
  const files = content.files.filter(isPublished);
  const entries = content.entries.filter(isPublished);
  const entryOf = publishedEntry(content, isWithheld);
  return {
    content: {
      ...content,
      entries: entries.map(entryOf),
      wholeFiles: content.wholeFiles.filter(({ entry }) => isPublished(entry)),
      tables: content.tables.filter(isPublished),
      runLogs: content.runLogs.filter(isPublished),
      queues: content.queues.filter(isPublished),
      argumentMaps: content.argumentMaps.filter(isPublished),
      files,
      skipped: content.skipped.filter((skipped) => isPublished(skipped) && !isUnnamed(skipped)),
      history: publishedHistory(content, { isNothing, isWithheld, hasAuthors }),
      earlierIds: isNothing ? content.earlierIds : publishedEarlierIds(content, isWithheld),
      withheldKinds: [...new Set(content.entries.filter((entry) => !isPublished(entry)).map(({ kind }) => kind))],
      assets: content.assets.filter((path) => !isWithheld(path)),
      symbolicLinks: content.symbolicLinks.filter((link) => isPublished(link) && !isWithheld(link.target)),
      problems: content.problems.filter((problem) => isPublished(problem) && !(problem.names ?? []).some(isWithheld)),
    },
    withheldFiles: content.files.length - files.length,
    withoutText,
    isWithheld,
  };
}

/**
 * The graph that a site is made from. It is built from the published content alone, so that no suggestion, count or message can tell of anything
 * else. Links lead where they lead in the whole workspace: to something that is withheld they lead nowhere, which is no mistake.
 *
 * @param whole the graph of everything, which the checks run on
 */
export function publicationOf(whole: KnowledgeGraph): Publication {
  const published = publishedContent(whole.content);
  const { content, withoutText } = published;
  if (content === whole.content) return { ...published, graph: whole };
  const ids = new Set<string>([...content.entries, ...content.wholeFiles.map(({ entry }) => entry)].map(({ id }) => id));
  const tables = new Set(content.tables.map(({ id }) => id));
  const places = placesOf(content);

  const isThere = (target: LinkTarget): boolean => {
    switch (target.to) {
      case 'entry':
        return ids.has(target.id);
      case 'run':
        return tables.has(target.table);
      case 'table':
        return tables.has(target.id);
      case 'folder':
        return places.has(target.path);
      case 'file':
        return !published.isWithheld(target.path);
      case 'run log':
        return ids.has(target.experiment) && !published.isWithheld(target.path);
      case 'outside':
      case 'unpublished':
      case 'nothing':
        return true;
    }
  };
  const textless = new Set<string>(content.entries.filter(({ path }) => withoutText.has(path)).map(({ id }) => id));
  const graph = buildGraph(content, (entry, index, found) => {
    const target = whole.links.get(entry.id)?.[index]?.destination;
    if (target === undefined) return found;
    if (!isThere(target)) return { link: { ...found.link, destination: { to: 'unpublished' } }, problem: null };
    // Its headings are not on its page.
    if (target.to === 'entry' && textless.has(target.id))
      return { link: { ...found.link, destination: { ...target, fragment: null } }, problem: null };
    if (target.to === 'nothing') return { link: { ...found.link, destination: { ...target, suggestion: null } }, problem: found.problem };
    return { link: { ...found.link, destination: target }, problem: found.link.destination.to === 'nothing' ? null : found.problem };
  });
  return { ...published, graph };
}

interface Withholding {
  /** Whether nothing is withheld. */
  readonly isNothing: boolean;
  readonly isWithheld: (path: string) => boolean;
  /** Whether the names of authors may be told. */
  readonly hasAuthors: boolean;
}

/**
 * A branch or a commit can name what is withheld: where anything is, only those of published ideas are told of, by what they are called in the whole
 * workspace, and of a commit not its subject. Of files only the published ones are told of, and no earlier name that would be withheld today.
 */
function publishedHistory(content: WorkspaceContent, { isNothing, isWithheld, hasAuthors }: Withholding): History | null {
  const { history, entries } = content;
  if (history === null) return null;
  const files = hasAuthors
    ? history.files
    : Object.fromEntries(Object.entries(history.files).map(([path, file]) => [path, { ...file, authors: [] }]));
  if (isNothing) return { ...history, files };
  const slugs = ideaSlugs(entries.filter(({ kind }) => kind === 'idea'));
  const isOfPublished = ({ slug }: { readonly slug: string }): boolean => {
    const idea = slugs.find(slug);
    return idea !== null && !isWithheld(idea.path);
  };
  const shown = <Value>(all: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([path]) => !isWithheld(path)));
  const isHidden = hiddenNames(content, isWithheld);
  return {
    ...history,
    branches: history.branches.filter(isOfPublished),
    commits: history.commits.filter(isOfPublished).map((commit) => ({ ...commit, subject: '' })),
    predictions: history.predictions === null ? null : shown(history.predictions),
    reports: shown(history.reports),
    tables: shown(history.tables),
    files: shown(files),
    renames: Object.fromEntries(
      Object.entries(shown(history.renames)).map(([path, names]) => [path, names.filter((name) => !isHidden(name.path))]),
    ),
  };
}

/** Without what leads to something that is withheld, and without names that would be. */
function publishedEarlierIds(content: WorkspaceContent, isWithheld: (path: string) => boolean): readonly EarlierId[] {
  const isHidden = hiddenNames(content, isWithheld);
  const paths = new Map<string, string>([
    ...[...content.entries, ...content.wholeFiles.map(({ entry }) => entry)].map(({ id, path }) => [id, path] as const),
    ...content.tables.map(({ id, path }) => [id, path] as const),
  ]);
  return content.earlierIds.filter(({ to, path }) => !isWithheld(paths.get(to) ?? '') && (path === null || !isHidden(path)));
}

/** Whether a path that a file had before may not be told: it would be withheld or ignored now. */
function hiddenNames({ program }: WorkspaceContent, isWithheld: (path: string) => boolean): (path: string) => boolean {
  const isIgnored = coverOf(program.ignore ?? []);
  return (path) => isWithheld(path) || isIgnored(path);
}

/** The published paths, and every folder above one. */
function placesOf({ entries, files, assets }: WorkspaceContent): Set<string> {
  const places = new Set<string>(['']);
  for (const path of [...entries.map((entry) => entry.path), ...files.map((file) => file.path), ...assets])
    for (let place = path; place !== '' && !places.has(place); place = folderOf(place)) places.add(place);
  return places;
}
