import { describe, expect, test } from 'vitest';

import { parseHtml, render } from './parsed-html.ts';

const formulas = (source: string) =>
  Array.from(parseHtml(render(source).html).querySelectorAll('annotation'), (annotation) => annotation.textContent);

describe('math', () => {
  test.each([
    ['$x$', ['x']],
    ['a $\\alpha_1$, b $y$.', ['\\alpha_1', 'y']],
    ['$a\\$b$', ['a\\$b']],
    ['$a\nb$', ['a\nb']],
    ['($x$)', ['x']],
    ['*$x$*', ['x']],
    ['| $x$ |\n|---|', ['x']],
    ['in $$x+y$$ line', ['x+y']],
    ['$$\nx\n$$', ['x']],
    ['```math\nx\n```', ['x']],
  ])('%j is typeset', (source, expected) => {
    expect(formulas(source)).toEqual(expected);
    expect(render(source).hasMath).toBe(true);
  });

  test.each([
    '$14.50 and $15',
    '$ x$',
    '$x $',
    '$5',
    '5$ and 6$',
    'costs $5-$10',
    '$HOME/a and $PATH',
    '$a `b$`',
    '\\$x$',
    '$x\n\ny$',
    'US$5, A$6',
  ])('%j is text', (source) => {
    const { html, hasMath } = render(source);
    expect(formulas(source)).toEqual([]);
    expect(hasMath).toBe(false);
    expect(parseHtml(html).textContent.replace(/\s+/gu, ' ')).toBe(source.replace(/[`\\]/gu, '').replace(/\s+/gu, ' '));
  });

  test.each(['$\\frac{1$', '$\\undefinedcommand$', '$$\n\\begin{a\n$$'])('%j is no valid TeX and shows its source', (source) => {
    const root = parseHtml(render(source).html);
    expect(root.querySelector('math')).toBeNull();
    expect(root.querySelector('.math-source')?.textContent).toBe(source.replaceAll('$', '').trim());
  });

  test('a formula alone on its line in two dollars is displayed', () => {
    expect(parseHtml(render('$$\nx\n$$').html).querySelector('math')?.getAttribute('display')).toBe('block');
    expect(parseHtml(render('$$x$$').html).querySelector('math')?.getAttribute('display')).toBe('block');
    expect(parseHtml(render('$x$').html).querySelector('math')?.getAttribute('display')).toBeNull();
  });

  test('expansion and nesting are limited', () => {
    expect(formulas(`$\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}${'\\c'.repeat(500)}$`)).toEqual([]);
    expect(formulas(`$${'{'.repeat(4900)}$`)).toEqual([]);
    expect(formulas(`$${'x'.repeat(5001)}$`)).toEqual([]);
  });
});
