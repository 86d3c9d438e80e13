import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockBuilds } from '#site/build-lock.ts';

it('lets one build of a checkout begin when the other has ended', async () => {
  const root = await mkdtemp(join(tmpdir(), 'priors-lock-'));
  const events: string[] = [];
  const releaseFirst = await lockBuilds(root, () => events.push('first waits'));
  const second = lockBuilds(root, () => events.push('second waits')).then((release) => {
    events.push('second begins');
    return release;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  events.push('first ends');
  await releaseFirst();
  const releaseSecond = await second;
  await releaseSecond();
  expect(events).toEqual(['second waits', 'first ends', 'second begins']);
  await rm(root, { recursive: true, force: true });
});
