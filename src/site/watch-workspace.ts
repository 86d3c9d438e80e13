import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { buildGraph } from '#graph/build-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { reasonToSkipFolder } from '#ingest/reading/skipped-folders.ts';
import { buildSearchIndex } from '#search/build-index.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { announcedSite, announceSite, type AnnouncedSite } from './announced-site.ts';
import { readPublishedBody } from './published-body.ts';

/** The part of Vite's watcher that is used. */
interface Watcher {
  add: (path: string) => unknown;
  on: (event: 'all', listener: (event: string, path: string) => void) => unknown;
}

export interface WatchOptions {
  readonly watcher: Watcher;
  /** Called with what was announced, at the start and whenever there is a new state of it. */
  readonly onChange: (site: AnnouncedSite) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Editors write a file in several steps; so long after the last one, in milliseconds, the workspace is read. */
const settle = 60;

/**
 * Reads the announced workspace again whenever a file in it changes, comes or goes, and announces what it is then; only changed files are parsed. The
 * search index follows behind. Builds the index once at the start. The watcher need not follow symbolic links.
 */
export function watchWorkspace({ watcher, onChange, onFailure }: WatchOptions): void {
  let timer: NodeJS.Timeout | undefined;
  const { places } = announcedSite();
  const update = async (): Promise<void> => {
    const { asOf } = announcedSite().whole.content;
    const { content } = await ingestWorkspace({ root: places.workspace, cacheDir: places.cacheDir, asOf });
    await show(announceSite(places, buildGraph(content)));
  };
  const show = async (site: AnnouncedSite): Promise<void> => {
    await onChange(site);
    const { graph } = site.content;
    await buildSearchIndex(
      searchDocuments(graph, (entry) => readPublishedBody(places.cacheDir, graph.content, entry)),
      places.cacheDir,
    );
  };
  let work: Promise<unknown> = show(announcedSite()).catch(onFailure);
  // A watcher that follows no links watches of a linked workspace only the link.
  const folder = realFolder(places.workspace);
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (!isInside(folder, path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other, and never two at once.
      work = work.then(update).catch(onFailure);
    }, settle);
  });
}

/** Where the workspace really lies; as named where it is gone by now. */
function realFolder(workspace: string): string {
  try {
    return realpathSync(workspace);
  } catch {
    return workspace;
  }
}

function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  if (inner === '' || inner === '..' || inner.startsWith(`..${sep}`)) return false;
  // What is written all the time where nothing is read, such as the files of an experiment tracker, must not hold up what is.
  return inner
    .split(sep)
    .slice(0, -1)
    .every((folder) => reasonToSkipFolder(folder) === null);
}
