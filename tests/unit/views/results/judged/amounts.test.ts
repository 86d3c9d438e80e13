import { describe, expect, it } from 'vitest';
import { amountsOf, effectText, probabilityText, statisticText } from '#views/results/judged/amounts.ts';
import { onlyTable, tableGraph } from './judged-workspace.ts';

function amounts(...cells: readonly string[]) {
  return amountsOf(onlyTable(tableGraph(['id\tval_loss\tstatus', ...cells.map((cell, index) => `r${index}\t${cell}\tkeep`)])));
}

describe('amounts', () => {
  it('have as many decimals as the table writes', () => {
    const { value, difference } = amounts('0.9979', '0.9860', '1.0001');
    expect([value(0.98601234), difference(-0.0119), difference(0.5)]).toEqual(['0.9860', '0.0119', '0.5000']);
  });

  it('never show a difference as nothing that is one', () => {
    expect(amounts('1', '2', '3').difference(0.004)).toBe('0.0040');
  });

  it('keep the unit of the cells; differences of percentages are percentage points', () => {
    expect(amounts('16.46 MB', '17.00 MB').difference(0.54)).toBe('0.54 MB');
    const { value, difference, spread } = amounts('87%', '88%');
    expect([value(88), difference(1), spread(0.761)]).toEqual(['88%', '1 pp', '0.76 pp']);
  });

  it('take the decimals of most cells, not of one odd one', () => {
    expect(amounts('0.9', '0.8', '0.7', '1e-300').difference(0.1)).toBe('0.1');
  });

  it('show a spread with two significant digits', () => {
    const { bareSpread } = amounts('1.5', '2.5');
    expect([0.001234, 2.97, 123.4, 0].map(bareSpread)).toEqual(['0.0012', '3.0', '123', '0']);
  });

  it('write what is too small or too large for digits with an exponent, and never NaN', () => {
    const { value } = amounts('1.5', '2.5');
    expect([value(1.5e-9), value(3e15), value(Number.NaN), value(-0.01)]).toEqual(['1.50e−9', '3.00e+15', 'unknown', '0.0']);
  });
});

it('keeps symbol and number of a statistic together', () => {
  expect([effectText(-3.44), probabilityText(0.00213), probabilityText(1e-9), statisticText(-16.031)]).toEqual([
    '3.4\u00A0σ',
    'p\u00A0=\u00A00.0021',
    'p\u00A0<\u00A00.0001',
    '−16.03',
  ]);
});
