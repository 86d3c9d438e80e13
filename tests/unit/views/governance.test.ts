import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { FileHistory, History } from '#schemas/history.ts';
import { governanceOf } from '#views/governance.ts';
import { createHref } from '#views/href.ts';
import { makeContent } from '../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: 'https://github.com/lab/rotary', folder: '' });
const changed = { commit: '187e4190', date: '2026-01-04T10:00:00+01:00', order: 1, isEdge: false };
const fileOf = (isEdge: boolean): FileHistory => ({
  created: { ...changed, date: '2025-12-01T10:00:00+01:00', isEdge },
  updated: { ...changed, isEdge },
  authors: [],
  commits: 2,
});
const historyOf = (isEdge: boolean): History => ({
  isCut: isEdge,
  isShallow: isEdge,
  mainBranch: 'main',
  branches: [],
  commits: [],
  predictions: {},
  reports: {},
  tables: {},
  files: { 'eval.md': fileOf(isEdge), 'journal.md': fileOf(isEdge) },
  renames: {},
});
const program = { files: { frozen: ['eval.md'], append_only: ['journal.md'], global: ['results.tsv'] } };
const shown = (path: string, history: History | null) => governanceOf(path, buildGraph(makeContent({ program, history })), href);

describe('the rule that a file stands under', () => {
  it('stands on its page with the day since when, and leads to the commit', () => {
    expect(shown('eval.md', historyOf(false))).toMatchObject({
      text: 'frozen since 4 Jan 2026',
      href: 'https://github.com/lab/rotary/commit/187e4190',
    });
    expect(shown('journal.md', historyOf(false))?.text).toBe('append-only, last changed 4 Jan 2026');
  });

  it('says no day where none is known: outside git, before the first commit, in a shallow clone', () => {
    expect(shown('eval.md', null)).toMatchObject({ text: 'frozen', href: null });
    expect(shown('results.tsv', historyOf(false))).toMatchObject({ text: 'global', href: null });
    expect(shown('eval.md', historyOf(true))).toMatchObject({ text: 'frozen', href: null });
  });

  it('is not said of files that may change freely', () => {
    expect(shown('notes.md', historyOf(false))).toBeNull();
  });
});
