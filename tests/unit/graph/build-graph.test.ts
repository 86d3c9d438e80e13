import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { makeContent, makeEntry, makeLink, makeReference, makeTable } from './make-content.ts';
import { expectLinear } from '../../linear-time.ts';

describe('the knowledge graph', () => {
  it('lists entries newest first, a time after its bare day, undated ones last, ties by id', () => {
    const entries = [
      makeEntry('page', 'undated.md'),
      makeEntry('idea', 'ideas/b.md', { date: '2026-01-02' }),
      makeEntry('idea', 'ideas/a.md', { date: '2026-01-02' }),
      makeEntry('log', 'logs/c.md', { date: '2026-01-02 08:00:00' }),
      makeEntry('log', 'logs/d.md', { date: '2026-01-02T09:30:00' }),
    ];
    expect(buildGraph(makeContent({ entries })).entries.map(({ id }) => id)).toEqual([
      'log/d',
      'log/c',
      'idea/a',
      'idea/b',
      'page/undated',
    ]);
  });

  it('shows every link from its target, newest source first, each sentence of a source once', () => {
    const idea = makeEntry('idea', 'ideas/2026-01-01_rotary.md');
    const said = { sentence: 'Rotary won.' };
    const older = makeEntry('log', 'logs/2026-01-02_older.md', {
      links: [makeLink('wiki', 'rotary', said), makeLink('wiki', 'rotary', said)],
    });
    const newer = makeEntry('log', 'logs/2026-01-03_newer.md', {
      links: [makeLink('wiki', 'rotary', { sentence: 'First.' }), makeLink('wiki', 'rotary', { sentence: 'Second.' })],
    });
    const graph = buildGraph(makeContent({ entries: [idea, older, newer] }));
    expect(graph.backlinks.get(idea.id)?.map(({ from, sentence }) => [from, sentence])).toEqual([
      [newer.id, 'First.'],
      [newer.id, 'Second.'],
      [older.id, 'Rotary won.'],
    ]);
  });

  it('shows which report rests on a run', () => {
    const report = makeEntry('report', 'reports/2026-01-01_rotary.md', { links: [makeReference('runs', '187e419')] });
    const graph = buildGraph(makeContent({ entries: [report], tables: [makeTable('results.tsv', 'commit\tval_bpb', '187e419\t0.99')] }));
    expect(graph.backlinks.get('run/results/1')).toEqual([{ from: report.id, relation: 'runs', sentence: '187e419', line: 3 }]);
    expect(graph.runsById.get('run/results/1')?.run.commit).toBe('187e419');
  });

  it('does not count a link of an entry to itself', () => {
    const idea = makeEntry('idea', 'ideas/rotary.md', { links: [makeLink('wiki', 'rotary')] });
    expect(buildGraph(makeContent({ entries: [idea] })).backlinks.size).toBe(0);
  });

  it('gathers the run logs of an experiment, and makes one at the root an experiment of its own', () => {
    const log = (path: string, experiment: string) => ({ path, name: 'design-experiment', experiment, events: [], strays: [] });
    const entries = [makeEntry('experiment', 'sweep', { digest: '' }), makeEntry('experiment', 'root.log', { digest: '' })];
    const runLogs = [log('sweep/a.log', 'sweep'), log('sweep/logs/b.log', 'sweep'), log('root.log', '')];
    const graph = buildGraph(makeContent({ entries, runLogs }));
    expect([...graph.runLogs].map(([id, logs]) => [id, logs.map(({ path }) => path)])).toEqual([
      ['experiment/sweep', ['sweep/a.log', 'sweep/logs/b.log']],
      ['experiment/root.log', ['root.log']],
    ]);
  });

  it('sorts tags by name, a tag that is stated twice counts once', () => {
    const entries = [
      makeEntry('log', 'logs/a.md', { tags: ['training', '__proto__', 'training'] }),
      makeEntry('log', 'logs/b.md', { tags: ['bugfix'] }),
    ];
    const { tags } = buildGraph(makeContent({ entries }));
    expect([...tags].map(([tag, tagged]) => [tag, tagged.length])).toEqual([
      ['__proto__', 1],
      ['bugfix', 1],
      ['training', 1],
    ]);
  });

  it('links ten thousand entries in linear time, dead links among them', () => {
    const make = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        makeEntry('log', `logs/entry-${index}.md`, {
          links: [
            makeLink('wiki', `entry-${(index * 7) % count}`),
            makeLink('markdown', `entry-${(index + 1) % count}.md`),
            makeLink('wiki', `gone-${index % 50}`),
          ],
        }),
      );
    expectLinear(
      make,
      (entries) => {
        expect(buildGraph(makeContent({ entries })).problems).toHaveLength(entries.length);
      },
      10_000,
    );
  }, 60_000);
});
