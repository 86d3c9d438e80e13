import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { LinkTarget } from '#graph/knowledge-graph.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import { makeContent, makeEntry, makeLink, makeTable } from './make-content.ts';

const rotary = makeEntry('idea', 'ideas/2026-01-01_rotary.md');
const other = makeEntry('page', 'pages/rotary.md', { title: 'rotary' });

function leadTo(entry: Entry, further: readonly Entry[] = []): { readonly destinations: LinkTarget[]; readonly codes: string[] } {
  const table = makeTable('results/lab.tsv', 'commit\tval_bpb', '187e419\t0.97');
  const graph = buildGraph(makeContent({ entries: [rotary, other, entry, ...further], tables: [table] }));
  return {
    destinations: (graph.links.get(entry.id) ?? []).map(({ destination }) => destination),
    codes: graph.problems.map(({ code }) => code),
  };
}

function page(links: readonly Link[], moved: unknown): Entry {
  return makeEntry('page', 'pages/lab/notes.md', { links, data: { moved } });
}

describe('a target that has moved', () => {
  it('is found where the file says, whatever form the link has', () => {
    const links = [
      makeLink('markdown', '../1_ideas/rotary.md'),
      makeLink('wiki', 'rotary'),
      makeLink('path', 'results.tsv'),
      makeLink('markdown', 'run/results/1'),
    ];
    const moved = {
      '../1_ideas/rotary.md': '../../ideas/2026-01-01_rotary.md',
      rotary: '../rotary.md',
      'results.tsv': '../../results/lab.tsv',
      'run/results/1': 'run/results-lab/1',
    };
    expect(leadTo(page(links, moved))).toEqual({
      destinations: [
        { to: 'entry', id: rotary.id, fragment: null },
        { to: 'entry', id: other.id, fragment: null },
        { to: 'table', id: 'results-lab' },
        { to: 'run', id: 'run/results-lab/1', table: 'results-lab', ordinal: 1 },
      ],
      codes: [],
    });
  });

  it('may lie outside, which is no mistake', () => {
    expect(leadTo(page([makeLink('markdown', '../src/train.py')], { '../src/train.py': 'outside' }))).toEqual({
      destinations: [{ to: 'outside', url: null }],
      codes: [],
    });
  });

  it('is dead where the file says something that is not there', () => {
    expect(leadTo(page([makeLink('wiki', 'rotary')], { rotary: '../gone.md' })).codes).toEqual(['dead-link']);
  });

  it.each([['text'], [['a', 'b']], [{ rotary: { deep: 'x' } }], [undefined]])('is not looked for where `moved` is %j', (moved) => {
    expect(leadTo(page([makeLink('markdown', '../../ideas/2026-01-01_rotary.md')], moved)).codes).toEqual([]);
  });

  it('is the same for all entries of a file', () => {
    const link = makeLink('markdown', 'x.md');
    const first = makeEntry('journal', 'journals/j.md', {
      id: 'journal/j/1',
      data: { moved: { 'x.md': '../ideas/2026-01-01_rotary.md' } },
    });
    const second = makeEntry('journal', 'journals/j.md', { id: 'journal/j/2', data: {}, links: [link] });
    expect(leadTo(second, [first]).destinations).toEqual([{ to: 'entry', id: rotary.id, fragment: null }]);
  });
});
