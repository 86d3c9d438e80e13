import { describe, expect, it } from 'vitest';
import type { Condition } from '#adoption/condition.ts';
import { judgeMachine, type Machine } from '#adoption/judge-machine.ts';
import { judgePublishing, type Publishing } from '#adoption/judge-publishing.ts';
import { judgeWorkspace } from '#adoption/judge-workspace.ts';
import type { PackageState, Repository } from '#adoption/repository.ts';
import { runChecks } from '#checks/run-checks.ts';
import { mainResults } from '#views/results/main-results.ts';
import { graphOf } from './infer-from.ts';

/** `node ok`, `git advice`, … of all that is not as it should be; or of all. */
function states(conditions: readonly Condition[], all = false): string[] {
  return conditions.filter(({ state }) => all || state !== 'ok').map(({ id, state }) => `${id} ${state}`);
}

const machine: Machine = {
  node: '22.19.0',
  wantedNode: '>=22.19.0',
  platform: 'linux-x64',
  git: '2.39.5',
  packages: [{ name: 'astro', wanted: '7.3.4', found: '7.3.4' }],
  hasSearchEngine: true,
  cache: { folder: '/lab/node_modules/.cache', problem: null },
  output: { folder: '/lab/dist', problem: null },
  freeMegabytes: 50_000,
  browser: 'not needed',
};

describe('a machine', () => {
  it('with all that Priors needs is well', () => {
    expect(states(judgeMachine(machine))).toEqual([]);
    expect(states(judgeMachine({ ...machine, browser: 'found' }), true)).toContain('browser ok');
  });

  it.each([
    ['22.18.0', 'node missing'],
    ['20.20.2', 'node missing'],
    ['9.99.99', 'node missing'],
    ['22.19.0', null],
    ['24.0.0', null],
    ['100.0.0', null],
  ])('with Node %s: %s', (node, said) => {
    expect(states(judgeMachine({ ...machine, node }))).toEqual(said === null ? [] : [said]);
  });

  it.each<[string, Partial<Machine>]>([
    ['git advice', { git: null }],
    ['packages missing', { packages: [{ name: 'astro', wanted: '7.3.4', found: null }] }],
    ['packages advice', { packages: [{ name: 'astro', wanted: '7.3.4', found: '6.0.0' }] }],
    ['search-engine missing', { hasSearchEngine: false }],
    ['cache missing', { cache: { folder: '/x', problem: 'EACCES' } }],
    ['output missing', { output: { folder: '/x', problem: 'it holds files that Priors did not make' } }],
    ['space missing', { freeMegabytes: 40 }],
    ['space advice', { freeMegabytes: 400 }],
    ['browser advice', { browser: 'not found' }],
  ])('says %s, and how to get it', (said, lacking) => {
    const conditions = judgeMachine({ ...machine, ...lacking });
    expect(states(conditions)).toEqual([said]);
    for (const { state, hint } of conditions) expect(hint === null).toBe(state === 'ok');
  });
});

describe('a workspace', () => {
  const program = [
    '---',
    'project: Smaller models',
    'metric: { name: val_bpb, direction: lower }',
    'repository: https://github.com/me/lab',
    '---',
    '',
  ];
  const table = ['commit\tval_bpb\tstatus', '187e419\t0.99\tkeep'];
  const judge = (files: Parameters<typeof graphOf>[0]): Condition[] => {
    const graph = graphOf(files);
    return judgeWorkspace({ folder: 'lab', graph, diagnostics: runChecks(graph), main: mainResults(graph) });
  };

  it('that is complete is well, and says what lies in it', () => {
    const conditions = judge({ 'program.md': program, 'results.tsv': table });
    expect(states(conditions)).toEqual([]);
    expect(conditions.map(({ text }) => text)).toContain('lab: 1 page, 1 table of 1 rows');
  });

  it('without program or table works, and is advised to have them', () => {
    expect(states(judge({ 'notes.md': ['# Notes'] }))).toEqual(['program advice', 'metric advice', 'repository advice']);
  });

  it('whose metric no table has, or whose direction is a guess, is told so', () => {
    const metric = (conditions: Condition[]): string => conditions.find(({ id }) => id === 'metric')?.text ?? '';
    expect(metric(judge({ 'results.tsv': table }))).toBe('val_bpb, lower is better (results.tsv): a guess');
    const other = program.map((line) => line.replace('val_bpb', 'undecided'));
    expect(metric(judge({ 'program.md': other, 'results.tsv': table }))).toMatch(/^program\.md names the metric "undecided"/);
  });

  it('with an error cannot be built, which is something missing', () => {
    const strict = [...program.slice(0, -2), 'strict: true', '---', '', '[gone](gone.md)'];
    expect(states(judge({ 'program.md': strict, 'results.tsv': table }))).toEqual(['problems missing']);
    const lacking = ['---', 'title: Lab', '---', ''];
    expect(states(judge({ 'program.md': lacking, 'results.tsv': table }))).toContain('program advice');
  });
});

describe('publishing', () => {
  const repository: Repository = {
    root: '/lab',
    folder: '',
    hasCommit: true,
    isShallow: false,
    branch: 'main',
    remote: 'https://github.com/me/lab',
    hasPagesBranch: true,
    ignored: new Set(['node_modules/', 'dist/']),
  };
  const packageState: PackageState = {
    manifest: 'there',
    priors: 'file:.priors/priors-0.1.0.tgz',
    hasLockfile: true,
    otherLockfile: null,
    isPriors: false,
  };
  const all: Publishing = { repository, packageState, untracked: [], workflows: [{ path: 'w.yml', state: 'same' }] };

  it('that is set up is well', () => {
    expect(states(judgePublishing(all))).toEqual([]);
  });

  it.each<[string, Partial<Publishing>]>([
    ['repository-folder advice', { repository: null }],
    ['history advice', { repository: { ...repository, hasCommit: false } }],
    ['history advice', { repository: { ...repository, isShallow: true } }],
    ['package advice', { packageState: { ...packageState, priors: null } }],
    ['package advice', { packageState: { ...packageState, manifest: 'unreadable', priors: null } }],
    ['package advice', { packageState: { ...packageState, priors: 'file:../priors' } }],
    ['package advice', { packageState: { ...packageState, hasLockfile: false } }],
    ['package advice', { repository: { ...repository, ignored: new Set(['.priors/priors-0.1.0.tgz']) } }],
    ['tracked advice', { untracked: ['results.tsv'] }],
    ['workflows advice', { workflows: [{ path: 'w.yml', state: 'absent' }] }],
    ['workflows advice', { workflows: [{ path: 'w.yml', state: 'different' }] }],
    ['workflows advice', { workflows: [{ path: 'w.yml', state: 'refused' }] }],
    ['pages advice', { repository: { ...repository, hasPagesBranch: false } }],
    ['pages advice', { repository: { ...repository, remote: null, hasPagesBranch: false } }],
  ])('lacks something: %s', (said, lacking) => {
    expect(states(judgePublishing({ ...all, ...lacking }))).toEqual([said]);
  });
});
