import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  fileOrder,
  columnsInQuery,
  compareFilters,
  emptyTableState,
  mostNamedRows,
  readTableQuery,
  writeTableQuery,
  type ColumnFilter,
  type TableState,
} from '#schemas/table-query.ts';

const stateOf = (stated: Partial<TableState>): TableState => ({ ...emptyTableState, ...stated });

describe('the query of a table', () => {
  it('reads as what was done', () => {
    const state = stateOf({
      text: 'rotary warmup',
      sort: [
        { column: 'val_bpb', descending: true },
        { column: 'memory_gb', descending: false },
      ],
      filters: [
        { kind: 'text', column: 'description', text: 'élan' },
        { kind: 'choice', column: 'status', choices: ['crash', 'keep'] },
        { kind: 'range', column: 'val_bpb', min: null, max: 0.98 },
      ],
      columns: ['commit', 'val_bpb'],
      pinnedColumns: ['commit'],
      pinnedRows: [3],
      selectedRows: [42, 3],
      groupBy: 'configuration',
      onlyDifferent: true,
      density: 'compact',
    });
    const query =
      'q=rotary+warmup&sort=-val_bpb,memory_gb&description=~%C3%A9lan&status=crash&status=keep&val_bpb=..0.98&cols=commit,val_bpb&pin=commit&pinrows=3&rows=42,3&group=configuration&diff=1&dense=1';
    expect(writeTableQuery(state)).toBe(query);
    expect(readTableQuery(query)).toEqual(state);
    expect(columnsInQuery(state)).toEqual(['val_bpb', 'memory_gb', 'description', 'status', 'commit', 'configuration']);
  });

  it('of nothing is empty', () => {
    expect(writeTableQuery(emptyTableState)).toBe('');
    expect(readTableQuery('')).toEqual(emptyTableState);
  });

  it('may be given with its question mark, or as the whole address', () => {
    const expected = stateOf({ sort: [{ column: 'loss', descending: true }] });
    for (const query of ['sort=-loss', '?sort=-loss', 'https://example.org/results/results/?sort=-loss#run-3']) {
      expect(readTableQuery(query)).toEqual(expected);
    }
  });

  it.each([
    ['..', { kind: 'range', column: 'c', min: null, max: null }],
    ['-1.5..2e3', { kind: 'range', column: 'c', min: -1.5, max: 2000 }],
    ['.5..', { kind: 'range', column: 'c', min: 0.5, max: null }],
    ['0.98', { kind: 'choice', column: 'c', choices: ['0.98'] }],
    ['a..b', { kind: 'choice', column: 'c', choices: ['a..b'] }],
    ['1e999..', { kind: 'choice', column: 'c', choices: ['1e999..'] }],
    ['=..', { kind: 'choice', column: 'c', choices: ['..'] }],
    ['=~78%25', { kind: 'choice', column: 'c', choices: ['~78%'] }],
    ['', { kind: 'choice', column: 'c', choices: [''] }],
    ['~78', { kind: 'text', column: 'c', text: '78' }],
  ] as const)('reads the filter c=%s', (value, filter) => {
    expect(readTableQuery(`c=${value}`).filters).toEqual([filter]);
  });

  it('tells columns from its own words by a dot', () => {
    const state = stateOf({ filters: ['.dotted', 'q', 'sort'].map((column) => ({ kind: 'text', column, text: 'x' })) });
    expect(writeTableQuery(state)).toBe('..dotted=~x&.q=~x&.sort=~x');
    expect(readTableQuery(writeTableQuery(state))).toEqual(state);
  });

  it('takes columns whose names hold what means something in a list', () => {
    const names = ['a,b', '-c', 'd\\', '\\,', ',', '-', 'é & ü'];
    const state = stateOf({ columns: names, sort: names.map((column, index) => ({ column, descending: index % 2 === 0 })) });
    expect(readTableQuery(writeTableQuery(state))).toEqual(state);
  });

  it('leaves out what it does not understand', () => {
    expect(readTableQuery('rows=3,0,-1,x,3,1e2,99999999999999999999,5&sort=,-,a,-a&group=&diff=yes&dense=&cols=,,&%&=x&~')).toEqual(
      stateOf({
        selectedRows: [3, 5],
        sort: [
          { column: fileOrder, descending: true },
          { column: 'a', descending: false },
        ],
        filters: [
          { kind: 'choice', column: '%', choices: [''] },
          { kind: 'choice', column: '~', choices: [''] },
        ],
      }),
    );
  });

  it('names no more than so many rows', () => {
    const ordinals = Array.from({ length: 5_000 }, (_, index) => index + 1);
    expect(readTableQuery(writeTableQuery(stateOf({ selectedRows: ordinals }))).selectedRows).toHaveLength(mostNamedRows);
  });
});

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('q', 'sort', '.x', 'a,b', '-a', '\\', '__proto__', 'val_bpb'),
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
  fc.constantFrom('%', '%E0%A4', '\ud800', '?#', '\\'),
);
const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
const filter: fc.Arbitrary<ColumnFilter> = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), column: name, min: bound, max: bound }),
  fc.record({ kind: fc.constant('text' as const), column: name, text: fc.string({ unit: 'grapheme', minLength: 1 }) }),
  fc.record({
    kind: fc.constant('choice' as const),
    column: name,
    choices: fc
      .uniqueArray(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('..', '1..2', '~a', '=a')), { minLength: 1 })
      .map((choices) => choices.sort()),
  }),
);
const ordinals = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 20 });
const state: fc.Arbitrary<TableState> = fc.record({
  text: fc.string({ unit: 'grapheme' }),
  sort: fc.uniqueArray(fc.record({ column: name, descending: fc.boolean() }), { selector: ({ column }) => column }),
  filters: fc
    .uniqueArray(filter, { selector: (one) => (one.kind === 'choice' ? `choice ${one.column}` : JSON.stringify(one)) })
    .map((filters) => filters.sort(compareFilters)),
  columns: fc.uniqueArray(name),
  pinnedColumns: fc.uniqueArray(name),
  pinnedRows: ordinals,
  selectedRows: ordinals,
  groupBy: fc.option(name),
  onlyDifferent: fc.boolean(),
  density: fc.constantFrom('comfortable', 'compact'),
});

describe('every state and every query', () => {
  it('a state is read as it was written', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(readTableQuery(writeTableQuery(one))).toEqual(one);
      }),
    );
  });

  it('a query of any text is read, and what was read is read again from what is written of it', () => {
    const query = fc.oneof(
      anyText,
      fc
        .array(fc.tuple(fc.oneof(name, fc.constantFrom('sort', 'cols', 'rows', 'diff')), anyText))
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const read = readTableQuery(text);
        expect(readTableQuery(writeTableQuery(read))).toEqual(read);
      }),
    );
  });

  it('the order of its keys does not matter', () => {
    fc.assert(
      fc.property(
        state.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray(writeTableQuery(one).split('&'), { minLength: writeTableQuery(one).split('&').length }),
          ),
        ),
        ([one, parts]) => {
          expect(readTableQuery(parts.join('&'))).toEqual(one);
        },
      ),
    );
  });
});
