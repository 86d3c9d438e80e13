import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { parseQueue } from '#ingest/queues/parse-queue.ts';
import { createHref } from '#views/href.ts';
import { hasJobs, jobsPage } from '#views/jobs-page.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { makeContent } from '../graph/make-content.ts';

function graphOf(tasks: Readonly<Record<string, object>>, path = 'queue.json') {
  const { queue } = parseQueue({ path, text: JSON.stringify({ tasks }), digest: 'd', problems: [] });
  return buildGraph(makeContent({ queues: queue === null ? [] : [queue] }));
}

const done = (end: string, result: unknown = 'Success') => ({ Done: { start: '2026-01-04T09:00:00+01:00', end, result } });

describe('jobsPage', () => {
  it('lists what runs, what waits, and what is finished, the last one first', () => {
    const { groups, count } = jobsPage(
      graphOf({
        1: { command: 'a', status: done('2026-01-04T09:20:00+01:00') },
        2: { command: 'b', status: done('2026-01-04T09:40:00+01:00', { Failed: 1 }) },
        3: { command: 'c', status: 'Queued' },
        4: { command: 'd', status: 'Running' },
        5: { command: 'e', status: 'Frozen' },
      }),
    );
    expect(groups.map(({ title, jobs }) => [title, jobs.map(({ number }) => number)])).toEqual([
      ['Running', ['4']],
      ['Queued', ['3']],
      ['Finished', ['2', '1']],
      ['In another state', ['5']],
    ]);
    expect(count).toBe('5 jobs');
  });

  it('shows question, expectation, command, times as stated and how long it ran', () => {
    const [group] = jobsPage(
      graphOf({
        7: {
          command: 'just eval',
          label: 'Q: does X help? H: +0.05',
          path: '/home/ada/lab/rotary',
          group: 'gpu',
          status: done('2026-01-04T09:20:05+01:00', { Failed: 1 }),
        },
      }),
    ).groups;
    expect(group?.jobs[0]).toEqual({
      anchor: 'job-queue-7',
      number: '7',
      state: { word: 'failed', tone: 'bad' },
      rawState: 'Done: Failed (1)',
      title: 'does X help?',
      isCommand: false,
      expectation: '+0.05',
      command: 'just eval',
      facts: [
        { name: 'Folder', text: 'rotary' },
        { name: 'Group', text: 'gpu' },
      ],
      times: [
        { name: 'started', time: { text: '4 January 2026, 09:00', datetime: '2026-01-04T09:00:00+01:00' } },
        { name: 'ended', time: { text: '4 January 2026, 09:20', datetime: '2026-01-04T09:20:05+01:00' } },
      ],
      duration: '20 min 5 s',
    });
  });

  it('is there only where there are jobs', () => {
    expect([hasJobs(graphOf({})), hasJobs(graphOf({ 0: { command: 'a', status: 'Queued' } }))]).toEqual([false, true]);
  });

  it('gives each job an address, at which the search finds it', async () => {
    const graph = graphOf({ 12: { command: 'just eval', label: 'Q: why? H: so', status: 'Queued' } }, 'a b/queue.json');
    const [job] = graph.content.queues.flatMap(({ jobs }) => jobs);
    const documents = await Array.fromAsync(searchDocuments(graph, () => Promise.resolve({ html: '' })));
    expect(documents).toMatchObject([
      { kind: 'job', title: 'Job 12: why?', status: 'queued', facts: ['why?', 'Expected: so', 'Command: just eval'] },
    ]);
    const href = createHref({ base: '/', site: null, repository: null, folder: '' });
    expect(documents[0]?.url).toBe(job === undefined ? '' : href.job(job.id));
    expect(documents[0]?.url).toBe(`/jobs/#${jobsPage(graph).groups[0]?.jobs[0]?.anchor ?? ''}`);
  });
});
