import { describe, expect, it } from 'vitest';
import { replicateStrip, type StripRow } from '#charts/replicate-strip.ts';

const row = (name: string, values: readonly number[], stated: Partial<StripRow> = {}): StripRow => ({
  name,
  about: 'depth <9>',
  isBaseline: false,
  runs: values.map((value, index) => ({ ordinal: index + 1, value, isFresh: index > 0 })),
  mean: values.at(-1) ?? 0,
  interval: null,
  value: '0.98, n 2',
  word: '',
  ...stated,
});

function draw(rows: readonly StripRow[], width = 520) {
  const linkOf = ({ ordinal }: { ordinal: number }) => ({ href: `/runs/${ordinal}/`, title: `Run ${ordinal}` });
  return replicateStrip({ metric: 'val_bpb', unit: null, direction: 'lower', rows, linkOf, summary: 'What it shows.' })({
    id: 'r1',
    width,
  });
}

describe('a strip of replicates', () => {
  it('has a ring for the run that was chosen and a dot for each fresh one, all linked', () => {
    const { svg } = draw([row('run 1', [0.97, 0.98, 0.99])]);
    expect(
      [...svg.matchAll(/class="strip-dots" fill="([^"]+)"[^>]*>(.*?)<\/g>/g)].map(([, fill, dots = '']) => [
        fill,
        dots.match(/<a /g)?.length,
      ]),
    ).toEqual([
      ['none', 1],
      ['currentColor', 2],
    ]);
  });

  it('names each row with its mean and the word of its rank, as text that is no markup', () => {
    const { svg } = draw([row('run 1', [1, 2], { word: 'tied with the best' })]);
    expect(svg).toContain('>run 1 <tspan class="faint">depth &lt;9&gt;</tspan></text>');
    expect(svg).toContain('<tspan class="strip-word">tied with the best</tspan> · 0.98, n 2</text>');
  });

  it('closes an interval at both ends, and leaves it open where the picture ends before it', () => {
    const barOf = (low: number, high: number) =>
      /class="strip-interval"[^>]*><path[^>]* d="([^"]*)"/.exec(
        draw([row('run 1', [1, 2], { mean: 1.5, interval: { low, high } })]).svg,
      )?.[1] ?? '';
    expect(barOf(1.2, 1.8).match(/v/g)).toHaveLength(3);
    expect(barOf(-100, 1.8).match(/v/g)).toHaveLength(2);
    expect(draw([row('run 1', [1, 2], { mean: 1.5, interval: { low: -100, high: 100 } })]).note).toBe(
      'One interval ends beyond the drawn range.',
    );
  });

  it('draws the mean of the baselines through all rows', () => {
    const baselines = row('baselines', [1, 1.1], { isBaseline: true, about: '' });
    expect(draw([row('run 3', [0.9, 0.95]), baselines]).svg).toContain('class="noise-mean"');
    expect(draw([row('run 3', [0.9, 0.95])]).svg).not.toContain('noise-mean');
  });

  it.each([
    ['one value', [row('run 1', [1])]],
    ['equal values', [row('run 1', [1, 1], { interval: { low: 1, high: 1 } })]],
    ['huge values', [row('run 1', [1e300, -1e300], { interval: { low: -1.7e308, high: 1.7e308 } })]],
    ['no number', [row('run 1', [NaN, 1], { mean: NaN, interval: { low: NaN, high: NaN } })]],
  ])('draws %s without invalid coordinates', (_, rows) => {
    expect(draw(rows).svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('thins a row of very many runs, and says so', () => {
    const { svg, note } = draw([
      row(
        'baselines',
        Array.from({ length: 5000 }, (_, index) => index),
        { isBaseline: true },
      ),
    ]);
    expect(note).toMatch(/^Drawn: \d+ of 5,000 marks/);
    expect(svg.length).toBeLessThan(20_000);
  });
});
