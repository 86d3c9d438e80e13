import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { wordsOf } from '#schemas/date-words.ts';
import { entryPage } from '#views/entries/entry-page.ts';
import { createHref } from '#views/href.ts';
import { wholeFilePage } from '#views/entries/whole-file-page.ts';
import { makeContent } from '../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });

/** What both pages show of the heading of an entry. */
function shownOf(heading: string, path = 'journal.md') {
  // The first entry makes the file a journal of dated sections, whatever the heading says.
  const text = `# J\n\n## 2020-01-01: First\n\na\n\n## ${heading}\n\nb\n`;
  const { entries, wholeFile } = parseFile({ path, text, digest: 'd', problems: [] });
  const entry = entries.find(({ line }) => line === 7);
  if (entry === undefined || wholeFile === null) return null;
  const graph = buildGraph(makeContent({ entries: [...entries], wholeFiles: [wholeFile] }));
  const page = entryPage(entry, graph, href, []);
  const inFile = wholeFilePage(wholeFile, graph, href, []).parts.find(({ source }) => source.id === entry.id)?.heading;
  if (inFile === null || inFile === undefined) throw new Error('An entry has a heading on the page of its file');
  return [page, inFile].map(({ title, date, facts }) => ({
    title,
    date: date?.text ?? null,
    datetime: date?.datetime ?? '',
    facts: facts.map(({ name, values }) => `${name}: ${values.map((value) => value.text).join(', ')}`),
  }));
}

describe('the heading of a dated section', () => {
  it.each(['journal.md', 'PROGRESS_LOG.md'])('keeps the days of a range as a fact, in %s', (path) => {
    const range = { title: 'Week one', date: '2 January 2026', facts: ['Days: 2026-01-02 to 2026-01-08'] };
    expect(shownOf('2026-01-02 to 2026-01-08: Week one', path)).toMatchObject([range, range]);
    expect(shownOf('2–8 January 2026: Week one', path)).toMatchObject([range, range]);
  });

  it('keeps a date that the calendar does not have in the title', () => {
    const impossible = { title: '2026-13-45 impossible', date: null, facts: [] };
    expect(shownOf('2026-13-45 impossible')).toMatchObject([impossible, impossible]);
  });

  it('is shown as written where title and date leave something out, and only there', () => {
    const zoned = { title: 'What', date: '27 April 2026, 07:40', facts: ['In the file: 2026-04-27 07:40 EDT — What'] };
    expect(shownOf('2026-04-27 07:40 EDT — What')).toMatchObject([zoned, zoned]);
    expect(shownOf('2026-04-27 07:40:15 What')?.[0]?.facts).toEqual(['In the file: 2026-04-27 07:40:15 What']);
    expect(shownOf('Tue 2026-11-10: What')?.[0]?.facts).toEqual(['In the file: Tue 2026-11-10: What']);
    for (const plain of ['2026-11-10 07:40: What', 'November 10th, 2026: What', 'What (2026/11/10)', '20261110 What', 'Tue 2026-11-10'])
      expect(shownOf(plain)?.[0]?.facts).toEqual([]);
  });

  it('says the date once on the page of the file where it is the whole heading', () => {
    expect(shownOf('2026-01-07')?.[1]).toMatchObject({ title: '2026-01-07', date: null });
    expect(shownOf('Wed 2026-01-07')?.[1]).toMatchObject({ title: 'Wed 2026-01-07', date: null });
    expect(shownOf('2026-01-07 (late)')?.[1]).toMatchObject({ title: 'late', date: '7 January 2026' });
  });

  it('loses no word, whatever is written around the date', () => {
    const date = fc.constantFrom('2026-01-04', '2026-02-30', '2026-13-45', '2025-12-31T09:30:15+01:00');
    const part = fc.oneof(
      fc.constantFrom(
        ' to ',
        ' – ',
        '/',
        '06',
        '2026-01-08',
        ' 09:30',
        ' 9:30 pm',
        ' EDT',
        ' Tue',
        ': Week one',
        ' (late)',
        ' (',
        ')',
        ', ',
      ),
      fc.stringMatching(/^[a-z0-9:(),– -]{1,8}$/),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 2 }),
        date,
        fc.array(part, { maxLength: 5 }),
        fc.constantFrom('journal.md', 'PROGRESS_LOG.md'),
        (before, day, after, path) => {
          const heading = `${before.join('')}${day}${after.join('')}`.trim();
          for (const { title, date, datetime, facts } of shownOf(heading, path) ?? []) {
            const shown = new Set(wordsOf([title, date ?? '', datetime, datetime.replace('T', ' '), ...facts].join(' ')));
            expect(wordsOf(heading).filter((word) => !shown.has(word))).toEqual([]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
