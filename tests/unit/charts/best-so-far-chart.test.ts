import { describe, expect, it } from 'vitest';
import { drawBestSoFar, gradesOnY, makeNoise, makeRun } from './make-chart.ts';

const runs = [makeRun(1, 0.99, 'baseline'), makeRun(2, 0.98, 'kept'), makeRun(3, 0.985, 'discarded'), makeRun(4, null, 'crashed')];
const lineOf = (svg: string): string => /class="chart-best"[^>]*><path d="([^"]*)"/.exec(svg)?.[1] ?? '';

describe('a best-so-far chart', () => {
  it('holds neither a style element nor an inline style, so that it passes a strict policy', () => {
    expect(drawBestSoFar(runs, { noise: makeNoise() }).svg).not.toMatch(/<style|style=/);
  });

  it('scales by its viewBox and has a name and a description', () => {
    const { svg, summary } = drawBestSoFar(runs);
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 720 \d+"/);
    expect(svg).not.toMatch(/^<svg [^>]*\bwidth=/);
    expect(svg).toContain('role="group" aria-labelledby="c1-title c1-description"');
    expect(svg).toContain('<title id="c1-title">Best val_bpb so far</title>');
    expect(svg).toContain(`<desc id="c1-description">${summary}</desc>`);
  });

  it('is nothing but its two texts to assistive technology', () => {
    const { svg } = drawBestSoFar(runs);
    const children = svg.replaceAll(/<g [^>]*>/g, (tag) => (tag.includes('aria-hidden="true"') ? '<hidden>' : tag));
    expect(children.match(/<hidden>/g)?.length).toBeGreaterThan(5);
    expect(children).not.toMatch(/<g [^>]*class=/);
  });

  it('says in words what it shows', () => {
    expect(drawBestSoFar(runs).summary).toBe(
      '4 runs: 1 baseline, 1 kept, 1 discarded, 1 crashed. val_bpb (lower is better) went from 0.99 in run 1 to 0.980000 in run 2; the best so far changed once.',
    );
    expect(drawBestSoFar(runs, { direction: null }).summary).toContain('Which way val_bpb is better is not known');
    expect(drawBestSoFar([makeRun(1, null, 'crashed')]).summary).toBe('1 run: 1 crashed. None of them has a value of val_bpb that counts.');
  });

  it('draws each sort of run with a class and a shape of its own', () => {
    const { svg } = drawBestSoFar([...runs, makeRun(5, 0.985, 'other')]);
    const shapes = ['baseline', 'kept', 'discarded', 'crashed', 'other'].map((mark) => {
      const [, fill, drawn] = new RegExp(`class="mark-${mark}" fill="([^"]*)"[^>]*>.*?(<circle|d="[^"]*")`).exec(svg) ?? [];
      return `${fill ?? ''} ${(drawn ?? '').replaceAll(/[\d.\s-]+/g, ' ')}`;
    });
    expect(new Set(shapes).size).toBe(5);
  });

  it('links each mark to its run, for pointers only, with escaped texts', () => {
    const { svg } = drawBestSoFar(runs);
    expect(svg.match(/<a href="\/results\/results\/\d\/" tabindex="-1">/g)).toHaveLength(4);
    expect(svg).toContain('<title>Run 1 &lt;b&gt;</title>');
  });

  it('leaves titles away where no pointer rests, on a narrow page', () => {
    expect(drawBestSoFar(runs, { width: 360 }).svg).toContain('<a href="/results/results/1/" tabindex="-1"><path');
  });

  it('names metric and direction on the axis', () => {
    expect(drawBestSoFar(runs).svg).toContain('val_bpb (lower is better)');
    expect(drawBestSoFar(runs, { direction: null }).svg).toContain('val_bpb of all runs');
    expect(drawBestSoFar(runs, { direction: null }).svg).not.toContain('is better)');
    expect(drawBestSoFar(runs, { unit: 'bits' }).svg).toContain('val_bpb (bits, lower is better)');
  });

  it('steps down where less is better, and up where more is', () => {
    const stepsOf = (direction: 'lower' | 'higher') => [
      ...lineOf(drawBestSoFar([makeRun(1, 2, 'kept'), makeRun(2, 1, 'kept'), makeRun(3, 3, 'kept')], { direction }).svg).matchAll(
        /V([\d.]+)/g,
      ),
    ];
    const start = Number(
      /^M[\d.]+ ([\d.]+)/.exec(lineOf(drawBestSoFar([makeRun(1, 2, 'kept'), makeRun(2, 1, 'kept'), makeRun(3, 3, 'kept')]).svg))?.[1],
    );
    expect(stepsOf('lower')).toHaveLength(1);
    expect(Number(stepsOf('lower')[0]?.[1])).toBeGreaterThan(start);
    expect(stepsOf('higher')).toHaveLength(1);
    expect(Number(stepsOf('higher')[0]?.[1])).toBeLessThan(start);
  });

  it('never lets a crash at zero squeeze the axis', () => {
    const grades = gradesOnY(drawBestSoFar([...runs, makeRun(5, 0, 'crashed')]).svg);
    expect(grades.length).toBeGreaterThan(1);
    expect(Math.min(...grades)).toBeGreaterThan(0.9);
  });

  it('draws a run that went astray beyond the edge, and says so', () => {
    const { svg, note } = drawBestSoFar([...runs, makeRun(5, 70, 'discarded')]);
    expect(Math.max(...gradesOnY(svg))).toBeLessThan(1);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(note).toBe('1 run lies beyond the drawn range, at the edge.');
  });

  it('says which runs have no place along the axis', () => {
    const axis = { kind: 'date', label: 'date', positions: [Date.UTC(2026, 0, 1), null, Date.UTC(2026, 0, 2), null] } as const;
    const { svg, note } = drawBestSoFar(runs, { axis });
    expect(note).toBe('2 runs have no date that can be read and are not drawn.');
    expect(svg.match(/<a /g)).toHaveLength(2);
  });

  it('follows the dates where they run against the file', () => {
    const days = (...of: readonly number[]) => ({
      kind: 'date' as const,
      label: 'date',
      positions: of.map((day) => Date.UTC(2026, 0, day)),
    });
    const two = [makeRun(1, 1, 'kept'), makeRun(2, 2, 'kept')];
    expect(lineOf(drawBestSoFar(two, { axis: days(1, 2) }).svg)).not.toContain('V');
    expect(lineOf(drawBestSoFar(two, { axis: days(2, 1) }).svg)).toMatch(/^M[\d.]+ [\d.]+H[\d.]+V[\d.]+$/);
  });

  it('begins anew where the evaluation changed, and says so at an upright rule', () => {
    const { svg, summary } = drawBestSoFar(
      [makeRun(1, 1, 'kept'), makeRun(2, 3, 'kept', { stratum: 'b' }), makeRun(3, 2, 'kept', { stratum: 'b' })],
      {
        stratum: 'b',
      },
    );
    expect(svg).toContain('class="evaluation-change"');
    expect(svg).toContain('evaluation changed');
    expect(svg.match(/class="chart-best( former)?"/g)).toEqual(['class="chart-best former"', 'class="chart-best"']);
    expect(summary).toContain('The evaluation changed before run 2: runs are compared only with those that were evaluated alike.');
    expect(summary).toContain('went from 3 in run 2 to 0.980000 in run 3');
    expect(drawBestSoFar(runs).svg).not.toContain('evaluation');
  });

  it('is the same each time', () => {
    expect(drawBestSoFar(runs).svg).toBe(drawBestSoFar(runs).svg);
  });

  it.each([
    ['no run', []],
    ['one run', [makeRun(1, 0.5, 'kept')]],
    ['equal values', [makeRun(1, 0.5, 'kept'), makeRun(2, 0.5, 'kept')]],
    ['crashes only', [makeRun(1, null, 'crashed'), makeRun(2, 0, 'crashed')]],
    ['zeros', [makeRun(1, 0, 'kept'), makeRun(2, -0, 'kept')]],
    ['tiny values', [makeRun(1, 1e-300, 'kept'), makeRun(2, 5e-324, 'kept'), makeRun(3, -2e-308, 'discarded')]],
    [
      'huge values',
      [makeRun(1, 1e300, 'kept'), makeRun(2, -1e300, 'kept'), makeRun(3, 1.7e308, 'kept'), makeRun(4, -1.7e308, 'discarded')],
    ],
    ['values that differ in their last digit', [makeRun(1, 1e15, 'kept'), makeRun(2, 1e15 + 0.125, 'kept')]],
    ['values that are no numbers', [makeRun(1, NaN, 'kept'), makeRun(2, Infinity, 'kept'), makeRun(3, 1, 'kept')]],
  ])('draws %s without invalid coordinates', (_, some) => {
    for (const noise of [null, makeNoise({ frontier: [{ runs: 1, value: 1e308 }] }), makeNoise({ mean: -1e308, reach: 1e308 })]) {
      const { svg, summary } = drawBestSoFar(some, { noise });
      expect(svg.replaceAll(summary, '')).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('a best-so-far chart of very many runs', () => {
  const steps = Array.from({ length: 100_000 }, (_, index) =>
    makeRun(index + 1, 1 + ((index * 7919) % 1000) / 1000 - index / 200_000, index % 1000 === 0 ? 'kept' : 'discarded'),
  );
  const [wide, narrow] = [drawBestSoFar(steps, { width: 1080 }), drawBestSoFar(steps, { width: 360 })];

  it('stays below 200 KB, the drawings for wide and narrow pages together', () => {
    expect(wide.svg.length + narrow.svg.length).toBeLessThan(150_000);
  });

  it('says how many marks were drawn', () => {
    const [, drawn = ''] = /^Drawn: ([\d,]+) of 100,000 marks; the others lie behind them or close by\.$/.exec(wide.note) ?? [];
    expect(Number(drawn.replace(',', ''))).toBeGreaterThan(1000);
    expect(wide.svg).toContain(wide.note);
  });

  it('keeps every step of the line and a link on every run that was the best so far', () => {
    const kept = steps.filter(({ mark }) => mark === 'kept');
    let best = Infinity;
    const records = kept.filter(({ value }) => value !== null && value < best && ((best = value), true));
    expect(records.length).toBeGreaterThan(5);
    expect(wide.svg.match(/<a /g)).toHaveLength(records.length);
    expect(lineOf(wide.svg).match(/V/g)).toHaveLength(records.length - 1);
  });

  it('counts all runs in its summary', () => {
    expect(wide.summary).toContain('100,000 runs: 100 kept, 99,900 discarded.');
  });

  it('stays below 200 KB where each run is better than the one before', () => {
    const better = Array.from({ length: 100_000 }, (_, index) => makeRun(index + 1, 1 - index / 100_000, 'kept'));
    const sizes = [1080, 360].map((width) => drawBestSoFar(better, { width }).svg.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });
});
