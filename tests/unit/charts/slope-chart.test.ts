import { describe, expect, it } from 'vitest';
import { slopeChart } from '#charts/slope-chart.ts';

const draw = (before: number, after: number) =>
  slopeChart({
    before: { value: before, text: `${before} <s>` },
    after: { value: after, text: `${after} s` },
    label: 'time: "before" and after',
  });
/** Pixels that the line falls from left to right. */
const fallOf = (svg: string) => {
  const [, from = '', to = ''] = /slope-line" d="M\d+ ([\d.-]+)L\d+ ([\d.-]+)"/.exec(svg) ?? [];
  return Number(to) - Number(from);
};

describe('slopeChart', () => {
  it('falls by the share that the value falls', () => {
    const whole = fallOf(draw(4, 0));
    expect(whole).toBeGreaterThan(40);
    expect(fallOf(draw(4, 2))).toBeCloseTo(whole / 2, 0);
    expect(fallOf(draw(2, 4))).toBeCloseTo(-whole / 2, 0);
  });

  it('is flat where hardly anything changed', () => {
    expect(Math.abs(fallOf(draw(0.9985, 0.9979)))).toBeLessThan(0.2);
  });

  it('has zero between values on both sides of it', () => {
    const svg = draw(-2, 2);
    const [, zero = ''] = /slope-zero" d="M\d+ ([\d.]+)H/.exec(svg) ?? [];
    expect(Number(zero)).toBeCloseTo(43, 0);
  });

  it('is named, with texts that are no markup', () => {
    expect(draw(1, 2)).toContain('role="img" aria-label="time: &quot;before&quot; and after"');
    expect(draw(1, 2)).toContain('>1 &lt;s&gt;</text>');
  });

  it.each([
    [0, 0],
    [1e300, -1e300],
    [1.7e308, -1.7e308],
    [5e-324, 0],
  ])('draws %d and %d without invalid coordinates', (before, after) => {
    expect(draw(before, after).replaceAll(/<text.*?<\/text>/g, '')).not.toMatch(/NaN|Infinity/);
  });
});
