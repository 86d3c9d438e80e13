import { describe, expect, it } from 'vitest';
import { findingAnchor, isFindingAnchor, withoutMarkup } from '#schemas/finding-text.ts';
import { expectLinear } from '../../linear-time.ts';

describe('the anchor of a finding', () => {
  it('never changes: addresses stand in papers and messages', () => {
    expect(findingAnchor('Rotary lowers val_bpb by 0.011')).toBe('f-08eb0d42');
    expect(findingAnchor('再現しなかった。')).toBe('f-b3cf912b');
  });

  it.each([
    'rotary lowers val_bpb by 0.011',
    '  Rotary lowers\n  val_bpb by 0.011.  ',
    '**Rotary** lowers `val_bpb` by 0.011!',
    '*Rotary* lowers [val_bpb](../results.tsv) by 0.011…',
    'Rotary lowers val_bpb by 0.011',
  ])('is the same for %j', (text) => {
    expect(findingAnchor(text)).toBe(findingAnchor('Rotary lowers val_bpb by 0.011'));
  });

  it('is the same however a letter is composed', () => {
    expect(findingAnchor('Caf\u00e9')).toBe(findingAnchor('Cafe\u0301'));
  });

  it.each(['Rotary lowers val_bpb by 0.012', 'Rotary raises val_bpb by 0.011', 'Rotary lowers val_bpb by 0.011 (3 seeds)'])(
    'is another for %j',
    (text) => {
      expect(findingAnchor(text)).not.toBe(findingAnchor('Rotary lowers val_bpb by 0.011'));
    },
  );

  it('is recognised among fragments', () => {
    expect(['f-1a2b3c4d', 'f-1A2B3C4D', 'f-123', 'results'].map(isFindingAnchor)).toEqual([true, false, false, false]);
  });
});

describe('a text without markup', () => {
  it.each([
    ['see [[rotary|the idea]] and [[rotary]]', 'see the idea and rotary'],
    ['![loss](loss.png) <b>fell</b> <!-- really -->', 'loss fell'],
    ['_val_ of val_bpb, `a_b_c` and `[x](y)`', 'val of val_bpb, `a_b_c` and `[x](y)`'],
    ['3 * 4 * 5, <lambda>, p<0.05, $x$, a\\_b', '3 * 4 * 5, <lambda>, p<0.05, $x$, a_b'],
  ])('of %j is %j', (text, plain) => {
    expect(withoutMarkup(text)).toBe(plain);
  });

  it('takes linear time', () => {
    for (const piece of ['[', '[[', '[a](', '*a ', '_a ', '<b ', '`', '<!--', '.'])
      expectLinear((count) => piece.repeat(count), findingAnchor, 20_000);
  });
});
