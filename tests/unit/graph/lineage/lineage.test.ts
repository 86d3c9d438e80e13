import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { gapsOf } from '#graph/lineage/gaps.ts';
import { ideaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf } from '#graph/lineage/lineage.ts';
import { publicationOf } from '#graph/publication/publication.ts';
import type { Entry } from '#schemas/entry.ts';
import type { ExperimentCommit, History } from '#schemas/history.ts';
import type { Job } from '#schemas/queue.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeLink, makeReference, makeTable } from '../make-content.ts';

const rotary = makeEntry('idea', 'ideas/2026-01-01_rotary.md');
const report = makeEntry('report', 'reports/2026-01-02_won.md', {
  data: { outcome: 'supported' },
  links: [makeReference('idea', 'rotary')],
});
const commit: ExperimentCommit = {
  hash: '187e4190'.padEnd(40, '0'),
  slug: 'rotary',
  by: 'subject',
  subject: 'exp(rotary): rotate',
  date: '2026-01-01T10:00:00+01:00',
  isOnMain: false,
  isInWorkspace: true,
};
const history: History = {
  isCut: false,
  isShallow: false,
  mainBranch: 'main',
  branches: [],
  commits: [commit],
  predictions: {},
  reports: {},
  tables: {},
  files: {},
  renames: {},
};
const job: Job = {
  id: 'job/queue/3',
  number: '3',
  command: 'just eval',
  label: '',
  question: null,
  expectation: null,
  state: 'queued',
  rawState: 'Queued',
  group: 'default',
  folder: 'rotary',
  enqueued: null,
  started: null,
  ended: null,
  line: 1,
  lastLine: 2,
};
const queueOf = (...jobs: readonly Job[]): WorkspaceContent['queues'] => [{ id: 'queue', path: 'queue.json', jobs }];
const table = (...rows: readonly string[]) => makeTable('results.tsv', 'commit\tval_bpb\tstatus\tdescription', ...rows);

function graphOf(entries: readonly Entry[], stated: Partial<WorkspaceContent> = {}): KnowledgeGraph {
  return buildGraph(makeContent({ entries, ...stated }));
}

/** The state of the idea `rotary`, with what it follows from. */
function stateOf(graph: KnowledgeGraph): string {
  const lineage = lineagesOf(graph).of('idea/2026-01-01-rotary');
  const derived = lineage === null ? null : ideaState(lineage, graph);
  return `${derived?.state ?? ''}: ${derived?.because ?? ''}`;
}

describe('the state of an idea', () => {
  it.each<[string, readonly Entry[], Partial<WorkspaceContent>]>([
    ['proposed: nothing rests on it yet', [rotary], {}],
    ['queued: job 3 waits', [rotary], { queues: queueOf(job) }],
    ['running: job 3 is under way', [rotary], { queues: queueOf({ ...job, state: 'running' }) }],
    ['running: job 3 has ended, and there is no report', [rotary], { queues: queueOf({ ...job, state: 'succeeded' }) }],
    ['proposed: nothing rests on it yet', [rotary], { queues: queueOf({ ...job, state: 'failed' }) }],
    ['queued: a row of it is planned', [rotary], { tables: [table('-\t-\tplanned\texp/rotary')] }],
    ['running: a row of it is marked as running', [rotary], { tables: [table('-\t-\trunning\texp/rotary')] }],
    ['running: a run of it and no report', [rotary], { tables: [table('a\t0.9\tkeep\texp/rotary')] }],
    ['running: a commit of it and no report', [rotary], { history }],
    ['supported: the report “2026-01-02_won” says supported', [rotary, report], { history }],
    ['merged: the report “2026-01-02_won” says supported, and the main branch has its commit 187e419', [rotary, report], { history: { ...history, commits: [{ ...commit, isOnMain: true }] } }],
    ['refuted: the report “2026-01-02_won” says refuted', [rotary, { ...report, data: { outcome: 'refuted' } }], { history: { ...history, commits: [{ ...commit, isOnMain: true }] } }],
    ['reported: the report “2026-01-02_won” says no outcome', [rotary, { ...report, data: {} }], {}],
    ['abandoned: its frontmatter says so', [{ ...rotary, data: { abandoned: 'too slow' } }, report], {}],
  ])('is %s', (state, entries, stated) => {
    expect(stateOf(graphOf(entries, stated))).toBe(state);
  }); // prettier-ignore

  it('follows from the newest report', () => {
    const later = makeEntry('report', 'reports/2026-01-09_again.md', {
      data: { outcome: 'refuted' },
      links: [makeReference('idea', 'rotary')],
    });
    expect(stateOf(graphOf([rotary, report, later]))).toBe('refuted: the report “2026-01-09_again” says refuted');
  });
});

describe('the runs of an idea', () => {
  const runsOf = (graph: KnowledgeGraph) =>
    lineagesOf(graph)
      .of('idea/2026-01-01-rotary')
      ?.runs.map(({ to, evidence }) => `${to}: ${evidence.map(({ words }) => words).join('; ')}`);

  it('have a commit of it, be it written short and be it on several rows', () => {
    const tables = [
      table('187e419\t0.9\tkeep\tseed 1', '187e419\t0.8\tkeep\tseed 2', '187e418\t0.7\tkeep\tother', 'HEAD\t0.6\tkeep\tother'),
    ];
    expect(runsOf(graphOf([rotary], { tables, history }))).toEqual([
      'run/results/1: commit 187e419 says exp(rotary)',
      'run/results/2: commit 187e419 says exp(rotary)',
    ]);
  });

  it('are named by exp/<slug> or exp(<slug>): in a text, and by no formula', () => {
    const graph = (description: string) => graphOf([rotary], { tables: [table(`x\t0.9\tkeep\t${description}`)] });
    for (const text of ['see exp/rotary.', 'exp(rotary): more heads']) expect(runsOf(graph(text)), text).toHaveLength(1);
    for (const text of ['lr*exp(rotary*t)', 'exp/rotary/b']) expect(runsOf(graph(text)), text).toEqual([]);
  });

  it('are named by a column, by their description, or by a report about it', () => {
    const cited = { ...report, links: [...report.links, makeReference('runs', 'run/results/3')] };
    const tables = [
      makeTable('results.tsv', 'branch\tval_bpb\tdescription', 'rotary\t0.9\t', 'main\t0.9\ton exp/rotary', 'main\t0.9\t', 'main\t0.9\t'),
    ];
    expect(runsOf(graphOf([rotary, cited], { tables }))).toEqual([
      'run/results/1: its "branch" says rotary',
      'run/results/2: its "description" says rotary',
      'run/results/3: the report “2026-01-02_won” cites it',
    ]);
  });
});

describe('gaps', () => {
  const shown = (graph: KnowledgeGraph) => gapsOf(graph).map(({ sort, of, slug }) => `${sort}: ${of ?? slug}`);
  const journal = (stated: Partial<Entry> = {}) => makeEntry('journal', 'journal.md', { id: 'journal/journal/2026-01-02-a', ...stated });

  it('are none where a workspace does not keep what is missing', () => {
    expect(shown(graphOf([report, makeEntry('paper', 'papers/a.md')], { history }))).toEqual([]);
    expect(shown(graphOf([report], { tables: [table('a\t0.9\tkeep\t')] }))).toEqual(['report without run: report/2026-01-02-won']);
  });

  it.each<[string, Partial<Entry>]>([
    ['links to it', { links: [makeLink('path', 'run/results/1')] }],
    ['mentions its commit', { mentions: [{ kind: 'commit', text: '0640555', line: 3, column: 1, sentence: '' }] }],
  ])('close where a journal entry %s', (_, stated) => {
    const tables = [table('06405551\t0.9\tkeep\t')];
    expect(shown(graphOf([journal()], { tables }))).toEqual(['kept run without journal entry: run/results/1']);
    expect(shown(graphOf([journal(stated)], { tables }))).toEqual([]);
  });

  it('are none of a report that names the commit of a row', () => {
    const tables = [table('06405551\t0.9\tdiscard\t')];
    const named = (commits: readonly string[]) => gapsOf(graphOf([{ ...report, links: [], data: { commits } }], { tables }));
    expect(named(['0640555'])).toEqual([]);
    expect(named(['0640666'])).toHaveLength(1);
  });

  it('are not asked of rows that were discarded', () => {
    expect(shown(graphOf([journal()], { tables: [table('06405551\t0.9\tdiscard\t')] }))).toEqual([]);
  });
});

describe('what is published', () => {
  const publishedOf = (entries: readonly Entry[], stated: Partial<WorkspaceContent>): KnowledgeGraph =>
    publicationOf(graphOf(entries, { program: { publish: { exclude: ['private/**'] } }, ...stated })).graph;

  it('tells no branch and no commit of an idea that is withheld, nor of one that nobody has, and no subject', () => {
    const other: History = {
      ...history,
      branches: [{ slug: 'secret', name: 'exp/secret', head: commit.hash, date: commit.date, isMerged: false, isInWorktree: false }],
      commits: [commit, { ...commit, slug: 'secret' }],
    };
    const graph = publishedOf([rotary, makeEntry('idea', 'private/2026-01-01_secret.md')], { history: other });
    expect(graph.content.history).toMatchObject({ branches: [], commits: [{ slug: 'rotary', subject: '' }] });
    expect(gapsOf(graph)).toEqual([]);
  });

  it('does not give the commits of a withheld idea to a published one of the same name', () => {
    const graph = publishedOf([rotary, makeEntry('idea', 'private/2026-02-01_rotary.md')], { history });
    expect(graph.content.history?.commits).toEqual([]);
  });

  it('does not say that a run is told of nowhere, where a journal is withheld', () => {
    const journals = [
      makeEntry('journal', 'journal.md', { id: 'journal/a' }),
      makeEntry('journal', 'private/journal.md', { id: 'journal/b' }),
    ];
    const tables = [table('06405551\t0.9\tkeep\t')];
    expect(gapsOf(graphOf(journals, { tables }))).toHaveLength(1);
    expect(gapsOf(publishedOf(journals, { tables }))).toEqual([]);
  });
});
