import { describe, expect, it } from 'vitest';
import { runPriors, type Outcome } from '../../workspace.ts';
import { remoteRepository, siteFolder } from './sites.ts';

const preview = (): string => siteFolder('/r/preview/pr-7/');

describe('priors publish', () => {
  it.each([
    ['--close 7 --dry-run', ['--close', '7', '--dry-run'], /--close takes neither/],
    ['--close 7 --base /r/', ['--close', '7', '--base', '/r/'], /--close takes neither/],
    ['--close 7 --keep 3', ['--close', '7', '--keep', '3'], /--close takes neither/],
    ['a folder with --close', [preview(), '--close', '7'], /--close takes neither/],
    ['a site with --keep', [siteFolder('/r/'), '--keep', '3'], /are for previews/],
    ['a site with --base', [siteFolder('/r/'), '--base', '/r/'], /are for previews/],
    ['a site with --dry-run', [siteFolder('/r/'), '--dry-run'], /are for previews/],
    ['no folder', ['--dry-run'], /Which folder/],
  ])('ignores no option: %s is refused with exit code 2, and nothing changes', async (_, options, reason) => {
    const remote = remoteRepository();
    const publish = (...parameters: readonly string[]): Promise<Outcome> => runPriors(['publish', ...parameters], { cwd: remote.checkout });
    expect(await publish(preview(), '--pull-request', '7')).toMatchObject({ code: 0 });
    const before = remote.files();
    expect(before).toContain('preview/pr-7/index.html');
    const outcome = await publish(...options);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(reason);
    expect(remote.files()).toEqual(before);
  });

  it('keeps as many previews as --keep says, and twenty without it', async () => {
    const remote = remoteRepository();
    const publish = (number: number, ...options: readonly string[]): Promise<Outcome> =>
      runPriors(['publish', siteFolder(`/r/preview/pr-${number}/`), '--pull-request', String(number), ...options], {
        cwd: remote.checkout,
      });
    await publish(1);
    expect((await publish(2)).stdout).not.toContain('To make room');
    expect((await publish(3, '--keep', '1')).stdout).toContain('pull request 2, pull request 1');
    expect((await runPriors(['publish', '--help'])).stdout).toMatch(/previews stay[^]*?\(default: 20\)/);
  });
});
