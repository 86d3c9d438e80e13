import { describe, expect, it } from 'vitest';
import { createColumnStore, numberAt, textAt } from '#client/table/column-store.ts';
import { readColumnData, readManifest } from '#client/table/read-table-data.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Program } from '#schemas/program.ts';
import type { TableManifest } from '#schemas/table-data.ts';
import { createHref } from '#views/href.ts';
import { tableDataAddress, tableFiles } from '#views/results/table-data.ts';
import { makeContent, makeTable } from '../../graph/make-content.ts';

const header = 'commit\tval_bpb\tstatus\tdescription';
const rows = [
  'bea057b\t0.9979\tkeep\tbaseline',
  '187e419\t0.982603\tdiscard\twarmup',
  '0640555\t0.000000\tcrash\tOOM',
  '88e6082\t0.984\tKEEP:win\tdeeper',
];

function graphOf(lines: readonly string[], program: Partial<Program> = {}): { graph: KnowledgeGraph; results: Results } {
  const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)], program }));
  const results = graph.results.get('results');
  if (results === undefined) throw new Error('the graph has no table');
  return { graph, results };
}

/** What a browser makes of the files. */
function read(lines: readonly string[], program?: Partial<Program>) {
  const { graph, results } = graphOf(lines, program);
  const { manifest: name, files } = tableFiles(results, graph);
  const content = (file: string): unknown => JSON.parse(files.get(file) ?? '');
  const manifest = readManifest(content(name));
  const store = createColumnStore(
    manifest,
    manifest.columns.map((info) => readColumnData(content(info.file), info, manifest.rows)),
  );
  return { manifest, store, files };
}
const typesOf = ({ columns }: TableManifest) => Object.fromEntries(columns.map(({ name, type }) => [name, type]));
const repeated = (line: string, times = 12): string[] => Array.from({ length: times }, (_, row) => line.replaceAll('#', String(row)));

describe('the files of a table', () => {
  it('give back every cell as it is written', () => {
    const { store } = read([header, ...rows]);
    expect(
      rows.map((_, row) =>
        store.columns
          .slice(0, 4)
          .map((column) => textAt(column, row))
          .join('\t'),
      ),
    ).toEqual(rows);
  });

  it('hold the values of the main metric, none for a crash', () => {
    const column = read([header, ...rows]).store.byName.get('val_bpb');
    expect(column === undefined ? [] : rows.map((_, row) => numberAt(column, row))).toEqual([0.9979, 0.982603, null, 0.984]);
  });

  it('say of each column what it is', () => {
    const { manifest } = read([header, ...rows], { metric: { name: 'val_bpb', direction: 'lower', unit: 'bpb' } });
    expect(manifest.columns.slice(0, 4).map(({ name, role, type, direction, unit }) => [name, role, type, direction, unit])).toEqual([
      ['commit', 'commit', 'text', null, null],
      ['val_bpb', 'metric', 'number', 'lower', 'bpb'],
      ['status', 'status', 'choice', null, null],
      ['description', 'description', 'text', null, null],
    ]);
  });

  it('say which way is better of the main metric, and of others where program.md does', () => {
    const lines = ['commit\tval_loss\tmemory_gb\tacc\tstatus', 'a\t1\t44\t0.5\tkeep', 'b\t2\t45\t0.6\tkeep'];
    const { manifest } = read(lines, {
      metrics: [{ name: 'acc', direction: 'higher', unit: '%' }],
      tables: [{ path: 'results.tsv', metric: 'val_loss' }],
    });
    expect(manifest.columns.slice(1, 4).map(({ name, direction, unit }) => [name, direction, unit])).toEqual([
      ['val_loss', 'lower', null],
      ['memory_gb', null, null],
      ['acc', 'higher', '%'],
    ]);
  });

  it('say which runs were best, and which have a page', () => {
    expect(read([header, ...rows]).manifest).toMatchObject({ rows: 4, pages: 'all', bestSoFar: [1, 4], best: 4 });
    const many = Array.from({ length: 501 }, (_, row) => `c${row}\t${1 + (row % 9)}\tdiscard\td${row}`);
    expect(read([header, 'base\t5\tbaseline\tx', ...many]).manifest).toMatchObject({ rows: 502, pages: [1], bestSoFar: [1], best: 1 });
  });

  it('list only the values that a browser would not read itself', () => {
    const { files, manifest } = read(['id\tscore\tsize', 'a\t11,048\t16 MB', 'b\t~78\t2 GB', 'c\t5\t20 MB', 'd\t\t']);
    const contentOf = (name: string): unknown =>
      JSON.parse(files.get(manifest.columns.find((column) => column.name === name)?.file ?? '') ?? '');
    expect(contentOf('score')).toEqual({ type: 'number', cells: ['11,048', '~78', '5', ''], values: { 0: 11_048, 1: 78 } });
    expect(contentOf('size')).toEqual({ type: 'number', cells: ['16 MB', '2 GB', '20 MB', ''], values: { 1: null } });
  });

  it('tell numbers, choices and text by whole columns, names and seeds never as numbers', () => {
    const lines = ['run_id\tseed\tlr\toptimizer\tbranch\tacc', ...repeated('1#\t42\t1e-#\tadam\tbranch-#\t0.5')];
    expect(typesOf(read(lines).manifest)).toMatchObject({
      run_id: 'text',
      seed: 'choice',
      lr: 'number',
      optimizer: 'choice',
      branch: 'text',
      acc: 'number',
    });
  });

  it('take few rows, and cells that are long, for text', () => {
    expect(typesOf(read(['id\topt', 'a\tadam', 'b\tsgd']).manifest)).toMatchObject({ opt: 'text' });
    expect(typesOf(read(['id\tx\tacc', ...repeated(`r#\t${'long '.repeat(20)}\t0.#`)]).manifest)).toMatchObject({ x: 'text' });
  });

  it('say what each word of status was read as', () => {
    const status = read([header, ...rows]).store.byName.get('status');
    expect(
      status?.type === 'choice' ? Object.fromEntries(status.choices.map((choice, code) => [choice, status.meanings[code]])) : null,
    ).toEqual({
      keep: 'keep',
      discard: 'discard',
      crash: 'crash',
      'KEEP:win': 'keep',
    });
  });

  it('carry verdicts and configurations behind the columns of the file, under names that it does not use', () => {
    const lines = [
      'id\tverdict\tval_bpb\tseed',
      ...['a', 'b', 'c'].map((id, seed) => `base ${id}\tbaseline\t1.0${seed}\t${seed}`),
      'x\tkeep\t0.9\t0',
    ];
    const { manifest, store } = read(lines);
    expect(manifest.columns.slice(4).map(({ name, role, type }) => [name, role, type])).toEqual([
      ['verdict (computed)', 'verdict', 'choice'],
      ['configuration', 'configuration', expect.stringMatching(/choice|text/)],
    ]);
    const configuration = store.byName.get('configuration');
    expect(configuration === undefined ? '' : textAt(configuration, 3)).toBe('run 4');
  });

  it('say of ragged rows what is odd about them', () => {
    const ragged = read([header, ...rows, 'abc\t0.9', 'd\t0.8\tkeep\tx\tmore']).store.byName.get('ragged');
    expect(ragged === undefined ? [] : [0, 4, 5].map((row) => textAt(ragged, row))).toEqual([
      '',
      'fewer cells than columns',
      '5 cells in 4 columns; beyond the last: “more”',
    ]);
  });

  it('are named by their content: what did not change keeps its name', () => {
    const [before, after] = [read([header, ...rows]), read([header, ...rows.with(1, '187e419\t0.9\tdiscard\twarmup')])];
    const names = (read: typeof before) => read.manifest.columns.slice(0, 4).map(({ file }) => file);
    expect(names(after).map((file, index) => file === names(before)[index])).toEqual([true, false, true, true]);
    expect([...before.files.keys()].every((name) => /^(?:c\d+|manifest)\.[0-9a-f]{10}\.json$/.test(name))).toBe(true);
  });

  it('are made once, and lie beside the page of the table', () => {
    const { graph, results } = graphOf([header, ...rows]);
    const href = createHref({ base: '/', site: null, repository: null, folder: '' });
    expect(tableFiles(results, graph)).toBe(tableFiles(results, graph));
    expect(tableDataAddress(results, graph, href)).toBe(`/results/results/data/${tableFiles(results, graph).manifest}`);
  });

  it.each([
    ['a header alone', [header]],
    ['nothing but crashes', [header, 'a\t0\tcrash\tx', 'b\t0\tcrash\ty']],
    ['no metric', ['name\tnote', 'a\tx', 'b\ty']],
    ['cells that look like markup or keys', ['__proto__\tconstructor', '__proto__\t</script>', 'x\t__proto__', '\u0000\t\\u0000']],
    ['a curve', ['step\tloss', ...repeated('#\t0.#')]],
  ])('are there for a table with %s', (_, lines) => {
    const { store, manifest } = read(lines);
    expect(manifest.rows).toBe(lines.length - 1);
    expect(
      lines.slice(1).map((line, row) =>
        store.columns
          .slice(0, line.split('\t').length)
          .map((column) => textAt(column, row))
          .join('\t'),
      ),
    ).toEqual(lines.slice(1));
  });
});

describe('named views', () => {
  const views = (...stated: NonNullable<Program['views']>) => read([header, ...rows], { views: stated }).manifest.views;

  it('are those of the table, written as its page writes them', () => {
    expect(
      views(
        { name: 'Kept', table: 'results.tsv', query: '?status=keep&sort=-val_bpb' },
        { name: 'Elsewhere', table: 'other.tsv', query: 'status=keep' },
      ),
    ).toEqual([{ name: 'Kept', query: 'sort=-val_bpb&status=keep' }]);
  });

  it('without a table are those of every table that has their columns', () => {
    expect(
      views(
        { name: 'Best first', query: 'sort=val_bpb' },
        { name: 'By depth', query: 'group=depth' },
        { name: 'Judged', query: 'sort=verdict' },
      ),
    ).toEqual([
      { name: 'Best first', query: 'sort=val_bpb' },
      { name: 'Judged', query: 'sort=verdict' },
    ]);
  });
});
