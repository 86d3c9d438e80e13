import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgePublishing } from '#adoption/judge-publishing.ts';
import { nextSteps } from '#adoption/next-steps.ts';
import { readPackageState, readRepository } from '#adoption/read-repository.ts';
import { repository } from '../../repository.ts';

/** What `init` and `doctor` say of a repository with these files, an empty one each but for `package.json`. */
async function saidOf(manifest: object, ...names: readonly string[]): Promise<{ init: string; doctor: string }> {
  const { root } = repository();
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  for (const name of names) writeFileSync(join(root, name), '');
  const [found, packageState] = await Promise.all([readRepository(root), readPackageState(root)]);
  const steps = nextSteps({
    workspace: '.',
    repository: found,
    packageState,
    version: '0.1.0',
    checkout: null,
    files: [],
    isCommitted: false,
  });
  const conditions = judgePublishing({ repository: found, packageState, untracked: [], workflows: [] });
  return {
    init: steps.map(({ text }) => text).join('\n'),
    doctor: conditions.map(({ text, hint }) => `${text} ${hint ?? ''}`).join('\n'),
  };
}

describe('a repository of another package manager', () => {
  it.each(['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'])('is told what the workflows install from: %s', async (name) => {
    const says = `The workflows run npm ci, which needs package-lock.json and does not read ${name}`;
    for (const manifest of [{}, { devDependencies: { priors: 'file:.priors/priors-0.1.0.tgz' } }]) {
      const { init, doctor } = await saidOf(manifest, name);
      expect(init).toContain(says);
      expect(doctor).toContain(says);
    }
  });

  it('is told nothing where npm has its lockfile too', async () => {
    const { init, doctor } = await saidOf({}, 'yarn.lock', 'package-lock.json');
    expect(init + doctor).not.toContain('npm ci');
  });
});
