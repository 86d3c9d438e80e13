import { describe, expect, it } from 'vitest';
import { scatterChart, type ScatterData, type ScatterRun } from '#charts/scatter-chart.ts';
import { paretoFront } from '#statistics/pareto-front.ts';

const run = (ordinal: number, x: number, y: number, mark: ScatterRun['mark'] = 'kept'): ScatterRun => ({ ordinal, x, y, mark });
const runs = [run(1, 44, 1), run(2, 60, 0.97), run(3, 50, 0.98), run(4, 55, 0.99, 'discarded')];

function draw(some: readonly ScatterRun[], direction: 'lower' | 'higher' = 'lower', width = 520) {
  const data: ScatterData = {
    x: { name: 'memory_gb', unit: 'GB', direction },
    y: { name: 'val_bpb', unit: null, direction },
    runs: some,
    front: paretoFront(some, { x: direction, y: direction }),
    linkOf: ({ ordinal }) => ({ href: `/runs/${ordinal}/`, title: `Run ${ordinal}` }),
    summary: 'What it shows.',
  };
  return scatterChart(data)({ id: 's1', width });
}
const frontOf = (svg: string) => /class="pareto-front"[^>]*><path d="([^"]*)"/.exec(svg)?.[1] ?? '';

describe('a scatter of two metrics', () => {
  it('steps along the Pareto front, from the run that is best in one metric to the run that is best in the other', () => {
    const corners = [...frontOf(draw(runs).svg).matchAll(/H([\d.]+)V([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(corners).toHaveLength(2);
    expect(corners.map(([x]) => x)).toEqual(corners.map(([x]) => x).toSorted((a = 0, b = 0) => a - b));
  });

  it('knows which way is better in both', () => {
    expect(frontOf(draw(runs, 'higher').svg)).not.toBe(frontOf(draw(runs).svg));
    expect(draw(runs, 'higher').svg).toContain('memory_gb (GB, higher is better)');
  });

  it('links every mark and names the runs of the front', () => {
    const { svg } = draw(runs);
    expect(svg.match(/<a href/g)).toHaveLength(4);
    expect([...svg.matchAll(/>(run \d)<\/text>/g)].map(([, name]) => name).toSorted()).toEqual(['run 1', 'run 2', 'run 3']);
    expect(draw(runs, 'lower', 360).svg).not.toContain('>run ');
  });

  it('is described by its summary and what it leaves out', () => {
    const many = Array.from({ length: 20 }, (_, index) => run(index + 1, index, 20 - index));
    const { svg, note } = draw([...many, run(21, 1e9, 5)]);
    expect(note).toBe('1 run lies beyond the drawn range, at the edge.');
    expect(svg).toContain(`What it shows. ${note}</desc>`);
  });

  it('holds no style of its own', () => {
    expect(draw(runs).svg).not.toMatch(/<style|style=/);
  });

  it.each([
    ['one run', [run(1, 1, 1)]],
    ['equal runs', [run(1, 1, 1), run(2, 1, 1), run(3, 1, 1)]],
    ['huge and tiny values', [run(1, 1e300, -1e300), run(2, -1e300, 1e-300), run(3, 0, 1e300), run(4, 1.7e308, -1.7e308)]],
  ])('draws %s without invalid coordinates', (_, some) => {
    expect(draw(some).svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('stays small for 100,000 runs, all of them on the front or none but a few', () => {
    const cloud = Array.from({ length: 100_000 }, (_, index) =>
      run(index + 1, (index * 7919) % 1009, (index * 104_729) % 1013, 'discarded'),
    );
    const front = Array.from({ length: 100_000 }, (_, index) => run(index + 1, index, -index));
    for (const some of [cloud, front]) expect(draw(some).svg.length + draw(some, 'lower', 360).svg.length).toBeLessThan(150_000);
    expect(draw(cloud).note).toMatch(/^Drawn: [\d,]+ of 100,000 marks/);
  });
});
