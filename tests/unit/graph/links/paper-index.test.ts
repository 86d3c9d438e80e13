import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { findPaper, indexPapers } from '#graph/links/paper-index.ts';
import { makeContent, makeEntry, makeLink } from '../make-content.ts';

const attention = makeEntry('paper', 'papers/attention.md', { data: { arxiv: '1706.03762' } });
const nature = makeEntry('paper', 'papers/nature.md', { data: { url: 'https://doi.org/10.1038/S41586-024-1' } });
const blog = makeEntry('paper', 'papers/blog.md', { data: { url: 'https://www.example.org/post/' } });
const papers = indexPapers([attention, nature, blog]);

describe('indexPapers', () => {
  it.each([
    ['arXiv:1706.03762', attention],
    ['arxiv: 1706.03762v5', attention],
    ['1706.03762', attention],
    ['https://arxiv.org/abs/1706.03762v2', attention],
    ['http://www.arxiv.org/pdf/1706.03762.pdf', attention],
    ['https://huggingface.co/papers/1706.03762', attention],
    ['doi:10.1038/s41586-024-1', nature],
    ['https://example.org/post#end', blog],
    ['https://example.org/other', null],
    ['arXiv:1706.03763', null],
    ['Attention is all you need', null],
    ['', null],
  ])('finds what %s names', (text, paper) => {
    expect(papers(text)).toBe(paper);
  });

  it('lets an identifier that two papers claim stand for neither', () => {
    const copy = makeEntry('paper', 'papers/copy.md', { data: { arxiv: 'arXiv:1706.03762v1' } });
    expect(indexPapers([attention, copy])('arXiv:1706.03762')).toBeNull();
  });

  it('finds an identifier within a reference', () => {
    expect(findPaper(papers, 'Vaswani et al., arXiv:1706.03762.')).toBe(attention);
    expect(findPaper(papers, 'see https://example.org/post, section 2')).toBe(blog);
  });
});

describe('a paper of the workspace', () => {
  const idea = makeEntry('idea', 'ideas/rotary.md', {
    links: [
      makeLink('frontmatter', 'https://arxiv.org/abs/1706.03762', { relation: 'papers', sentence: 'https://arxiv.org/abs/1706.03762' }),
    ],
    mentions: [
      { kind: 'paper', text: 'doi:10.1038/s41586-024-1', line: 3, column: 1, sentence: 'As nature says.' },
      { kind: 'paper', text: 'arXiv:2512.24880', line: 4, column: 1, sentence: 'And others.' },
    ],
  });
  const graph = buildGraph(makeContent({ entries: [attention, nature, idea] }));

  it('is where a reference to its identifier leads', () => {
    expect(graph.links.get(idea.id)?.[0]?.destination).toEqual({ to: 'entry', id: attention.id, fragment: null });
  });

  it('knows who refers to it and who mentions it', () => {
    expect(graph.backlinks.get(attention.id)?.map(({ from, relation }) => [from, relation])).toEqual([[idea.id, 'papers']]);
    expect(graph.backlinks.get(nature.id)).toEqual([{ from: idea.id, relation: 'body', sentence: 'As nature says.', line: 3 }]);
  });
});
