import { expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { entryProblems } from '#views/entry-problems.ts';
import { makeContent, makeEntry } from '../graph/make-content.ts';

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

it('shows the problems of run logs on their experiment', () => {
  const experiment = makeEntry('experiment', 'sweep', { digest: '' });
  const runLogs = [{ path: 'sweep/design-experiment.log', name: 'design-experiment', experiment: 'sweep', events: [] }];
  const graph = buildGraph(makeContent({ entries: [experiment], runLogs }));
  const problems = new Map([['sweep/design-experiment.log', [at('sweep/design-experiment.log', 5)]]]);
  expect(entryProblems(experiment, graph, problems)).toHaveLength(1);
});
