import { describe, expect, it } from 'vitest';
import { checkCells } from '#write/fitting-cells.ts';
import { makeTable } from '../graph/make-content.ts';

const table = makeTable('results.tsv', 'commit\tval_bpb\tstatus\tnotes', 'a1b2c3d\t0.97\tkeep\tx', 'b1b2c3d\t0.98\tphase_two\ty');
const check = (val: string, status: string) => checkCells(table, ['c1b2c3d', val, status, 'z'], {});

describe('checkCells', () => {
  it.each([
    ['0.96', 'keep'],
    ['9.6e-1', 'KEEP:major_win'],
    ['~0.96 ± 0.01', 'phase_two'],
    ['', ''],
    ['n/a', 'TIE'],
    ['inf', 'crash'],
    ['OOM', 'crash'],
  ])('lets %j and %j pass', (val, status) => {
    expect(check(val, status)).toEqual([]);
  });

  it('refuses text for a number', () => {
    expect(() => check('low', 'keep')).toThrow('Unexpected "low" for "val_bpb", expected a number');
  });

  it('refuses a slip of the pen, and says what was meant', () => {
    expect(() => check('0.96', 'keeep')).toThrow(
      expect.objectContaining({ message: 'Unknown status "keeep"', hint: 'Did you mean "keep"?' }),
    );
  });

  it('warns of an unknown word, and of another unit', () => {
    expect(check('0.96', 'phase_three')).toEqual([expect.stringContaining('"phase_three" counts as "other"')]);
    expect(check('96%', 'keep')).toEqual([expect.stringContaining('will not be compared')]);
  });

  it('asks nothing of the first row of a table but numbers for metrics', () => {
    const empty = makeTable('results.tsv', 'commit\tval_bpb\tstatus');
    expect(checkCells(empty, ['a', '96%', 'baseline'], {})).toEqual([]);
    expect(() => checkCells(empty, ['a', 'good', 'keep'], {})).toThrow('expected a number');
  });

  it('goes by the roles that program.md declares', () => {
    const roles = { path: 'results.tsv', roles: { notes: 'metric' as const } };
    expect(() => checkCells(table, ['c', '0.9', 'keep', 'words'], { tables: [roles] })).toThrow('"notes"');
  });
});
