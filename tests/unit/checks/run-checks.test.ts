import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { problem } from '#diagnostics/catalogue.ts';
import { buildGraph } from '#graph/build-graph.ts';
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
  const tagged = [makeEntry('log', 'log.md', { tags: ['training', 'rotary'] }), makeEntry('idea', 'idea.md', { tags: ['rotary'] })];

  it("are compared with the seed's nine where program.md names none, of logs only", () => {
    expect(check({ entries: tagged })).toEqual(['log.md:1:1 warning unknown-tag']);
  });

  it('of every kind are compared with the vocabulary of program.md, list or table', () => {
    expect(check({ entries: tagged, program: { tags: ['training'] } })).toEqual([
      'idea.md:1:1 warning unknown-tag',
      'log.md:1:1 warning unknown-tag',
    ]);
    expect(check({ entries: tagged, program: { tags: { rotary: 'Positions', training: 'Runs' } } })).toEqual([]);
  });

  it('named like a property of every object are unknown as well', () => {
    expect(
      check({ entries: [makeEntry('log', 'log.md', { tags: ['constructor'] })], program: { tags: { training: 'Runs' } } }),
    ).toHaveLength(1);
  });
});

describe('conclusions', () => {
  const places = { conclusions: { line: 7, column: 1, endColumn: 12 }, 'conclusions.1': { line: 9, column: 5, endColumn: 20 } };

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

describe('actions', () => {
  const runLog = (name: string, ...actions: readonly string[]) => ({
    path: `sweep/${name}.log`,
    name,
    experiment: 'sweep',
    events: actions.map((action, index) => ({
      timestamp: '2026-01-01T00:00:00',
      action,
      description: '',
      fields: [],
      notes: [],
      line: index + 1,
      lastLine: index + 1,
    })),
  });

  it('are compared with the lists of the canonical logs, in strict workspaces', () => {
    const runLogs = [
      runLog('design-experiment', 'VERIFY_MODEL', 'VERIFY_MODLE', 'COMPLETE'),
      runLog('scaffold-inspect', 'SCAFFOLD_INSPECT_START'),
    ];
    expect(check({ runLogs, strict: true })).toEqual(['sweep/design-experiment.log:2:1 warning unknown-action']);
    expect(check({ runLogs, strict: false })).toEqual([]);
  });

  it('of other logs are free', () => {
    expect(check({ runLogs: [runLog('run-torchtune', 'ANYTHING')], strict: true })).toEqual([]);
  });
});
