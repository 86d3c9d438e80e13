import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runGitWithRemote } from '#git/run-git-with-remote.ts';
import { createWorkspace } from '../../workspace.ts';

/** A server that refuses everything, and what each request said of who asks. */
async function listeningServer(): Promise<{ readonly origin: string; readonly asked: (string | undefined)[]; readonly close: () => void }> {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

function bareRepository(): string {
  const folder = createWorkspace();
  execFileSync('git', ['init', '--quiet', '--bare'], { cwd: folder });
  return folder;
}

afterEach(() => vi.unstubAllEnvs());

describe('runGitWithRemote', () => {
  it('runs no program that an address names, and no hook', async () => {
    const folder = bareRepository();
    const trace = join(folder, 'was-run');
    await expect(runGitWithRemote(folder, ['ls-remote', `ext::sh -c touch% ${trace}`])).rejects.toThrow(/not allowed/);
    const remote = bareRepository();
    mkdirSync(join(folder, 'hooks'), { recursive: true });
    writeFileSync(join(folder, 'hooks/pre-push'), `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 });
    const tree = execFileSync('git', ['mktree'], { cwd: folder, input: '', encoding: 'utf8' }).trim();
    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    const commit = execFileSync('git', [...person, 'commit-tree', '-m', 'x', tree], { cwd: folder, encoding: 'utf8' }).trim();
    await runGitWithRemote(folder, ['push', '--quiet', remote, `${commit}:refs/heads/x`]);
    expect(existsSync(trace)).toBe(false);
  });

  it('shows the token of a job to the server of GitHub and to no other, and asks nobody for a password', async () => {
    const [github, other] = [await listeningServer(), await listeningServer()];
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    vi.stubEnv('GITHUB_SERVER_URL', github.origin);
    const folder = bareRepository();
    for (const { origin } of [github, other])
      await expect(runGitWithRemote(folder, ['ls-remote', `${origin}/lab/research.git`])).rejects.toThrow(
        /terminal prompts disabled|Authentication failed/,
      );
    expect(github.asked[0]).toBe(`Basic ${Buffer.from('x-access-token:secret').toString('base64')}`.replace('Basic', 'basic'));
    expect(other.asked.filter((header) => header !== undefined)).toEqual([]);
    github.close();
    other.close();
  });
});
