import { describe, expect, test } from 'vitest';

import { findSections } from '#markdown/find-sections.ts';

import { parseHtml, render } from './parsed-html.ts';
import { expectLinear } from '../../linear-time.ts';

const plain: [name: string, source: string, reason: string][] = [
  ['a line of 5 MB', 'x'.repeat(5_000_000), '2,000,000 characters'],
  ['a long line', `short\n\n${'x '.repeat(50_001)}`, 'a line of more than 100,000 characters'],
  ['many block quotes', `${'>'.repeat(50_000)}x`, '50 levels'],
  ['many lists in one line', `${'- '.repeat(20_000)}x`, '50 levels'],
  ['a list in a list in a list', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), '50 levels'],
  ['a paragraph of many lines', 'x\n'.repeat(5_001), '5,000 lines'],
  ['a paragraph of many characters', `${'x'.repeat(60)} \n`.repeat(1_000), '60,000 characters'],
  ['many lists', 'x\n\n- a\n\n'.repeat(3_002), '3,000 lists'],
  ['emphasis in emphasis', `${'*a **b '.repeat(400)}${'c** d* '.repeat(400)}`, '50 levels'],
];

describe('a text that would take too long', () => {
  test.each(plain)('is shown as it stands, and says so: %s', (_, source, reason) => {
    const { html, links } = render(source);
    const root = parseHtml(html);
    expect(root.querySelector('p.note')?.textContent).toContain(reason);
    expect(root.querySelector('pre.plain-text')?.textContent).toBe(source);
    expect(links).toEqual([]);
    expect(findSections(source)).toEqual([]);
  });

  test.each([
    ['headings without blank lines', '# h\n'.repeat(6_000), 'h1, h2', 6_000 - 1],
    ['one list of many items', '- a\n'.repeat(6_000), 'li', 6_000],
    ['a table of many rows', `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(6_000)}`, 'tbody tr', 6_000],
  ])(
    'is none: %s',
    (_, source, selector, found) => {
      expect(parseHtml(render(source).html).querySelectorAll(selector)).toHaveLength(found);
    },
    60_000,
  );

  test.each([
    '[',
    '](',
    '[[',
    '*a ',
    '**a*',
    '_',
    '~~a ',
    '`',
    '$',
    '$$a ',
    '<',
    '<!--',
    '<b>',
    '<a x="',
    '![',
    '[^1]',
    '&',
    '\\',
    '|',
    '187e419 ',
    'a@b.c ',
    'http://a.b ',
  ])(
    'is none where %j is repeated ten thousand times',
    (unit) => {
      expectLinear((count) => unit.repeat(count).slice(0, 90_000), render, 10_000);
    },
    60_000,
  );

  test('is not a long block of code', () => {
    const source = `\`\`\`\n${'line [1]\n'.repeat(20_000)}\`\`\`\n\n[a](b.md)`;
    expect(parseHtml(render(source).html).querySelector('p.note')).toBeNull();
    expect(render(source).links).toMatchObject([{ target: 'b.md', line: 20_004 }]);
  });
});

test('marks beyond the first two thousand of a paragraph are text, and the next paragraph starts afresh', () => {
  const root = parseHtml(render(`${'*a* '.repeat(2_000)}\n\n*b*`).html);
  expect(root.querySelectorAll('p:first-child em').length).toBe(1_000);
  expect(root.querySelector('p:last-child em')?.textContent).toBe('b');
  expect(root.querySelector('p')?.textContent.match(/a/gu)).toHaveLength(2_000);
});
