import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { GitFailure, gitFailure } from '#git/git-failure.ts';
import { runGit } from '#git/run-git.ts';
import { folderWith } from '../ingest/temporary-folder.ts';

describe('a failure of git', () => {
  it('is told in its own words, with what it was asked for, and keeps its exit code', async () => {
    const folder = folderWith({});
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const failure = await runGit(folder, ['show', 'nothing']).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GitFailure);
    expect(failure).toMatchObject({
      code: 128,
      message: expect.stringMatching(/^git failed: fatal: ambiguous argument 'nothing'/) as unknown,
      hint: 'It was asked for: git show nothing',
    });
  });

  it('says that git did not end, and that it says too much', () => {
    const killed = Object.assign(new Error('x'), { killed: true, code: null, signal: 'SIGTERM' });
    expect(gitFailure(killed, ['diff'], 600_000)?.message).toBe('git did not end within 10 minutes');
    const long = Object.assign(new Error('x'), { killed: true, code: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' });
    expect(gitFailure(long, ['diff'], 600_000)?.message).toBe('git says more than can be read');
  });

  it('is none where git is not installed', () => {
    expect(gitFailure(Object.assign(new Error('x'), { code: 'ENOENT' }), [], 1)).toBe(null);
  });
});
