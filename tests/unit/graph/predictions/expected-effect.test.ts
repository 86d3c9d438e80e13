import { describe, expect, it } from 'vitest';
import { readExpectedEffect } from '#graph/predictions/expected-effect.ts';

const loss = { name: 'val_bpb', direction: 'lower', unit: null } as const;
const accuracy = { name: 'accuracy', direction: 'higher', unit: '%' } as const;
const amount = (low: number, high: number, isRelative = false) => ({ says: 'amount', low, high, isRelative });

describe('what the frontmatter of an idea expects', () => {
  it.each([
    ['+0.05', amount(0.05, 0.05)],
    ['-0.05 val_bpb', amount(-0.05, -0.05)],
    ['−0.05', amount(-0.05, -0.05)],
    ['about -0.05', amount(-0.05, -0.05)],
    ['-1.5%', amount(-1.5, -1.5, true)],
    ['-2% to -1%', amount(-2, -1, true)],
    ['-2 to -5', amount(-5, -2)],
    ['-0.02..-0.05', amount(-0.05, -0.02)],
    ['-2–5%', amount(-5, -2, true)],
    ['between -0.01 and +0.01', amount(-0.01, 0.01)],
    ['at least -0.01', amount(-Infinity, -0.01)],
    ['>= +0.01', amount(0.01, Infinity)],
    ['up to -0.01', amount(-0.01, 0)],
    ['-1e-3 (one seed)', amount(-0.001, -0.001)],
    ['0.02 lower', amount(-0.02, -0.02)],
    ['5% better', amount(-5, -5, true)],
    ['5% worse', amount(5, 5, true)],
    ['-0.02 to 0.01', amount(-0.02, 0.01)],
    ['-5-10%', amount(-10, -5, true)],
    ['-0.05 or more', amount(-Infinity, -0.05)],
  ])('reads %s', (text, effect) => {
    expect(readExpectedEffect(text, loss, false)).toEqual(effect);
  });

  it.each([
    ['0.05', 'it does not say which way'],
    ['-20% CPU time of the graph', 'it speaks of something other than val_bpb'],
    ['at most 6 of 100 tables', 'it speaks of something other than val_bpb'],
    ['something better than 3', 'it is no amount of change'],
    ['hard to say', 'it states no change of val_bpb'],
    ['-4 to -6 pp', 'val_bpb is not counted in percent, so that points say nothing of it'],
    ['-5% absolute', 'val_bpb is not counted in percent, so that points say nothing of it'],
  ])('takes %s for nothing that rows can show', (text, reason) => {
    expect(readExpectedEffect(text, loss, false)).toEqual({ reason });
  });

  it('takes an amount without a sign for more where higher is better, and % of a metric in % for points', () => {
    expect(readExpectedEffect('0.05', accuracy, false)).toEqual(amount(0.05, 0.05));
    expect(readExpectedEffect('+1.5%', accuracy, false)).toEqual(amount(1.5, 1.5));
    expect(readExpectedEffect('+4 to +6 pp', accuracy, false)).toEqual(amount(4, 6));
    expect(readExpectedEffect('+5% relative', accuracy, false)).toEqual(amount(5, 5, true));
    expect(readExpectedEffect('5% lower', accuracy, false)).toEqual(amount(-5, -5));
  });
});

describe('what the label of a job expects', () => {
  it.each([
    ['expect +0.05 metric', amount(0.05, 0.05)],
    ['rotary saves 0.1 bpb', amount(-0.1, -0.1)],
    ['rotary v2 saves 0.1 bpb', amount(-0.1, -0.1)],
    ['improves val_bpb by 0.01', amount(-0.01, -0.01)],
    ['pre-norm better', { says: 'direction', sign: -1 }],
  ])('reads %s', (text, effect) => {
    expect(readExpectedEffect(text, loss, true)).toEqual(effect);
  });

  it('takes a label about something else for no prediction of the metric', () => {
    expect(readExpectedEffect('2x batch size same speed', loss, true)).toEqual({ reason: 'it speaks of something other than val_bpb' });
    expect(readExpectedEffect('no better', loss, true)).toEqual({ reason: 'it states no change of val_bpb' });
  });
});
