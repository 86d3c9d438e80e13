import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Program } from '#schemas/program.ts';
import { createHref } from '#views/href.ts';
import { resultsFigures } from '#views/results/charts/results-figures.ts';
import { resultsChart } from '#views/results/results-chart.ts';
import { makeContent, makeTable } from '../../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });

function madeOf(lines: readonly string[], program: Partial<Program> = {}) {
  const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)], program }));
  const [results] = graph.results.values();
  const judgement = graph.judgements.get('results');
  if (results === undefined || judgement === undefined) throw new Error('the graph has no judged table');
  return { figures: resultsFigures(results, judgement, graph, href), chart: resultsChart(results, graph, href), judgement };
}
const figuresOf = (...lines: readonly string[]) => madeOf(lines).figures;
const drawingsOf = ({ best, others }: ReturnType<typeof figuresOf>) =>
  [...(best === null ? [] : [best]), ...others].flatMap(({ panels }) => panels.flatMap(({ wide, narrow }) => [wide, narrow]));

const header = 'commit\tval_bpb\tmemory_gb\tstatus\tseed\tdescription\tdate';
const judged = [
  header,
  ...[0.99, 0.992, 0.991, 0.989, 0.993].map(
    (value, index) => `b${index}\t${value}\t44\tbaseline\t${index}\tbaseline\t2026-01-01 0${index}:00`,
  ),
  'c1\t0.97\t50\tkeep\t1\tdeeper\t2026-01-01 06:00',
  'c2\t0.975\t50\tkeep\t2\tdeeper\t2026-01-01 07:00',
  'c3\t0.976\t50\tkeep\t3\tdeeper\t2026-01-01 08:00',
  'c4\t0.995\t40\tdiscard\t1\tnarrower\t2026-01-01 09:00',
  'c5\t0\t0\tcrash\t1\twider\t2026-01-01 10:00',
];

describe('the figures of a table', () => {
  it('are the best so far along each axis, the repeated configurations, and the main metric against another', () => {
    const { best, others } = figuresOf(...judged);
    expect(best?.panels.map(({ key }) => key)).toEqual(['order', 'date', 'hours']);
    expect(others.map(({ title }) => title)).toEqual(['Runs of the same configuration', 'val_bpb against memory_gb']);
  });

  it('have ids that are unique on the page', () => {
    const figures = figuresOf(...judged);
    const ids = [
      ...drawingsOf(figures)
        .join('')
        .matchAll(/ id="([^"]+)"/g),
    ].map(([, id]) => id);
    const all = [...ids, ...[figures.best, ...figures.others].map((figure) => figure?.id)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('hold no style of their own, and nothing that is no number', () => {
    for (const svg of drawingsOf(figuresOf(...judged))) expect(svg).not.toMatch(/<style|style=|NaN|Infinity/);
  });

  it('show the noise with its interval, and the frontier that the verdict uses', () => {
    const { figures, judgement } = madeOf(judged);
    const { noise, frontier } = judgement.current ?? {};
    expect(figures.best?.legend.map(({ label }) => label)).toContainEqual(
      expect.stringMatching(/^baselines ± 2σ \(σ 0\.00\d+, 95 % interval 0\.00\d+ to 0\.00\d+\)$/),
    );
    expect(noise).not.toBeNull();
    expect(figures.best?.summary).toContain(`no better than ${frontier?.value.toFixed(3) ?? '?'} in 19 of 20 tables`);
    expect(figures.best?.panels[0]?.wide).toMatch(/class="null-frontier"/);
  });

  it('say that noise is unknown, and why', () => {
    const best = (...values: readonly number[]) =>
      figuresOf('commit\tval_bpb\tstatus', ...values.map((value, index) => `c${index}\t${value}\tbaseline`)).best;
    expect(best(0.9, 0.91)?.summary).toContain('Noise unknown: too few runs of one configuration');
    expect(best(0.9, 0.9, 0.9)?.summary).toContain('Noise unknown: replicates do not differ at all');
    expect(best(0.9, 0.91)?.panels[0]?.wide).not.toMatch(/noise-band|null-frontier/);
    expect(best(0.9, 0.91)?.legend.map(({ sign }) => sign)).toEqual(['line', 'mark']);
  });

  it('lead from each mark to its run, and have the same runs in the table behind', () => {
    const { best } = figuresOf(...judged);
    const linked = [...(best?.panels[0]?.wide ?? '').matchAll(/<a href="([^"]+)"/g)].map(([, address]) => address);
    const listed = best?.data.tables[0]?.rows.map(([first]) => first?.href);
    expect(linked.toSorted()).toEqual(listed?.toSorted());
    expect(linked).toHaveLength(10);
  });

  it('list the Pareto front, best first in the main metric, discarded runs too', () => {
    const [, front] = figuresOf(...judged).others;
    expect(front?.data.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Run 6', '0.97', '50', 'keep'],
      ['Run 4', '0.989', '44', 'baseline'],
      ['Run 9', '0.995', '40', 'discard'],
    ]);
    expect(front?.summary).toBe(
      '9 runs have both val_bpb (lower is better) and memory_gb (lower is better). On the Pareto front are 3 runs, from val_bpb 0.97 at memory_gb 50 (run 6) to val_bpb 0.995 at memory_gb 40 (run 9). Each is one value: noise is not taken into account.',
    );
  });

  it('weigh the main metric against one that program.md names before one that is guessed', () => {
    const lines = ['commit\tloss\tmemory_gb\tspeed_x', 'a\t1\t4\t1', 'b\t2\t3\t2', 'c\t3\t2\t3'];
    const program = { metrics: [{ name: 'speed_x', direction: 'higher' as const }], metric: { name: 'loss', direction: 'lower' as const } };
    expect(madeOf(lines, program).figures.others.map(({ title }) => title)).toEqual(['loss against speed_x']);
    expect(madeOf(lines).figures.others.map(({ title }) => title)).toEqual(['loss against memory_gb']);
  });

  it('tell fresh runs from the one that was chosen, and what is tied with the best', () => {
    const [strip] = figuresOf(...judged).others;
    expect(strip?.data.tables[0]?.rows.map((row) => row.map(({ text }) => text).slice(0, 3))).toEqual([
      ['Run 6', '3', '2'],
      ['Run 1 (baselines)', '5', '5'],
    ]);
    expect(strip?.panels[0]?.wide).toContain('has the best run');
    expect(strip?.summary).toContain('1 configuration was run more than once. Means are of fresh runs');
  });

  it('show at most twelve repeated configurations, those nearest the best', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      [1, 2].map((seed) => `c\t${0.9 + index / 1000 + seed / 1e5}\t4\tkeep\t${seed}\tidea ${'abcdefghijklmnopqrst'.charAt(index)}x\t`),
    ).flat();
    const [strip] = figuresOf(header, ...many).others;
    const nearest = Array.from({ length: 12 }, (_, index) => `Run ${3 + 2 * index}`);
    expect(strip?.data.tables[0]?.rows.map(([first]) => first?.text)).toEqual([...nearest, 'Run 1 (baselines, guessed)']);
    expect(strip?.summary).toContain('shown are the 12 nearest the best');
  });

  it('sum up each status over all runs where the table behind cannot hold them all', () => {
    const lines = Array.from(
      { length: 500 },
      (_, index) => `c${index}\t${(1 - index / 1000).toFixed(3)}\t4\t${index % 100 === 0 ? 'keep' : 'discard'}\t1\tx\t`,
    );
    const tables = figuresOf(header, ...lines).best?.data.tables ?? [];
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 2]);
    expect(tables[1]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['kept', '5', '5', '0.600', '0.800', '1.000'],
      ['discarded', '495', '495', '0.501', '0.750', '0.999'],
    ]);
  });

  it('are none where there are no runs, no metric, or nothing was measured', () => {
    const none = { best: null, others: [] };
    expect(figuresOf('commit\tval_bpb\tstatus')).toEqual(none);
    expect(figuresOf('commit\tstatus', 'a\tkeep')).toEqual(none);
    expect(figuresOf('commit\tval_bpb\tstatus', 'a\t0.0\tcrash', 'b\t0.0\tcrash')).toEqual(none);
    expect(figuresOf('step\tloss', '1\t4', '2\t3', '3\t2')).toEqual(none);
  });

  it.each([
    ['one run', ['commit\tval_bpb\tstatus', 'a\t0.5\tkeep']],
    ['equal values', [header, ...Array.from({ length: 6 }, (_, index) => `c${index}\t1\t4\tkeep\t${index}\tx\t2026-01-01`)]],
    ['no direction', ['commit\tquux\tstatus', 'a\t0.5\tkeep', 'b\t0.75\tkeep', 'c\t0.25\tkeep']],
    [
      'extreme values',
      [
        header,
        ...['1e300', '-1e300', '1e-300', '0', '-5', '1.7e308'].map(
          (value, index) => `c${index}\t${value}\t${value}\tkeep\t${index}\tx\t1999-12-31`,
        ),
      ],
    ],
    ['hostile text', [header, 'a\t1\t2\tkeep\t1\t<script>alert("1")</script> </g> data-written="0"></g>\t2026-01-01']],
  ])('stand for %s', (_, lines) => {
    const figures = figuresOf(...lines);
    expect(figures.best).not.toBeNull();
    for (const svg of drawingsOf(figures)) expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/);
  });

  it('stay small for very many runs, and are the same each time', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) =>
        `c${index}\t${(1 + ((index * 7919) % 997) / 1000 - index / 1e5).toFixed(4)}\t${(index * 31) % 89}\t${index % 40 === 0 ? 'keep' : index % 41 === 0 ? 'crash' : 'discard'}\t1\tidea ${index} of a loop\t2026-01-${String(1 + (index % 28)).padStart(2, '0')} 10:00`,
    );
    const drawings = drawingsOf(figuresOf(header, ...lines));
    for (const [index, svg] of drawings.entries())
      if (index % 2 === 0) expect(svg.length + (drawings[index + 1] ?? '').length).toBeLessThan(120_000);
    expect(drawings).toEqual(drawingsOf(figuresOf(header, ...lines)));
  });
});

describe('the chart on other pages', () => {
  it('is the best so far in the order of the file alone', () => {
    const { chart, figures } = madeOf(judged);
    expect(chart?.panels).toEqual(figures.best?.panels.slice(0, 1));
    expect(madeOf(['step\tloss', '1\t4', '2\t3', '3\t2']).chart).toBeNull();
  });
});
