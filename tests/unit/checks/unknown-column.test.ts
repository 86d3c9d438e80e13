import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { Program } from '#schemas/program.ts';
import { makeContent, makeEntry, makeTable } from '../graph/make-content.ts';

/** What is said of `program.md` beside two tables. */
function found(views: NonNullable<Program['views']>): string[] {
  const program = makeEntry('page', 'program.md', { places: { 'views.0.query': { line: 7, column: 12, endColumn: 40 } } });
  const tables = [makeTable('results.tsv', 'commit\tloss\tloss\tstatus', 'a\t1\t2\tkeep'), makeTable('other.tsv', 'id\tdepth', 'x\t3')];
  return runChecks(buildGraph(makeContent({ entries: [program], tables, program: { views } }))).flatMap(({ path, line, code, message }) =>
    path === 'program.md' ? [`${line} ${code}: ${message}`] : [],
  );
}

describe('the columns of a named view', () => {
  it('must be in its table: those of its order, filters, columns and groups', () => {
    expect(found([{ name: 'Best', table: 'results.tsv', query: 'sort=-los&depth=3..&cols=commit&group=status' }])).toEqual([
      '7 unknown-column: "views.0.query" names the column "depth", which no results table has',
      '7 unknown-column: "views.0.query" names the column "los", which no results table has',
    ]);
  });

  it('may be in any table where the view names none, and may be those that pages add', () => {
    expect(found([{ name: 'Deep', query: 'depth=3..&sort=loss+(2)&verdict=confirmed&group=configuration&q=x' }])).toEqual([]);
  });

  it('are not looked for in a table that is not there', () => {
    expect(found([{ name: 'Gone', table: 'result.tsv', query: 'x=1' }])).toEqual([
      expect.stringMatching(/^1 unknown-reference: .*result\.tsv/),
    ]);
  });
});
