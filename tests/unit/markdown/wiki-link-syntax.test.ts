import { describe, expect, test } from 'vitest';

import { parseHtml, render } from './parsed-html.ts';

describe('wikilinks', () => {
  test.each([
    ['[[rotary]]', 'rotary', null, 'rotary'],
    ['[[rotary|the idea]]', 'rotary', null, 'the idea'],
    ['[[rotary#Next Steps]]', 'rotary', 'next-steps', 'rotary#Next Steps'],
    ['[[ideas/rotary.md#A|b | c]]', 'ideas/rotary.md', 'a', 'b | c'],
    ['[[run/results/3]]', 'run/results/3', null, 'run/results/3'],
    ['[[2026-01-04]]', '2026-01-04', null, '2026-01-04'],
    ['[[日本]]', '日本', null, '日本'],
  ])('%s leads to %s', (source, target, fragment, label) => {
    const { html, links } = render(`See ${source}.`);
    expect(links).toMatchObject([{ form: 'wiki', target, fragment, label, line: 1, column: 5, endColumn: 5 + source.length }]);
    expect(parseHtml(html).querySelector('a[data-link="0"]')?.textContent).toBe(label);
  });

  test.each([
    '[[144,12,12]]',
    '[[0.5]]',
    'df[["a"]]',
    "[['a', 'b']]",
    'x[[i]]',
    'f(x)[[i]]',
    'if [[ -f x ]]; then',
    '[[]]',
    '[[a',
    '[[a]',
    '[[a\nb]]',
    '`[[a]]`',
    '[[a]]]',
    '\\[[a]]',
  ])('%j is text', (source) => {
    const { html, links } = render(source);
    expect(links).toEqual([]);
    expect(parseHtml(html).textContent.replace(/\\/gu, '')).toBe(source.replace(/[`\\]/gu, ''));
  });

  test('a label in double brackets before an address is a Markdown link', () => {
    expect(render('[[Smith]](a.md)').links).toMatchObject([{ form: 'markdown', target: 'a.md', label: '[Smith]' }]);
  });

  test('in a table cell the bar is escaped', () => {
    expect(render('| a | b |\n|---|---|\n| [[x\\|y]] | z |').links).toMatchObject([
      { target: 'x', label: 'y', line: 3, column: 3, endColumn: 11 },
    ]);
  });

  test('one without a target leads to a heading of its own text', () => {
    const { html, links } = render('[[#Next Steps]]\n\n## Next steps');
    expect(links).toMatchObject([{ form: 'wiki', target: '', fragment: 'next-steps' }]);
    expect(html).toContain('<a href="#next-steps">');
  });
});
