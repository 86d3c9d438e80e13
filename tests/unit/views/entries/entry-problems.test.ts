import { expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { entryProblems } from '#views/entries/entry-problems.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';

const at = (path: string, line: number): Diagnostic => ({
  code: 'dead-link',
  severity: 'warning',
  path,
  line,
  column: 1,
  message: 'm',
  hint: 'h',
});

it('shows the problems of a whole file on its only entry, and those of its own lines on each of several', () => {
  const idea = makeEntry('idea', 'ideas/a.md', { line: 1, lastLine: 3 });
  const first = makeEntry('journal', 'journal.md', { id: 'journal/journal/2026-01-02', line: 3, lastLine: 6 });
  const second = makeEntry('journal', 'journal.md', { id: 'journal/journal/2026-01-01', line: 7, lastLine: 9, part: 1 });
  const graph = buildGraph(makeContent({ entries: [idea, first, second] }));
  const problems = new Map([
    ['ideas/a.md', [at('ideas/a.md', 2), at('ideas/a.md', 99)]],
    ['journal.md', [at('journal.md', 4), at('journal.md', 8)]],
  ]);
  expect(entryProblems(idea, graph, problems).map(({ line }) => line)).toEqual([2, 99]);
  expect(entryProblems(first, graph, problems).map(({ line }) => line)).toEqual([4]);
  expect(entryProblems(second, graph, problems).map(({ line }) => line)).toEqual([8]);
});

it('leaves the problems of run logs to their events, also where the log is the experiment', () => {
  const experiment = makeEntry('experiment', 'design.log', { digest: '' });
  const runLogs = [{ path: 'design.log', name: 'design', experiment: '', events: [], strays: [] }];
  const graph = buildGraph(makeContent({ entries: [experiment], runLogs }));
  expect(entryProblems(experiment, graph, new Map([['design.log', [at('design.log', 5)]]]))).toEqual([]);
});
