import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { entriesJson } from '#views/entries-json.ts';
import { entryPage } from '#views/entries/entry-page.ts';
import { createHref } from '#views/href.ts';
import { kindPage } from '#views/kind-page.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { wholeFilePage } from '#views/entries/whole-file-page.ts';
import { makeContent, makeEntry, makeLink } from '../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const text = '# Lab\n\nNewest first, see [rotary](rotary.md).\n\n## 2026-01-05: B\n\nb\n\n## YYYY-MM-DD\n\n## 2026-01-04: A\n\na\n';
const { entries, bodies, wholeFile } = parseFile({ path: 'journal.md', text, digest: 'd', problems: [] });
if (wholeFile === null) throw new Error('A journal has a whole file');
const rotary = makeEntry('idea', 'rotary.md', { links: [makeLink('markdown', 'journal.md')] });
const graph = buildGraph(makeContent({ entries: [...entries, rotary], wholeFiles: [wholeFile] }));

describe('the page of a whole journal', () => {
  const page = wholeFilePage(wholeFile, graph, href, []);

  it('has every part in file order; the heading of an entry leads to its own page', () => {
    expect(page.parts.map(({ is, heading }) => [is, heading?.title, heading?.href])).toEqual([
      ['preamble', undefined, undefined],
      ['entry', 'B', '/journals/journal/2026-01-05-b/'],
      ['template', undefined, undefined],
      ['entry', 'A', '/journals/journal/2026-01-04-a/'],
    ]);
    expect(page).toMatchObject({ title: 'Lab', count: '2 journal entries, 4 Jan 2026 to 5 Jan 2026', markdown: '/journals/journal.md' });
  });

  it('says in a preview what became of a part, by the lines of the file', () => {
    const id = entries[1]?.id ?? 'journal/none';
    const since = { is: 'changed', was: null, hunks: [{ line: 3, stretches: [{ is: 'added', text: 'a' }] }] } as const;
    const preview = { ref: 'main', base: 'a', head: null, pullRequest: null, entries: new Map([[id, since]]), runs: new Set<never>() };
    const { parts } = wholeFilePage(wholeFile, { ...graph, since: preview }, href, []);
    expect(parts.map(({ heading }) => heading?.since?.hunks.map(({ line }) => line))).toEqual([undefined, undefined, undefined, [13]]);
  });

  it('is linked from its entries, at their place, and from the index of its kind', () => {
    const [entry] = entries;
    if (entry === undefined) throw new Error('The journal has entries');
    expect(entryPage(entry, graph, href, []).wholeFile).toEqual({
      path: 'journal.md',
      words: 'whole journal',
      href: '/journals/journal/#entry.2026-01-05-b',
    });
    expect(page.contents[0]?.anchor).toBe('entry.2026-01-05-b');
    expect(kindPage('journal', graph, href).files).toEqual([{ title: 'Lab', path: 'journal.md', href: '/journals/journal/' }]);
  });

  it('is linked both ways without being an entry', () => {
    expect(page.backlinks.map(({ title }) => title)).toEqual(['rotary']);
    expect(graph.backlinks.get(rotary.id)?.map(({ from }) => from)).toEqual(['journal/journal']);
    expect(graph.entries.map(({ id }) => id)).not.toContain('journal/journal');
    const json = entriesJson(graph, href).entries.find(({ id }) => id === rotary.id);
    expect(json).toMatchObject({ links: ['/journals/journal/'], backlinks: [] });
  });

  it('is found by what stands outside its entries, and by nothing else', async () => {
    const documents = await Array.fromAsync(
      searchDocuments(graph, ({ part, digest }) => Promise.resolve(digest === 'd' ? (bodies[part] ?? { html: '' }) : { html: '' })),
    );
    const whole = documents.filter(({ url }) => url === '/journals/journal/');
    expect(whole).toHaveLength(1);
    expect(whole[0]?.html).toContain('Newest first');
    expect(whole[0]?.html).not.toContain('<p>b</p>');
  });
});
