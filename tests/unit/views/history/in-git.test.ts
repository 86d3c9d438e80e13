import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { FileHistory } from '#schemas/history.ts';
import { createHref } from '#views/href.ts';
import { entryInGit } from '#views/history/in-git.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';
import { makeFileHistory, makeHistory } from './make-history.ts';

const href = createHref({ base: '/', site: null, repository: 'https://github.com/lab/rotary', folder: 'content', branch: 'dev' });
const idea = makeEntry('idea', 'ideas/rotary.md');
const days = ['2026-01-04T23:30:00-05:00', '2026-02-03T00:10:00+14:00'] as const;

function shown(file: FileHistory | null, entry = idea, entries = [entry]): string | null {
  const history = makeHistory({ files: file === null ? {} : { [entry.path]: file } });
  const inGit = entryInGit(entry, buildGraph(makeContent({ entries, history })), href);
  if (inGit === null) return null;
  const dates = inGit.dates.map(({ words, date }) => `${words} ${date.text}`).join(', ');
  return [`${inGit.label}: ${dates} ${inGit.authors}`.trim(), ...inGit.links.map((link) => `${link.text} ${link.href}`)].join(' | ');
}

const links =
  'history https://github.com/lab/rotary/commits/dev/content/ideas/rotary.md | edit https://github.com/lab/rotary/edit/dev/content/ideas/rotary.md';

describe('what git says of an entry, on its page', () => {
  it('is when it was created and changed, on the days of those who did it, by whom, and where there is more', () => {
    expect(shown(makeFileHistory(...days))).toBe(`In git: created 4 Jan 2026, last changed 3 Feb 2026 by Ada | ${links}`);
    expect(shown(makeFileHistory(days[0]))).toBe(`In git: created 4 Jan 2026 by Ada | ${links}`);
  });

  it('names at most four of them', () => {
    const by = (authors: readonly string[]) => shown(makeFileHistory(days[0], days[0], { authors }))?.split(' | ')[0];
    expect(by([])).toBe('In git: created 4 Jan 2026');
    expect(by(['A', 'B', 'C', 'D'])).toBe('In git: created 4 Jan 2026 by A, B, C and D');
    expect(by(['A', 'B', 'C', 'D', 'E'])).toBe('In git: created 4 Jan 2026 by A, B, C and 2 others');
  });

  it('claims no day that may have been an earlier one', () => {
    const { created, updated } = makeFileHistory(...days);
    const edge = { ...created, isEdge: true };
    expect(shown({ created: edge, updated, authors: [], commits: 1 })).toContain(
      'created on or before 4 Jan 2026, last changed 3 Feb 2026',
    );
    expect(shown({ created: edge, updated: edge, authors: [], commits: 0 })).toMatch(/^In git: last changed on or before 4 Jan 2026 \|/);
  });

  it('is of a section only where the file is', () => {
    const second = makeEntry('journal', 'JOURNAL.md', { id: 'journal/journal/b', part: 1 });
    const first = makeEntry('journal', 'JOURNAL.md', { id: 'journal/journal/a' });
    expect(shown(makeFileHistory(...days), first, [first, second])).toMatch(/^The file in git: \| history .*JOURNAL\.md \| edit /);
  });

  it('is nothing for a file that no commit has', () => {
    expect(shown(null)).toBeNull();
  });
});
