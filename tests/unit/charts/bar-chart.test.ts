import { describe, expect, it } from 'vitest';
import { barChart, type Bar } from '#charts/bar-chart.ts';
import { monthStrip } from '#charts/month-strip.ts';
import { shareBar } from '#charts/share-bar.ts';

const bar = (value: number, isHollow = false): Bar => ({ value, text: `${value} h`, isHollow });
const draw = (bars: readonly Bar[], width = 360) =>
  barChart({ title: 'Time', summary: 'What it shows.', rows: [{ name: 'Plan <b>', bars }] })({ id: 'c', width }).svg;
const widthsOf = (svg: string) => [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

describe('a bar chart', () => {
  it('draws bars from zero, as long as their values', () => {
    const [long = 0, short = 0] = widthsOf(draw([bar(10), bar(5)]));
    expect(long).toBeGreaterThan(200);
    expect(short).toBeCloseTo(long / 2, 0);
  });

  it('outlines what was planned and fills what was', () => {
    const svg = draw([bar(4, true), bar(5)]);
    expect(svg).toMatch(/<g class="bar-planned" fill="none" stroke="currentColor"/);
    expect(svg).toMatch(/<g class="bar"[^>]*><rect/);
  });

  it('has a name, a description, and texts that are no markup', () => {
    const svg = draw([bar(4)]);
    expect(svg).toContain('<title id="c-title">Time</title>');
    expect(svg).toContain('<desc id="c-description">What it shows.</desc>');
    expect(svg).toContain('>Plan &lt;b&gt;</text>');
    expect(svg).toContain('>4 h</text>');
  });

  it('draws values of zero without invalid coordinates', () => {
    expect(draw([bar(0), bar(0, true)])).not.toMatch(/NaN|Infinity/);
  });

  it('stays within its width, also where a value needs much room', () => {
    const svg = draw([{ value: 1, text: 'x'.repeat(200), isHollow: false }], 360);
    expect(widthsOf(svg)[0]).toBeGreaterThan(100);
  });
});

describe('a share', () => {
  it('fills its outline as far as it goes', () => {
    const filled = (done: number, total: number) => Number(/share-done"[^>]* width="([\d.]+)"/.exec(shareBar(done, total))?.[1]);
    expect([filled(0, 4), filled(2, 4), filled(4, 4), filled(0, 0)]).toEqual([0, 47, 94, 0]);
  });
});

describe('the strip of a month', () => {
  it('fills the days from the first to the last', () => {
    const placeOf = (from: number, to: number, days: number) =>
      /month-sprint" x="([\d.]+)" width="([\d.]+)"/
        .exec(monthStrip(from, to, days))
        ?.slice(1)
        .map(Number);
    expect(placeOf(1, 31, 31)).toEqual([0, 124]);
    expect(placeOf(3, 14, 31)).toEqual([8, 48]);
  });
});
