import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildGraph } from '#graph/build-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { publishedFiles } from '#views/published-files.ts';
import { announceAddress, announcedSite, announceSite, barePlaces, findAnnouncedSite, type SitePlaces } from './announced-site.ts';
import { changedProblems } from './changed-problems.ts';
import { serveSiteFiles } from './serve-site-files.ts';
import { downloadAt } from './table-downloads.ts';
import { watchWorkspace } from './watch-workspace.ts';

/**
 * Ties Astro to a workspace: ingests one where no command has (a bare `astro dev`), and in `dev` serves the files that pages show and reads
 * the workspace again whenever it changes.
 */
export function workspaceIntegration(): AstroIntegration {
  return {
    name: 'priors-workspace',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        if (findAnnouncedSite() === null) {
          const places = barePlaces();
          const { content } = await ingestWorkspace({ root: places.workspace, cacheDir: places.cacheDir, asOf: null });
          announceSite(places, buildGraph(content));
        }
        // Links are read only where they lead to a file of the workspace, whose changes are noticed at its own place; a loop of them has no end.
        const watch = { followSymlinks: false };
        updateConfig({ vite: { server: { watch, fs: { deny: privatePlaces(fileURLToPath(config.root), announcedSite().places) } } } });
      },
      'astro:config:done': ({ config }) => {
        announceAddress({ base: config.base, site: config.site ?? null });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { places } = announcedSite();
        let published: ReadonlySet<string> = new Set();
        serveSiteFiles(server, {
          places,
          isPublished: (path) => published.has(path),
          downloadAt: (path) => downloadAt(path, announcedSite().content.graph),
        });
        const news = changedProblems({ color: process.stderr.isTTY && process.env['NO_COLOR'] === undefined });
        watchWorkspace({
          watcher: server.watcher,
          onChange: async ({ whole, content }) => {
            published = new Set(publishedFiles(content.graph));
            await refreshContent?.({});
            process.stderr.write(news(whole) ?? '');
          },
          onFailure: (error) => {
            logger.error(error instanceof Error ? error.message : String(error));
          },
        });
      },
    },
  };
}

/** What Vite refuses by itself, which a list of our own replaces. */
const secretsOfVite = ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '.yarnrc.yml', '**/.git/**'];

/**
 * Globs of what Vite must not serve. It hands out every file below its root, in which a workspace or its cache may lie, private files and all. A
 * workspace that holds the root itself is not named: Vite serves nothing outside its root anyway, and has its own modules in it.
 *
 * @param root Vite's
 */
function privatePlaces(root: string, { workspace, cacheDir }: SitePlaces): string[] {
  const literal = (path: string): string =>
    path
      .split(sep)
      .join('/')
      .replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
  const ofCache = ['ingested.json', 'parsed/**', 'astro/**', 'search-build/**'].map((path) => `${literal(cacheDir)}/${path}`);
  const holdsRoot = `${resolve(root)}${sep}`.startsWith(`${workspace}${sep}`);
  return [...secretsOfVite, '**/.cache/priors/**/*.json', ...ofCache, ...(holdsRoot ? [] : [`${literal(workspace)}/**`])];
}
