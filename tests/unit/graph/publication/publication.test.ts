import { describe, expect, it } from 'vitest';
import { problem } from '#diagnostics/catalogue.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { publicationOf, publishedContent } from '#graph/publication/publication.ts';
import { publishedProgramText } from '#graph/publication/published-entry.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import type { Program } from '#schemas/program.ts';
import type { RunLog } from '#schemas/run-log.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeTable } from '../make-content.ts';

function link(target: string, stated: Partial<Link> = {}): Link {
  return {
    form: 'markdown',
    target,
    fragment: null,
    label: 'words',
    relation: 'body',
    line: 5,
    column: 1,
    endColumn: 9,
    sentence: 'A sentence.',
    ...stated,
  };
}

function publish(stated: Partial<WorkspaceContent>, exclude: readonly string[], papers?: 'full') {
  const program: Partial<Program> = { publish: { exclude: [...exclude], ...(papers === undefined ? {} : { papers }) } };
  return publicationOf(buildGraph(makeContent({ program, ...stated })));
}

const open = makeEntry('idea', 'ideas/open.md', {
  links: [link('hidden.md'), link('hidden.md', { fragment: 'part' }), link('../results.tsv')],
});
const hidden = makeEntry('idea', 'ideas/hidden.md', { links: [link('open.md')] });

describe('what is published', () => {
  it('is the very content and graph where nothing is kept back', () => {
    const graph = buildGraph(makeContent({ entries: [open] }));
    expect(publicationOf(graph).graph).toBe(graph);
  });

  it('is nothing of an excluded file: no entry, no link, no backlink, no name', () => {
    const { graph, withheldFiles } = publish({ entries: [open, hidden], tables: [makeTable('results.tsv', 'a\tb', '1\t2')] }, [
      'ideas/hidden.md',
      '*.tsv',
    ]);
    expect(graph.entries.map(({ id }) => id)).toEqual(['idea/open']);
    expect(graph.links.get(open.id)?.map(({ destination }) => destination)).toEqual([
      { to: 'unpublished' },
      { to: 'unpublished' },
      { to: 'unpublished' },
    ]);
    expect([...graph.backlinks]).toEqual([]);
    expect([...graph.results]).toEqual([]);
    expect(graph.problems).toEqual([]);
    expect(withheldFiles).toBe(2);
    expect(JSON.stringify({ ...graph, content: { ...graph.content, program: null }, entries: null })).not.toContain('idea/hidden');
  });

  it('is nothing in an excluded folder, whatever is in it', () => {
    const content = makeContent({
      program: { publish: { exclude: ['private'] } },
      entries: [makeEntry('page', 'private/deep/a.md'), open],
      assets: ['private/a.png', 'a.png'],
      skipped: [{ path: 'private/b.zip', reason: 'no' }],
      queues: [{ id: 'private-queue', path: 'private/queue.json', jobs: [] }],
      problems: [problem('unread-line', { path: 'private/deep/a.md', line: 1, column: 1 }, {})],
    });
    expect(publishedContent(content).content).toMatchObject({
      entries: [{ path: 'ideas/open.md' }],
      files: [{ path: 'ideas/open.md' }],
      assets: ['a.png'],
      skipped: [],
      queues: [],
      problems: [],
    });
  });

  it('is nothing that a symbolic link shows of an excluded file', () => {
    const alias = makeEntry('page', 'notes/alias.md');
    const { graph } = publish({ entries: [alias, hidden], symbolicLinks: [{ path: 'notes/alias.md', target: 'ideas/hidden.md' }] }, [
      'ideas',
    ]);
    expect(graph.entries).toEqual([]);
    expect(graph.content.symbolicLinks).toEqual([]);
  });

  it('suggests and counts no excluded entry in messages', () => {
    const wrong = makeEntry('idea', 'ideas/wrong.md', { links: [link('hiddem.md'), link('twin', { form: 'wiki' })] });
    const { graph } = publish(
      {
        entries: [
          wrong,
          hidden,
          makeEntry('page', 'a/twin.md', { id: 'page/a-twin' }),
          makeEntry('page', 'private/twin.md', { id: 'page/private-twin' }),
        ],
      },
      ['ideas/hidden.md', 'private'],
    );
    expect(JSON.stringify(graph.problems)).not.toMatch(/hidden|private/);
    expect(graph.problems.map(({ code }) => code)).toEqual(['dead-link']);
    expect(graph.links.get(wrong.id)?.map(({ destination }) => destination)).toEqual([
      { to: 'nothing', suggestion: null },
      { to: 'nothing', suggestion: null },
    ]);
  });

  it('is no problem that names an excluded file', () => {
    const taken = {
      ...problem('duplicate-id', { path: 'ideas/open.md', line: 1, column: 1 }, { id: 'idea/a', other: 'private/a.md' }),
      names: ['private/a.md'],
    };
    expect(publish({ entries: [open], problems: [taken] }, ['private']).graph.content.problems).toEqual([]);
  });

  it('is nothing at all while it is unknown what must stay private', () => {
    const unusable = problem('unusable-publish', { path: 'program.md', line: 4, column: 1 }, { reason: 'Why' });
    const { content } = publishedContent(
      makeContent({ entries: [open], tables: [makeTable('a.tsv', 'a')], assets: ['a.png'], problems: [unusable] }),
    );
    expect(content).toMatchObject({ entries: [], tables: [], assets: [], files: [], skipped: [], problems: [] });
  });

  it('does not name what the program says must not be read', () => {
    const skipped = [
      { path: 'drafts', reason: 'Ignored by program.md' },
      { path: 'dist', reason: 'Build products' },
    ];
    expect(publishedContent(makeContent({ entries: [open], skipped })).content.skipped).toEqual([skipped[1]]);
  });
});

describe('an experiment', () => {
  const log = (path: string, timestamp: string): RunLog =>
    // Only what publication looks at.
    ({ path, name: 'x', experiment: 'runs/a', events: [{ timestamp }] }) as unknown as RunLog;
  const logs = [log('runs/a/design.log', '2026-01-02T00:00:00'), log('runs/a/scaffold.log', '2026-01-01T00:00:00')];
  const made = makeEntry('experiment', 'runs/a', { digest: '', date: '2026-01-01T00:00:00', inferred: ['title', 'date'] });
  const summarised = makeEntry('experiment', 'runs/a/experiment_summary.md', { digest: 'd' });

  it('is published without an excluded run log, and without a date that only that had', () => {
    const { content } = publish({ entries: [made], runLogs: logs }, ['**/scaffold.log']);
    expect(content.runLogs.map(({ path }) => path)).toEqual(['runs/a/design.log']);
    expect(content.entries.map(({ date }) => date)).toEqual(['2026-01-02T00:00:00']);
  });

  it('is not published where all its run logs are excluded', () => {
    expect(publish({ entries: [made], runLogs: logs }, ['runs/a/*.log']).content).toMatchObject({ entries: [], runLogs: [] });
  });

  it('is not published, with its run logs, where its summary is excluded', () => {
    expect(publish({ entries: [summarised], runLogs: logs }, ['**/experiment_summary.md']).content).toMatchObject({
      entries: [],
      runLogs: [],
    });
  });

  it('shows no excluded file below its summary, and no date that only that gave it', () => {
    const others = ['runs/a/experiment_summary.yaml', 'runs/a/experiment_summary.yml'].map((path) => ({ path, digest: path, part: 0 }));
    const entry = makeEntry('experiment', 'runs/a/experiment_summary.md', { attached: others, date: '2026-01-02', inferred: ['date'] });
    const { content } = publish({ entries: [entry] }, ['**/*.yaml']);
    expect(content.entries).toMatchObject([{ attached: [others[1]], date: null }]);
  });
});

describe('a paper', () => {
  const paper = makeEntry('paper', 'papers/rope.md', {
    title: 'Rotary embedding',
    data: { title: 'Rotary embedding', authors: ['A. Author'], abstract: 'Full text.' },
    excerpt: 'Full text.',
    headings: [{ depth: 2, text: 'Full text', anchor: 'full-text', line: 3 }],
    links: [link('../ideas/open.md', { label: 'Full text', sentence: 'Full text.' })],
    mentions: [{ kind: 'paper', text: 'arXiv:2104.09864', line: 3, column: 1, sentence: 'Full text.' }],
    hasDiagram: true,
  });
  const citing = makeEntry('idea', 'ideas/citing.md', { links: [link('../papers/rope.md', { fragment: 'full-text' })] });

  it('is published with its metadata and where it links to, without a word of its text', () => {
    const { graph, withoutText } = publish({ entries: [paper, open, citing] }, []);
    expect(JSON.stringify([graph.entries, ...graph.links, ...graph.backlinks])).not.toContain('Full text');
    const [shown] = graph.entries.filter(({ kind }) => kind === 'paper');
    expect(shown).toMatchObject({ title: 'Rotary embedding', data: { authors: ['A. Author'] }, hasDiagram: false });
    expect(graph.backlinks.get(open.id)?.map(({ from }) => from)).toEqual([paper.id]);
    expect(graph.links.get(citing.id)?.[0]?.destination).toEqual({ to: 'entry', id: paper.id, fragment: null });
    expect([...withoutText]).toEqual(['papers/rope.md']);
  });

  it('is published whole where the program says so', () => {
    expect(publish({ entries: [paper] }, [], 'full').graph.entries).toEqual([paper]);
  });
});

describe('the published program', () => {
  const lines = [
    '---',
    'project: P',
    'publish:',
    '  exclude: [drafts/**, "a b.md"]',
    'tables: [{ path: drafts/t.tsv }, { path: t.tsv }]',
    '---',
    '',
    '# P',
  ];
  const place = (line: number, text: string): Entry['places'][string] => {
    const column = (lines[line - 1] ?? '').indexOf(text) + 1;
    return { line, column, endColumn: column + text.length };
  };
  const program = makeEntry('page', 'program.md', {
    data: { project: 'P', publish: { exclude: ['drafts/**', 'a b.md'] }, tables: [{ path: 'drafts/t.tsv' }, { path: 't.tsv' }] },
    places: {
      project: place(2, 'P'),
      'publish.exclude.0': place(4, 'drafts/**'),
      'publish.exclude.1': place(4, '"a b.md"'),
      'tables.0.path': place(5, 'drafts/t.tsv'),
      'tables.1.path': place(5, 't.tsv }]'.slice(0, 5)),
    },
  });

  it('does not tell the names of what it keeps private, neither as data nor as text', () => {
    const [entry] = publish({ entries: [program] }, ['drafts/**', 'a b.md']).graph.entries;
    expect(entry?.data).toEqual({ project: 'P', publish: { exclude: ['…', '…'] }, tables: [{ path: '…' }, { path: 't.tsv' }] });
    expect(publishedProgramText(entry ?? program, lines.join('\n'))).toBe(
      ['---', 'project: P', 'publish:', '  exclude: […, …]', 'tables: [{ path: … }, { path: t.tsv }]', '---', '', '# P'].join('\n'),
    );
  });
});
