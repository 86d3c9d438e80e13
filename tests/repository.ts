import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorkspace } from './workspace.ts';

export interface Repository {
  readonly root: string;
  readonly git: (...parameters: readonly string[]) => string;
  /** Writes files (null removes one) and commits them, a minute after the commit before; gives the hash. */
  readonly commit: (message: string, files?: Readonly<Record<string, string | null>>, author?: string) => string;
}

/** A git repository with a clock of its own, one hour before UTC's. */
export function repository(root = createWorkspace()): Repository {
  let minute = 0;
  const git = (...parameters: readonly string[]): string => {
    const date = `2026-01-01T10:${String(minute).padStart(2, '0')}:00+01:00`;
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...parameters], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    }).trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  const commit: Repository['commit'] = (message, files = {}, author) => {
    minute += 1;
    for (const [path, text] of Object.entries(files)) {
      const place = join(root, path);
      mkdirSync(dirname(place), { recursive: true });
      if (text === null) rmSync(place);
      else writeFileSync(place, text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message, ...(author === undefined ? [] : ['--author', author]));
    return git('rev-parse', 'HEAD');
  };
  return { root, git, commit };
}
