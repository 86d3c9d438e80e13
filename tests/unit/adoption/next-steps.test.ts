import { describe, expect, it } from 'vitest';
import { nextSteps, type Situation } from '#adoption/next-steps.ts';
import type { Repository } from '#adoption/repository.ts';

const repository: Repository = {
  root: '/my labs/lab',
  folder: '',
  hasCommit: true,
  isShallow: false,
  branch: 'main',
  remote: 'git@github.com:Me/lab.git',
  hasPagesBranch: false,
  ignored: new Set(),
};

const bare: Situation = {
  workspace: '.',
  repository,
  packageState: { manifest: 'absent', priors: null, hasLockfile: false, otherLockfile: null, isPriors: false },
  version: '0.1.0',
  checkout: '/opt/priors',
  isCommitted: false,
  files: ['program.md', '.github/workflows/priors-check.yml', '.github/workflows/priors-publish.yml'],
};
const installed: Situation = {
  ...bare,
  repository: { ...repository, ignored: new Set(['node_modules/', 'dist/']) },
  packageState: { manifest: 'there', priors: 'file:.priors/priors-0.1.0.tgz', hasLockfile: true, otherLockfile: null, isPriors: false },
};

const commandsOf = (situation: Situation): string[] => nextSteps(situation).flatMap(({ commands }) => commands);

describe('the next steps', () => {
  it('of a fresh repository are all there are, as commands to paste', () => {
    expect(commandsOf(bare)).toEqual([
      'mkdir -p .priors',
      "(cd /opt/priors && npm pack --pack-destination '/my labs/lab/.priors')",
      'npm install --save-dev ./.priors/priors-0.1.0.tgz',
      String.raw`printf '\nnode_modules/\ndist/\n' >> .gitignore`,
      'npx priors check --workspace .',
      'npx priors build --workspace .',
      'npx priors preview',
      'git add program.md .github/workflows .priors package.json package-lock.json .gitignore',
      "git commit -m 'Publish with Priors'",
      'git push -u origin main',
    ]);
    expect(nextSteps(bare).at(-1)?.text).toMatch(/turn on Pages.*gh-pages.*https:\/\/me\.github\.io\/lab\/$/);
  });

  it('leave out what is done: the package is there, and git ignores what it should', () => {
    expect(commandsOf(installed)).toEqual([
      ...['npx priors check --workspace .', 'npx priors build --workspace .', 'npx priors preview'],
      'git add program.md .github/workflows .priors/priors-0.1.0.tgz package.json package-lock.json',
      ...["git commit -m 'Publish with Priors'", 'git push -u origin main'],
    ]);
  });

  it('ask for no commit of what is committed', () => {
    expect(commandsOf({ ...installed, isCommitted: true }).filter((command) => command.startsWith('git'))).toEqual([
      'git push -u origin main',
    ]);
  });

  it('say that workflows do not find a package that lies outside of the repository, or that git ignores', () => {
    const outside = { ...installed, packageState: { ...installed.packageState, priors: 'file:../priors' } };
    expect(nextSteps(outside)[0]?.text).toContain('"file:../priors", where workflows do not find it');
    const ignored = new Set(['node_modules/', 'dist/', '.priors/priors-0.1.0.tgz']);
    expect(nextSteps({ ...installed, repository: { ...repository, ignored } })[0]?.text).toContain('Git ignores .priors/priors-0.1.0.tgz');
  });

  it('begin with a repository where there is none, and with a remote where that is missing', () => {
    expect(commandsOf({ ...bare, repository: null, workspace: 'my lab' }).slice(0, 2)).toEqual([
      'git init',
      "npx priors init --workspace 'my lab'",
    ]);
    expect(commandsOf({ ...installed, repository: { ...repository, remote: null } })).toContain(
      'git remote add origin https://github.com/OWNER/NAME.git',
    );
  });

  it('name the folder of a workspace that is not the whole repository, and promise no Pages on other forges', () => {
    const nested = { ...installed, workspace: "it's", repository: { ...repository, remote: 'https://gitlab.com/me/lab' } };
    expect(commandsOf(nested)).toContain(String.raw`npx priors check --workspace 'it'\''s'`);
    expect(nextSteps(nested).at(-1)?.text).toContain('docs/guide/publish.md');
  });
});
