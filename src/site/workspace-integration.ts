import type { AstroIntegration } from 'astro';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { changedProblems } from './changed-problems.ts';
import { serveSiteFiles } from './serve-site-files.ts';
import { announcedPlaces, announcePlaces, barePlaces, sitePlaces } from './site-places.ts';
import { watchWorkspace } from './watch-workspace.ts';

/**
 * Ties Astro to a workspace: ingests one where no command has (a bare `astro dev`), and in `dev` serves the files that pages show and reads
 * the workspace again whenever it changes.
 */
export function workspaceIntegration(): AstroIntegration {
  return {
    name: 'priors-workspace',
    hooks: {
      'astro:config:setup': async () => {
        if (announcedPlaces() !== null) return;
        const { workspace, cacheDir, folderInRepository } = barePlaces();
        await ingestWorkspace({ root: workspace, cacheDir, asOf: null });
        announcePlaces({ workspace, cacheDir, folderInRepository });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const places = sitePlaces();
        serveSiteFiles(server, places);
        const news = changedProblems({ color: process.stderr.isTTY && process.env['NO_COLOR'] === undefined });
        watchWorkspace({
          places,
          watcher: server.watcher,
          onChange: async (graph) => {
            await refreshContent?.({});
            process.stderr.write(news(graph) ?? '');
          },
          onFailure: (error) => {
            logger.error(error instanceof Error ? error.message : String(error));
          },
        });
      },
    },
  };
}
