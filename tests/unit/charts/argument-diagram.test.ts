import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawArgumentMap, type DiagramEdgeKind, type DiagramNode } from '#charts/argument-diagram.ts';
import { wrapText } from '#charts/wrap-text.ts';

const node = (title: string, stated: Partial<DiagramNode> = {}): DiagramNode => ({
  is: 'statement',
  title,
  text: '',
  share: null,
  ...stated,
});
const kinds: readonly DiagramEdgeKind[] = ['support', 'attack', 'undercut', 'contradictory', 'premise', 'conclusion'];

describe('drawArgumentMap', () => {
  it('tells kinds of arrows apart by a sign and a class, and sets what bears on a claim to its right', async () => {
    const nodes = kinds.map((kind) => node(kind));
    const svg = await drawArgumentMap(
      [node('Claim'), ...nodes],
      kinds.map((kind, index) => ({ from: index + 1, to: 0, kind })),
      'A map',
      'm',
    );
    for (const kind of kinds) expect(svg).toContain(`<g class="argument-edge ${kind}">`);
    for (const sign of ['+', '−', '⌿', '×']) expect(svg).toContain(`>${sign}</text>`);
    const x = (title: string): number => Number(new RegExp(`x="([\\d.]+)" y="[\\d.]+">${title}<`).exec(svg)?.[1]);
    for (const kind of kinds) expect(x(kind)).toBeGreaterThan(x('Claim'));
  });

  it('draws a credence as a number and a bar of its length', async () => {
    const svg = await drawArgumentMap(
      [node('A', { share: { name: 'credence', value: 0.25 } }), node('B')],
      [{ from: 1, to: 0, kind: 'support' }],
      'A map',
      'm',
    );
    expect(svg).toContain('>credence 0.25</text>');
    const [full, filled] = ['argument-bar', 'argument-bar-filled'].map((name) =>
      Number(new RegExp(`class="${name}"[^>]* width="([\\d.]+)"`).exec(svg)?.[1]),
    );
    expect(filled).toBeCloseTo((full ?? 0) / 4);
  });

  it('takes every text for text', async () => {
    const evil = '</text><script>alert(1)</script>"\'];x->y[URL="javascript:1"';
    const svg = await drawArgumentMap([node(evil, { text: evil }), node('B')], [{ from: 1, to: 0, kind: 'attack' }], evil, 'm');
    expect(svg).not.toMatch(/<script|javascript:1"|<a\b/);
    expect(svg).toContain('&lt;/text&gt;');
  });

  it('is the same for the same map, circles and claims about themselves included', async () => {
    const draw = () =>
      drawArgumentMap(
        [node('A'), node('B')],
        [
          { from: 0, to: 1, kind: 'attack' },
          { from: 1, to: 0, kind: 'attack' },
          { from: 0, to: 0, kind: 'support' },
        ],
        'A map',
        'm',
      );
    expect(await draw()).toBe(await draw());
    expect(await draw()).not.toContain('NaN');
  });
});

describe('wrapText', () => {
  it('breaks at spaces, counts East Asian characters twice, and ends in an ellipsis where it does not fit', () => {
    expect(wrapText('one two three', 8, 3)).toEqual(['one two', 'three']);
    expect(wrapText('one two three four', 8, 2)).toEqual(['one two', 'three…']);
    expect(wrapText('漢字漢字', 4, 3)).toEqual(['漢字', '漢字']);
    expect(wrapText('abcdefghij', 4, 5)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapText('', 4, 2)).toEqual([]);
  });

  it('gives at most so many lines, each within its columns', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 4 }), (text, columns, most) => {
        const lines = wrapText(text, columns, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(line.replace(/…$/, '').length).toBeLessThanOrEqual(columns * 2);
      }),
    );
  });
});
