import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { entryPage } from '#views/entries/entry-page.ts';
import { createHref } from '#views/href.ts';
import { makeContent, makeEntry, makeLink, makeReference } from '../../graph/make-content.ts';

const href = createHref({ base: '/base/', site: null, repository: 'https://github.com/lab/rotary', folder: '' });
const pageOf = (entry: Entry, others: readonly Entry[] = []) =>
  entryPage(entry, buildGraph(makeContent({ entries: [entry, ...others] })), href, []);

describe('the page of an entry', () => {
  it('shows an idea with its hypothesis, what became of it, and who links to it in which sentence', () => {
    const idea = makeEntry('idea', 'ideas/2026-01-02_rotary.md', { data: { hypothesis: 'Rotary lowers val_bpb.' } });
    const report = makeEntry('report', 'reports/2026-01-05_rotary-won.md', {
      data: { outcome: 'supported' },
      links: [makeReference('idea', 'rotary'), makeLink('markdown', '../ideas/2026-01-02_rotary.md', { sentence: 'The idea held.' })],
    });
    const page = pageOf(idea, [report]);
    expect(page.hypothesis).toBe('Rotary lowers val_bpb.');
    expect(page.state).toEqual({ word: 'supported', tone: 'good' });
    expect(page.lineage.strips[0]?.stages.find(({ name }) => name === 'Report')?.groups).toMatchObject([
      { items: [{ href: '/base/reports/2026-01-05-rotary-won/' }], evidence: 'its "idea" names the idea' },
    ]);
    expect(page.backlinks).toMatchObject([{ href: '/base/reports/2026-01-05-rotary-won/', sentences: ['The idea held.'], relations: [] }]);
  });

  it('lists an entry that only names the idea in its frontmatter once: among what became of it', () => {
    const idea = makeEntry('idea', 'ideas/2026-01-02_rotary.md');
    const experiment = makeEntry('experiment', 'sweep/experiment_summary.md', { links: [makeReference('idea', 'rotary')] });
    const page = pageOf(idea, [experiment]);
    expect(page.lineage.strips[0]?.stages.find(({ name }) => name === 'Experiments')?.groups).toHaveLength(1);
    expect(page.backlinks).toEqual([]);
  });

  it('gives the title the anchor that links to it use, unless a heading of the body has it', () => {
    const stated = { title: 'Why it works', anchor: 'why-it-works' };
    expect(pageOf(makeEntry('page', 'a.md', stated)).anchor).toBe('why-it-works');
    expect(
      pageOf(makeEntry('page', 'a.md', { ...stated, headings: [{ depth: 2, text: 'Why it works', anchor: 'why-it-works', line: 5 }] }))
        .anchor,
    ).toBeUndefined();
  });

  it('calls an idea running once an experiment names it, and abandoned where it says so', () => {
    const idea = makeEntry('idea', 'ideas/2026-01-02_rotary.md');
    const experiment = makeEntry('experiment', 'sweep/experiment_summary.md', { links: [makeReference('idea', 'rotary')] });
    expect(pageOf(idea).state?.word).toBe('proposed');
    expect(pageOf(idea, [experiment]).state?.word).toBe('running');
    expect(pageOf({ ...idea, data: { abandoned: 'too slow' } }, [experiment]).state?.word).toBe('abandoned');
  });

  it('shows a reference by the title of what it leads to, and a commit at the repository', () => {
    const idea = makeEntry('idea', 'ideas/2026-01-02_rotary.md', { title: 'Rotary embeddings' });
    const report = makeEntry('report', 'reports/2026-01-05_won.md', {
      data: { idea: 'rotary', commits: ['0640555'] },
      links: [makeReference('idea', 'rotary')],
    });
    expect(pageOf(report, [idea]).facts).toMatchObject([
      { name: 'Idea', values: [{ text: 'Rotary embeddings', href: '/base/ideas/2026-01-02-rotary/', code: false }] },
      {
        name: 'Commits',
        values: [{ text: '0640555', href: 'https://github.com/lab/rotary/commit/0640555', code: true }],
      },
    ]);
  });

  it('mentions a commit once, though frontmatter and text both name it', () => {
    const mention = (text: string) => ({ kind: 'commit' as const, text, line: 9, column: 1, sentence: text });
    const log = makeEntry('log', 'logs/a.md', {
      data: { commits: ['0640555'] },
      mentions: [mention('0640555'), mention('187e419'), mention('187e419')],
    });
    expect(pageOf(log).mentions.commits.map((row) => row.text)).toEqual(['187e419']);
  });

  it('lists the two top levels of headings, and none where there are fewer than three', () => {
    const heading = (depth: number, text: string) => ({ depth, text, anchor: text.toLowerCase(), line: 1 });
    const long = makeEntry('page', 'a.md', { headings: [heading(2, 'One'), heading(3, 'Inner'), heading(4, 'Deep'), heading(2, 'Two')] });
    expect(pageOf(long).contents).toEqual([
      { text: 'One', anchor: 'one', depth: 1 },
      { text: 'Inner', anchor: 'inner', depth: 2 },
      { text: 'Two', anchor: 'two', depth: 1 },
    ]);
    expect(pageOf(makeEntry('page', 'b.md', { headings: [heading(2, 'One'), heading(2, 'Two')] })).contents).toEqual([]);
  });

  it('leads from a dated section to the one before and the one after', () => {
    const section = (day: number) =>
      makeEntry('journal', 'journal.md', {
        id: `journal/journal/2026-01-0${day}`,
        date: `2026-01-0${day}`,
        title: `Day ${day}`,
        part: day,
      });
    expect(pageOf(section(2), [section(1), section(3)]).neighbors).toEqual({
      earlier: { title: 'Day 1', href: '/base/journals/journal/2026-01-01/' },
      later: { title: 'Day 3', href: '/base/journals/journal/2026-01-03/' },
    });
    expect(pageOf(makeEntry('idea', 'ideas/a.md')).neighbors).toBeNull();
  });

  it('does not take keys of content for properties of objects', () => {
    // An object of texts, as it stands.
    const page = makeEntry('page', 'a.md', { data: JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, unknown> });
    expect(pageOf(page).facts.map((fact) => fact.values.map((value) => value.text))).toEqual([['x'], ['y']]);
  });
});
