import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { trackedItems } from '#graph/open/track-items.ts';
import { publicationOf } from '#graph/publication/publication.ts';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import type { Entry } from '#schemas/entry.ts';
import { openAnchor } from '#schemas/open-items.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeLink, makeReference } from '../make-content.ts';
import { makeOpen } from './make-open.ts';

const graphOf = (entries: readonly Entry[], stated: Partial<WorkspaceContent> = {}): KnowledgeGraph =>
  buildGraph(makeContent({ entries, asOf: '2026-01-20', ...stated }));

/** `day text: fate`, by the day of the entry. */
const fates = (graph: KnowledgeGraph): string[] =>
  trackedItems(graph).map(({ item, entry, fate }) => {
    const by = 'by' in fate && fate.by !== null ? ` by ${fate.by}` : '';
    return `${entry.date?.slice(8, 10) ?? '–'} ${item.text}: ${fate.is}${by}`;
  });

const log = (path: string, stated: Partial<Entry>) => makeEntry('log', path, stated);
const step = (text: string): Partial<Entry> => ({ data: { next_steps: [text] } });

describe('trackedItems', () => {
  it('lists the items of all kinds, newest entry first, with line, date and age', () => {
    const graph = graphOf([
      makeOpen('idea', 'ideas/2026-01-02_a.md', '## Open questions', '', '- Why?'),
      log('logs/2026-01-05_b.md', { ...step('Repeat it'), places: { 'next_steps.0': { line: 7, column: 5, endColumn: 14 } } }),
      makeOpen('page', 'notes.md', '- [ ] Tidy up'),
    ]);
    expect(trackedItems(graph).map(({ id, item, date, ageDays }) => [id, item.line, date, ageDays])).toEqual([
      [`log/2026-01-05-b#${openAnchor('Repeat it')}`, 7, '2026-01-05', 15],
      [`idea/2026-01-02-a#${openAnchor('Why?')}`, 3, '2026-01-02', 18],
      [`page/notes#${openAnchor('Tidy up')}`, 1, null, null],
    ]);
  });

  it('has no ages where no day to count from is stated, and none for what is dated later', () => {
    const entries = [makeOpen('log', 'logs/2026-01-30_a.md', '- [ ] x')];
    expect(trackedItems(graphOf(entries)).map(({ ageDays }) => ageDays)).toEqual([null]);
    expect(trackedItems(graphOf(entries, { asOf: '1970-01-01' })).map(({ ageDays }) => ageDays)).toEqual([null]);
  });

  it('is done where a later entry ticks the same words, or has completed them; the first is the answer', () => {
    const account = { items: [{ title: 'Write it **up**', category: '', minutes: 30, line: 3 }] };
    const graph = graphOf([
      makeOpen('log', 'logs/2026-01-02_a.md', '- [ ] Repeat it', '- [ ] Write it up'),
      makeOpen('log', 'logs/2026-01-01_before.md', '- [x] Write it up'),
      makeOpen('log', 'logs/2026-01-05_b.md', '- [x] repeat *it*.'),
      makeOpen('log', 'logs/2026-01-09_c.md', '- [x] Repeat it'),
      makeEntry('progress', 'progress/2026-01-06_d.md', { data: { account } }),
    ]);
    expect(fates(graph).filter((fate) => fate.startsWith('02'))).toEqual([
      '02 Repeat it: done by log/2026-01-05-b',
      '02 Write it up: done by progress/2026-01-06-d',
    ]);
  });

  it('lists what stands open again only at its newest, and says since when', () => {
    const graph = graphOf([
      log('logs/2026-01-02_a.md', step('Repeat it')),
      log('logs/2026-01-05_b.md', step('Repeat it.')),
      log('x.md', step('Repeat it')),
    ]);
    expect(fates(graph)).toEqual([
      '05 Repeat it.: open',
      '02 Repeat it: repeated by log/2026-01-05-b',
      // Nobody knows when that was.
      '– Repeat it: open',
    ]);
    expect(trackedItems(graph)[0]).toMatchObject({ since: '2026-01-02', ageDays: 18 });
  });

  it('is taken up by an entry of that day or later that links to its entry and shares half of its words, at least two', () => {
    const link = { links: [makeLink('markdown', '../logs/2026-01-02_a.md', { sentence: 'As asked there.' })] };
    const graph = graphOf([
      log('logs/2026-01-02_a.md', { data: { next_steps: ['Try the rotary base on longer sequences', 'Measure tokenizer noise'] } }),
      makeEntry('idea', 'ideas/2026-01-01_early.md', { title: 'Rotary base, longer sequences', ...link }),
      makeEntry('idea', 'ideas/2026-01-03_little.md', { title: 'Rotary', ...link }),
      makeEntry('idea', 'ideas/2026-01-04_unlinked.md', { title: 'Rotary base, longer sequences' }),
      makeEntry('idea', 'ideas/2026-01-05_much.md', { title: 'Rotary bases for long sequences', ...link }),
    ]);
    expect(fates(graph)).toEqual([
      '02 Try the rotary base on longer sequences: taken up by idea/2026-01-05-much',
      '02 Measure tokenizer noise: open',
    ]);
    expect(trackedItems(graph)[0]?.fate).toMatchObject({ words: ['rotary', 'base', 'sequences'] });
  });

  it('is taken up by words of a hypothesis or of the sentence with the link, never by the name of a file', () => {
    const item = log('logs/2026-01-02_rotary-base-sequences.md', step('Rotary base on sequences'));
    const by = (stated: Partial<Entry>) =>
      fates(graphOf([item, makeEntry('report', 'reports/2026-01-05_r.md', { title: 'R', ...stated })]))[0];
    const path = '../logs/2026-01-02_rotary-base-sequences.md';
    const taken = '02 Rotary base on sequences: taken up by report/2026-01-05-r';
    expect(by({ links: [makeLink('markdown', path, { sentence: 'The rotary base was too short.' })] })).toBe(taken);
    expect(by({ links: [makeLink('markdown', path, { sentence: 'See there.' })], data: { hypothesis: 'A rotary base helps' } })).toBe(
      taken,
    );
    expect(by({ links: [makeReference('references', 'logs/2026-01-02_rotary-base-sequences.md')] })).toBe(
      '02 Rotary base on sequences: open',
    );
  });

  it('is taken up by an entry that links to the item itself, whatever its words', () => {
    const graph = graphOf([
      log('logs/2026-01-02_a.md', step('Repeat it')),
      makeEntry('report', 'reports/2026-01-05_r.md', { links: [makeLink('wiki', 'a', { fragment: openAnchor('Repeat it') })] }),
    ]);
    expect(fates(graph)).toEqual(['02 Repeat it: taken up by report/2026-01-05-r']);
    expect(graph.problems).toEqual([]);
  });

  it('says where the entry of an item is superseded', () => {
    const graph = graphOf([
      log('logs/2026-01-02_a.md', step('Repeat it')),
      log('logs/2026-01-05_b.md', { links: [makeReference('supersedes', 'a')] }),
    ]);
    expect(trackedItems(graph).map(({ supersededBy }) => supersededBy)).toEqual(['log/2026-01-05-b']);
  });

  it('reads the next steps of run logs, at the line and time of their event', () => {
    const text = '[2026-01-04 09:30:00] COMPLETE\nResult: fine\nNext Steps:\n- Start the sweep\n- [x] Copy the data\nBlockers: none\n';
    const { runLog } = parseRunLog({ path: 'experiments/sweep/design.log', text, digest: 'd', problems: [] });
    const experiment = makeEntry('experiment', 'experiments/sweep', { date: '2026-01-03', digest: '' });
    const graph = graphOf([experiment], { runLogs: runLog === null ? [] : [runLog] });
    expect(trackedItems(graph).map(({ item, path, date }) => [item.sort, item.text, item.done, path, item.line, date])).toEqual([
      ['step', 'Start the sweep', false, 'experiments/sweep/design.log', 4, '2026-01-04T09:30:00'],
      ['step', 'Copy the data', true, 'experiments/sweep/design.log', 5, '2026-01-04T09:30:00'],
    ]);
  });

  it('tells nothing of a paper whose text is not published', () => {
    const whole = graphOf([makeOpen('paper', 'papers/roformer.md', '- [ ] Reproduce table 3')]);
    expect([trackedItems(whole).length, trackedItems(publicationOf(whole).graph).length]).toEqual([1, 0]);
  });
});
