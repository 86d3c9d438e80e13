import { execFileSync } from 'node:child_process';
import { createWorkspace, type WorkspaceFiles } from '../../workspace.ts';

/** A folder as `priors build` leaves it, but small. */
export function siteFolder(base: string, files: WorkspaceFiles = { 'index.html': `<p>${base}</p>` }): string {
  return createWorkspace({ '.priors-site.json': `${JSON.stringify({ schema: 1, base })}\n`, '.nojekyll': '', ...files });
}

/** A checkout with a remote `origin`, and what the remote's branch holds. */
export interface Remote {
  readonly checkout: string;
  readonly bare: string;
  readonly git: (...parameters: readonly string[]) => string;
  /** Paths on the branch, sorted. */
  readonly files: (branch?: string) => string[];
  readonly text: (path: string, branch?: string) => string;
}

export function remoteRepository(): Remote {
  const checkout = createWorkspace();
  const bare = createWorkspace();
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
  const run = (cwd: string, parameters: readonly string[]): string =>
    execFileSync('git', [...identity, ...parameters], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run(bare, ['init', '--quiet', '--bare']);
  run(checkout, ['init', '--quiet', '--initial-branch=main']);
  run(checkout, ['remote', 'add', 'origin', bare]);
  const tree = (branch: string): string[] => run(bare, ['ls-tree', '-r', '-z', '--name-only', branch]).split('\0').filter(Boolean).sort();
  return {
    checkout,
    bare,
    git: (...parameters) => run(checkout, parameters),
    files: (branch = 'gh-pages') => (run(bare, ['for-each-ref', `refs/heads/${branch}`]) === '' ? [] : tree(branch)),
    text: (path, branch = 'gh-pages') => run(bare, ['cat-file', 'blob', `${branch}:${path}`]),
  };
}
