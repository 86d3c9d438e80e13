import { describe, expect, it } from 'vitest';
import { bestSoFarChart, type BestSoFarData, type ChartRun } from '#charts/best-so-far-chart.ts';
import { chartRange } from '#charts/chart-range.ts';

const run = (ordinal: number, value: number | null, mark: ChartRun['mark'], bestSoFar = false): ChartRun => ({
  ordinal,
  value,
  mark,
  bestSoFar,
  title: `Run ${ordinal} <b>`,
  href: `/results/results/${ordinal}/`,
});
const data: BestSoFarData = {
  id: 'c1',
  metric: 'val_bpb',
  unit: null,
  direction: 'lower',
  bestLabel: '0.980000',
  width: 720,
  runs: [run(1, 0.99, 'baseline', true), run(2, 0.98, 'kept', true), run(3, 0.985, 'discarded'), run(4, null, 'crashed')],
};
const chart = (changes: Partial<BestSoFarData> = {}) => bestSoFarChart({ ...data, ...changes });
const gradesOf = (svg: string) =>
  [...svg.matchAll(/text-anchor="end"[^>]*>(.*?)<\/g>/g)].flatMap(([, group = '']) =>
    [...group.matchAll(/>(\d[\d.]*)</g)].map(([, text]) => Number(text)),
  );

describe('bestSoFarChart', () => {
  it('holds neither a style element nor an inline style, so that it passes a strict policy', () => {
    expect(chart().svg).not.toMatch(/<style|style=/);
  });

  it('scales by its viewBox and has a name and a description', () => {
    const { svg, summary } = chart();
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 720 \d+"/);
    expect(svg).not.toMatch(/^<svg [^>]*\bwidth=/);
    expect(svg).toContain('role="group" aria-labelledby="c1-title c1-description"');
    expect(svg).toContain('<title id="c1-title">Best val_bpb so far</title>');
    expect(svg).toContain(`<desc id="c1-description">${summary}</desc>`);
  });

  it('is nothing but its two texts to assistive technology', () => {
    const drawn = [...chart().svg.matchAll(/<g /g)].length;
    expect(chart().svg.match(/<g [^>]*aria-hidden="true"/g)).toHaveLength(drawn);
  });

  it('says in words what it shows', () => {
    expect(chart().summary).toBe(
      '4 runs: 1 baseline, 1 kept, 1 discarded, 1 crashed. val_bpb (lower is better) went from 0.99 in run 1 to 0.980000 in run 2; the best so far changed once.',
    );
    expect(chart({ direction: null, runs: data.runs.map((each) => ({ ...each, bestSoFar: false })) }).summary).toContain(
      'Which way val_bpb is better is not known',
    );
    expect(chart({ runs: [run(1, null, 'crashed')] }).summary).toBe('1 run: 1 crashed. None of them has a value of val_bpb that counts.');
  });

  it('draws each sort of run with a class and a shape of its own', () => {
    const { svg } = chart();
    for (const mark of ['baseline', 'kept', 'discarded', 'crashed']) expect(svg).toContain(`class="mark-${mark}"`);
    const shapes = [...svg.matchAll(/class="mark-(?:baseline|kept|crashed)"[^>]*>.*?(<circle|<path)[^>]*?(?:\sd="([^"]*)")?>/g)].map(
      ([, tag, path]) => `${tag} ${path}`,
    );
    expect(new Set(shapes).size).toBe(3);
  });

  it('links each mark to its run, for pointers only, with escaped texts', () => {
    const { svg } = chart();
    expect(svg.match(/<a [^>]*href="\/results\/results\/\d\/"[^>]*tabindex="-1"/g)).toHaveLength(4);
    expect(svg).toContain('<title>Run 1 &lt;b&gt;</title>');
  });

  it('names metric and direction on the axis', () => {
    expect(chart().svg).toContain('val_bpb (lower is better)');
    expect(chart({ direction: null }).svg).not.toContain('is better)');
    expect(chart({ unit: 'bits' }).svg).toContain('val_bpb (bits, lower is better)');
  });

  it('never lets a crash at zero squeeze the axis', () => {
    const grades = gradesOf(chart({ runs: [...data.runs, run(5, 0, 'crashed')] }).svg);
    expect(grades.length).toBeGreaterThan(1);
    expect(Math.min(...grades)).toBeGreaterThan(0.9);
  });

  it('draws a run that went astray beyond the edge, and says so', () => {
    const { svg, summary } = chart({ runs: [...data.runs, run(5, 70, 'discarded')] });
    expect(Math.max(...gradesOf(svg))).toBeLessThan(1);
    expect(svg.match(/class="mark-discarded"/g)).toHaveLength(2);
    expect(summary).toContain('1 run lies beyond the drawn range, at the edge.');
  });

  it('keeps links to the runs that count where there are very many others', () => {
    const others = Array.from({ length: 2000 }, (_, index) => run(index + 5, 0.985, 'discarded'));
    const { svg } = chart({ runs: [...data.runs, ...others] });
    expect(svg.match(/<a /g)).toHaveLength(2);
    expect(svg.length).toBeLessThan(40_000);
  });

  it('is the same each time', () => {
    expect(chart().svg).toBe(chart().svg);
  });

  it('leaves links and titles away where there are very many runs', () => {
    const runs = Array.from({ length: 2000 }, (_, index) => run(index + 1, 1 + (index % 7), 'other'));
    expect(chart({ runs }).svg).not.toContain('<a ');
  });

  it.each([
    ['no run', []],
    ['one run', [run(1, 0.5, 'other', true)]],
    ['equal values', [run(1, 0.5, 'kept', true), run(2, 0.5, 'kept')]],
  ])('draws %s without invalid coordinates', (_, runs) => {
    expect(chart({ runs }).svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('chartRange', () => {
  const kept = (value: number) => ({ value, mark: 'kept' });
  const discarded = (value: number) => ({ value, mark: 'discarded' });

  it('is the extent of the runs that were not discarded', () => {
    expect(chartRange([kept(1), kept(3), { value: null, mark: 'kept' }])).toEqual({ low: 1, high: 3 });
  });

  it('takes in discarded runs nearby and leaves out those that went astray', () => {
    expect(chartRange([kept(1), kept(3), discarded(5), discarded(700)])).toEqual({ low: 1, high: 5 });
  });

  it('has room around a single value and without any', () => {
    expect(chartRange([kept(2)])).toEqual({ low: 1.9, high: 2.1 });
    expect(chartRange([])).toEqual({ low: 0, high: 1 });
  });
});
