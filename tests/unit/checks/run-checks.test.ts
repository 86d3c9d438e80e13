import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { problem } from '#diagnostics/catalogue.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeLink } from '../graph/make-content.ts';

function check(content: Partial<WorkspaceContent>): string[] {
  const diagnostics = runChecks(buildGraph(makeContent(content)));
  return diagnostics.map(({ path, line, column, severity, code }) => `${path}:${line}:${column} ${severity} ${code}`);
}

describe('a check', () => {
  it('reports what parsing, linking and the rules found, by place, each once', () => {
    const broken = problem('invalid-yaml', { path: 'a.md', line: 9, column: 1 }, { reason: 'no' });
    const log = makeEntry('log', 'b.md', {
      tags: ['trainning'],
      places: { 'tags.0': { line: 2, column: 8, endColumn: 17 } },
      links: [makeLink('wiki', 'gone')],
    });
    expect(check({ entries: [log], problems: [broken, broken] })).toEqual([
      'a.md:9:1 warning invalid-yaml',
      'b.md:2:8 warning unknown-tag',
      'b.md:3:5 warning dead-link',
    ]);
  });

  it('makes broken things errors in a strict workspace, advice never', () => {
    const log = makeEntry('log', 'b.md', { tags: ['trainning'], links: [makeLink('wiki', 'gone')] });
    expect(check({ entries: [log], strict: true })).toEqual(['b.md:1:1 warning unknown-tag', 'b.md:3:5 error dead-link']);
  });

  it('makes a missing workspace an error everywhere', () => {
    const missing = problem('missing-workspace', { path: '.', line: 1, column: 1 }, { folder: 'gone' });
    expect(check({ problems: [missing] })).toEqual(['.:1:1 error missing-workspace']);
  });
});

describe('tags', () => {
  const tagged = [makeEntry('log', 'log.md', { tags: ['research', 'rotary'] }), makeEntry('idea', 'idea.md', { tags: ['rotary'] })];

  it("are compared with the seed's nine where program.md names none, of logs only", () => {
    expect(check({ entries: tagged })).toEqual(['log.md:1:1 warning unknown-tag']);
  });

  it('of every kind are compared with the vocabulary of program.md, list or table', () => {
    expect(check({ entries: tagged, program: { tags: ['research'] } })).toEqual([
      'idea.md:1:1 warning unknown-tag',
      'log.md:1:1 warning unknown-tag',
    ]);
    expect(check({ entries: tagged, program: { tags: { rotary: 'Positions', research: 'Runs' } } })).toEqual([]);
  });

  it('named like a property of every object are unknown as well', () => {
    expect(
      check({ entries: [makeEntry('log', 'log.md', { tags: ['constructor'] })], program: { tags: { training: 'Runs' } } }),
    ).toHaveLength(1);
  });
});

describe('conclusions', () => {
  const places = { conclusions: { line: 7, column: 1, endColumn: 12 }, 'conclusions.1': { line: 9, column: 5, endColumn: 20 } };

  it('that are vague are shown how to be rewritten, each in its own words', () => {
    const log = makeEntry('log', 'log.md', { data: { conclusions: ['9% less', 'The training was more stable', 'Model works better'] } });
    expect(runChecks(buildGraph(makeContent({ entries: [log] }))).map(({ hint }) => hint)).toEqual([
      'Say by how much, and against what, as in "Model: 50/50 runs pass, before 38/50".',
      'Say by how much, and against what, as in "training: 12/50 → 0/50 runs diverged".',
    ]);
  });

  it('that are vague get advice at their own line', () => {
    const log = makeEntry('log', 'log.md', { data: { conclusions: ['Loss fell by 3%', 'Performance improved'] }, places });
    expect(check({ entries: [log] })).toEqual(['log.md:9:5 warning vague-conclusion']);
  });

  it('without any number get advice as a whole', () => {
    const log = makeEntry('log', 'log.md', { data: { conclusions: ['Depth is limited by memory'] }, places });
    expect(check({ entries: [log] })).toEqual(['log.md:7:1 warning no-quantified-conclusion']);
  });

  it('are not asked of a log that draws none, nor of other kinds', () => {
    const entries = [
      makeEntry('log', 'a.md', { data: { conclusions: [] } }),
      makeEntry('page', 'b.md', { data: { conclusions: ['It works'] } }),
    ];
    expect(check({ entries })).toEqual([]);
  });
});

describe('required metrics', () => {
  const metrics = { params: '1', epochs: '2', wall_clock: '3 s', accuracy: '98%', failure_mode: 'none seen', delta: '+1%' };
  const places = { 'tags.0': { line: 4, column: 8, endColumn: 16 }, metrics: { line: 5, column: 10, endColumn: 11 } };
  const training = (data: Readonly<Record<string, unknown>>, at: typeof places | Pick<typeof places, 'tags.0'> = places) =>
    makeEntry('log', 'log.md', { tags: ['training'], data, places: at });
  const messages = (content: Partial<WorkspaceContent>) => runChecks(buildGraph(makeContent(content))).map(({ message }) => message);

  it("are the seed's for training, the commits included", () => {
    expect(check({ entries: [training({ metrics, commits: ['abc1234'] })] })).toEqual([]);
    expect(messages({ entries: [training({ metrics })] })).toEqual(['A log tagged "training" has "commits", which is missing here']);
    expect(messages({ entries: [training({ metrics: { ...metrics, delta: undefined }, commits: [] })] })).toHaveLength(1);
  });

  it('are asked for at the metrics, or at the tag, once a log; an error in a strict workspace', () => {
    expect(check({ entries: [training({ metrics: { params: '1' } })] })).toEqual(['log.md:5:10 warning missing-metrics']);
    const { 'tags.0': tag } = places;
    expect(check({ entries: [training({}, { 'tags.0': tag })], strict: true })).toEqual(['log.md:4:8 error missing-metrics']);
  });

  it('are what program.md says, for any tag; a metric that only stands before or after is missing', () => {
    const program = { required_metrics: { performance: ['seconds'] } };
    const log = (data: Readonly<Record<string, unknown>>) => makeEntry('log', 'log.md', { tags: ['performance', 'training'], data });
    expect(check({ entries: [log({ metrics: { seconds: '9' } })], program })).toEqual([]);
    expect(check({ entries: [log({ metrics: { before: { seconds: '9' } } })], program })).toEqual(['log.md:1:1 warning missing-metrics']);
  });
});

describe('actions', () => {
  const runLogs = (path: string, ...actions: readonly string[]) => {
    const text = actions.map((action) => `[2026-01-01 00:00:00] ${action}\n`).join('');
    const { runLog } = parseRunLog({ path, text, digest: '', problems: [] });
    return runLog === null ? [] : [runLog];
  };

  it('are compared with the lists of the canonical logs, in strict workspaces, at their own column', () => {
    const known = runLogs('sweep/scaffold-inspect.log', 'CREATE_EVAL_DIRS', 'CREATE_EVAL_DIR', 'VALIDATE_SCRIPTS');
    expect(check({ runLogs: known, strict: true })).toEqual(['sweep/scaffold-inspect.log:2:23 warning unknown-action']);
    expect(check({ runLogs: known, strict: false })).toEqual([]);
  });

  it('of other logs are free', () => {
    expect(check({ runLogs: runLogs('sweep/run-torchtune.log', 'ANYTHING'), strict: true })).toEqual([]);
  });
});
