import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivIdIn, inferPaper } from '#ingest/papers/infer-paper.ts';
import { parsePaper } from '#ingest/papers/parse-paper.ts';
import { expectLinear } from '../../../linear-time.ts';

const entryOf = (path: string, text: string) => {
  const [entry] = parsePaper({ path, text, digest: 'd', problems: [] }).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('parsePaper', () => {
  it('keeps what frontmatter states, and infers nothing beside it', () => {
    const text =
      '---\ntitle: Attention\nauthors: [A. Vaswani]\nyear: 2017\narxiv: 1706.03762\nurl: https://example.org\ntrust: { code: tensor2tensor }\n---\n\narXiv:2512.24880v1 [cs.LG] 31 Dec 2025\n';
    expect(entryOf('papers/x.md', text)).toMatchObject({
      kind: 'paper',
      title: 'Attention',
      data: { authors: ['A. Vaswani'], year: '2017', arxiv: '1706.03762', url: 'https://example.org', trust: { code: 'tensor2tensor' } },
      inferred: [],
    });
  });

  it('takes the title from the first heading, and identifier and year from a name that is an arXiv id', () => {
    const entry = entryOf('papers/2512.24880.md', '# Hyper-Connections\n\nWe follow arXiv:1706.03762.\n');
    expect(entry).toMatchObject({ title: 'Hyper-Connections', data: { arxiv: '2512.24880', year: '2025' } });
    expect(entry.inferred).toEqual(['title', 'year', 'arxiv']);
  });

  it('takes a "Title:" line above the text for more than a heading in it, which stays in the text', () => {
    const { entries, bodies } = parsePaper({
      path: 'papers/x.md',
      text: 'Title: The Whole\n\n# 1 Introduction\n\nText.\n',
      digest: 'd',
      problems: [],
    });
    expect(entries[0]?.title).toBe('The Whole');
    expect(bodies[0]?.html).toContain('1 Introduction');
  });
});

describe('inferPaper', () => {
  it('reads labelled lines, whatever marks are around them', () => {
    const text =
      '# T\n\n**Authors:** Ada Lovelace, Alan Turing and Grace Hopper\n- Published: 2019-05-06\nSource: https://arxiv.org/abs/1905.01234v2\n';
    expect(inferPaper('x', text)).toEqual({
      authors: ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'],
      year: '2019',
      url: 'https://arxiv.org/abs/1905.01234v2',
      arxiv: '1905.01234',
    });
  });

  it('reads the stamp that arXiv prints', () => {
    expect(inferPaper('x', '# T\n\narXiv:2512.24880v1 [cs.LG] 31 Dec 2025\n')).toEqual({ year: '2025', arxiv: '2512.24880' });
  });

  it('reads a line of names right below the title, without marks of affiliation', () => {
    expect(inferPaper('x', '# T\n\nZhenda Xie∗, Yixuan Wei†1, Ian van der Berg\n').authors).toEqual([
      'Zhenda Xie',
      'Yixuan Wei',
      'Ian van der Berg',
    ]);
  });

  it.each([
    ['# T\n\nAttention Mechanisms\n', 'a single pair of words'],
    ['# T\n\nWe show that Rotary Embedding, Layer Norm and others help.\n', 'a sentence'],
    ['# T\n\n## Abstract\n\nAda Lovelace, Alan Turing\n', 'names further down'],
    ['# T\n\nSee arXiv:1706.03762 and https://arxiv.org/abs/1607.06450.\n', 'papers that it cites'],
  ])('takes nothing from %j: %s', (text) => {
    expect(inferPaper('x', text)).toEqual({});
  });

  it.each([
    ['vaswani2017_attention', { authors: ['Vaswani'], year: '2017' }],
    ['arxiv_2311_03658_linear', { arxiv: '2311.03658', year: '2023' }],
    ['2512.24880v2', { arxiv: '2512.24880', year: '2025' }],
    ['safran_2025_hallucination', { year: '2025' }],
    ['2599.12345', {}],
    ['model-20170101', {}],
    ['attention', {}],
  ])('reads off the name %s what it says for certain', (stem, found) => {
    expect(inferPaper(stem, '')).toEqual(found);
  });

  it('knows an arXiv id and its addresses from other numbers', () => {
    const texts = [
      '2512.24880',
      'arXiv:2512.24880v3',
      'https://arxiv.org/pdf/2512.24880v1.pdf',
      'cs.LG/0701123',
      '2513.24880',
      '3.14159',
      'https://example.org/2512.24880',
    ];
    expect(texts.map(arxivIdIn)).toEqual(['2512.24880', '2512.24880', '2512.24880', 'cs.lg/0701123', null, null, null]);
  });

  it('never throws, and reads a long line in linear time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (stem, text) => {
        inferPaper(stem, text);
      }),
    );
    for (const piece of ['A ', ', ', '**', 'x:', 'arXiv:', '# '])
      expectLinear(
        (count) => piece.repeat(count),
        (text) => inferPaper(text.slice(0, 10_000 * piece.length), `# T\n\n${text}`),
        500_000,
      );
  });
});
