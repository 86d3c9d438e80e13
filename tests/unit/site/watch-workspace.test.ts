import { EventEmitter } from 'node:events';
import { realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { announceSite, type AnnouncedSite } from '#site/announced-site.ts';
import { watchWorkspace } from '#site/watch-workspace.ts';
import { workspaceIntegration } from '#site/workspace-integration.ts';
import { createWorkspace } from '../../workspace.ts';

/** The part of its configuration that the integration gives to Vite. */
async function viteConfig(): Promise<object> {
  const updateConfig = vi.fn<(change: { readonly vite: object }) => void>();
  // Astro hands over far more; the hook takes these two.
  const parameters = { config: { root: new URL('file:///priors/') }, updateConfig } as unknown as Parameters<
    NonNullable<ReturnType<typeof workspaceIntegration>['hooks']['astro:config:setup']>
  >[0];
  await workspaceIntegration().hooks['astro:config:setup']?.(parameters);
  return updateConfig.mock.calls[0]?.[0].vite ?? {};
}

async function announce(workspace: string, cacheDir: string): Promise<void> {
  const { content } = await ingestWorkspace({ root: workspace, cacheDir, asOf: null });
  announceSite({ workspace, cacheDir, folderInRepository: '' }, buildGraph(content));
}

it('does not go round in a circle of symbolic links, and sees the files that links lead to', async () => {
  const workspace = realpathSync(createWorkspace({ 'a.md': '# A', 'loop/b.md': '# B' }));
  symlinkSync('..', join(workspace, 'loop/up'));
  symlinkSync('../a.md', join(workspace, 'loop/linked.md'));
  const errors: unknown[] = [];
  await announce(workspace, join(workspace, '.cache'));
  const server = await createServer({ ...(await viteConfig()), configFile: false, root: createWorkspace(), logLevel: 'silent' });
  onTestFinished(() => server.close());
  const changed: string[] = [];
  server.watcher.on('error', (error) => errors.push(error)).on('change', (path) => changed.push(path));
  server.watcher.add(workspace);
  let times = 0;
  await vi.waitFor(
    () => {
      writeFileSync(join(workspace, 'a.md'), `# Another ${(times += 1)}`);
      expect(changed).toContain(join(workspace, 'a.md'));
    },
    { timeout: 5_000, interval: 200 },
  );
  expect(errors).toEqual([]);
  expect(Object.keys(server.watcher.getWatched()).filter((folder) => folder.includes('up/loop'))).toEqual([]);
});

it('watches a linked workspace where it really lies', async () => {
  const real = realpathSync(createWorkspace({ 'a.md': '# A' }));
  const workspace = join(createWorkspace(), 'link');
  symlinkSync(real, workspace);
  await announce(workspace, createWorkspace());
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  const titles: (string | undefined)[] = [];
  const onChange = ({ content }: AnnouncedSite): Promise<void> => {
    titles.push(content.graph.entries[0]?.title);
    return Promise.resolve();
  };
  // What fails later, because the test's folders are gone by then, is nobody's mistake.
  const failures: unknown[] = [];
  watchWorkspace({ watcher, onChange, onFailure: (error) => failures.push(error) });
  expect(watcher.add).toHaveBeenCalledWith(real);
  writeFileSync(join(real, 'a.md'), '# Another');
  watcher.emit('all', 'change', join(real, 'a.md'));
  await vi.waitFor(() => {
    expect(titles).toEqual(['A', 'Another']);
  }, 5_000);
  expect(failures).toEqual([]);
});
