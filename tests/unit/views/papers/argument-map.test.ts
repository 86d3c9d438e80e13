import { describe, expect, it } from 'vitest';
import { parseArgumentMap } from '#ingest/papers/parse-argument-map.ts';
import { argumentMapView, type MapItem } from '#views/papers/argument-map.ts';
import { createHref } from '#views/href.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });

async function viewOf(text: string, number = 1) {
  const { argumentMap } = parseArgumentMap({ path: 'papers/x.argdown', text, digest: 'd', problems: [] });
  if (argumentMap === null) throw new Error('no map');
  return argumentMapView(argumentMap, number, href, []);
}

/** The list as lines: `  supported by A`, with an arrow where it is said elsewhere. */
function linesOf(items: readonly MapItem[], indent = ''): string[] {
  return items.flatMap((item) => [
    `${indent}${[item.bearing?.text, item.title || item.lines[0]?.text].filter(Boolean).join(' ')}${item.elsewhere === null ? '' : ` → ${item.elsewhere}`}`,
    ...linesOf(item.items, `${indent}  `),
  ]);
}

describe('argumentMapView', () => {
  it('lists below each claim what speaks for and against it', async () => {
    const { items, summary } = await viewOf('[T]: t\n  + <A>: a\n    _ [U]: u\n  - [B]: b\n\n<A>\n\n(1) [P]: p\n----\n(2) [C]: c\n');
    expect(linesOf(items)).toEqual([
      'T',
      '  supported by C',
      '    follows from <A>',
      '      undercut by U',
      '      premise P',
      '  attacked by B',
    ]);
    expect(summary).toBe('5 statements and 1 argument: 2 for and 2 against');
  });

  it('says a claim that bears on several once, and refers to it then; circles end', async () => {
    const { items } = await viewOf('[A]: a\n  + [X]: x\n    + [Y]: y\n\n[B]: b\n  + [X]\n\n[M]: m\n  - [N]: n\n    - [M]\n');
    expect(linesOf(items)).toEqual([
      'A',
      '  supported by X',
      '    supported by Y',
      'B',
      '  supported by X → #argument-map-2',
      'M',
      '  attacked by N',
      '    attacked by M → #argument-map-5',
    ]);
  });

  it('begins again at the top where lists within lists are too deep, and loses nothing', async () => {
    const { items } = await viewOf(
      Array.from({ length: 30 }, (_, level) => `${level === 0 ? '' : `${'  '.repeat(level)}+ `}[C${level}]: c`).join('\n'),
    );
    const lines = linesOf(items);
    for (let level = 0; level < 30; level += 1) expect(lines.filter((line) => line.trimStart().endsWith(`C${level}`))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(' '.repeat(17)))).toEqual([]);
  });

  it('shows credence and inference as numbers, reasons, quotations and sources', async () => {
    const [item] = (
      await viewOf('[A]: broken\n  line\n  [Lee](https://example.org)\n  > "said"\n  {credence: 92%, inference: 0.125, reason: why}\n')
    ).items;
    expect(item).toMatchObject({
      lines: [
        { text: 'broken line', isQuotation: false },
        { text: '"said"', isQuotation: true },
      ],
      links: [{ text: 'Lee', url: 'https://example.org' }],
      shares: [
        { name: 'credence', text: '0.92', value: 0.92 },
        { name: 'inference', text: '0.125', value: 0.125 },
      ],
      reason: 'why',
    });
  });

  it('has a picture where claims are connected, and says why not where they are too many', async () => {
    expect((await viewOf('[A]: a\n  + [B]: b\n')).diagram).toContain('<svg');
    expect(await viewOf('[A]: a\n\n[B]: b\n')).toMatchObject({ diagram: null, withoutDiagram: null });
    const many = await viewOf(`[A]: a\n${Array.from({ length: 130 }, (_, index) => `  + [B${index}]: b\n`).join('')}`);
    expect(many).toMatchObject({ diagram: null, withoutDiagram: '131 claims are too many for a picture; the list has all of them.' });
  });

  it('keeps the anchors of two maps on a page apart', async () => {
    expect((await viewOf('[A]: a\n', 2)).items[0]?.anchor).toBe('argument-map-2-1');
  });
});
