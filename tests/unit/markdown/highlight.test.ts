import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { highlight } from '#markdown/highlight.ts';

import { parseHtml, render } from './parsed-html.ts';

const samples: [language: string, code: string, className: string, token: string][] = [
  ['python', 'def f(x):  # why\n    return "a"', 'tok-comment', '# why'],
  ['py', 'return 1', 'tok-keyword', 'return'],
  ['bash', 'echo "a" # b', 'tok-string', '"a"'],
  ['json', '{"a": 1}', 'tok-number', '1'],
  ['yaml', 'a: 1 # b', 'tok-comment', '# b'],
  ['toml', 'a = "b"', 'tok-string', '"b"'],
  ['typescript', 'const a: string = "b";', 'tok-keyword', 'const'],
  ['javascript', 'let a = 1;', 'tok-keyword', 'let'],
  ['rust', 'fn main() {}', 'tok-function', 'main'],
  ['diff', '-a\n+b', 'tok-inserted', '+b'],
  ['markdown', '# Title', 'tok-function', '# Title'],
  ['html', '<p class="a">', 'tok-string', '"a"'],
  ['css', 'a { color: red }', 'tok-keyword', 'a'],
  ['sql', 'SELECT 1', 'tok-keyword', 'SELECT'],
  ['ini', 'a = 1 ; b', 'tok-comment', '; b'],
  ['c', 'return 1;', 'tok-keyword', 'return'],
  ['cpp', 'return 1;', 'tok-keyword', 'return'],
  ['go', 'func f() {}', 'tok-keyword', 'func'],
  ['java', 'return 1;', 'tok-keyword', 'return'],
  ['julia', 'x = 1 # b', 'tok-comment', '# b'],
  ['r', 'x <- 1 # b', 'tok-comment', '# b'],
  ['latex', '\\alpha % b', 'tok-comment', '% b'],
  ['dockerfile', 'FROM a', 'tok-keyword', 'FROM'],
  ['makefile', '# b', 'tok-comment', '# b'],
];

describe('code', () => {
  test.each(samples)('in %s is coloured by classes, not by styles', (language, code, className, token) => {
    const root = parseHtml(render(`\`\`\`${language}\n${code}\n\`\`\``).html);
    expect(Array.from(root.querySelectorAll(`.${className}`), (element) => element.textContent.trim())).toContain(token);
    expect(root.querySelector('code')?.textContent).toBe(code);
    expect(root.querySelector('[style]')).toBeNull();
  });

  test.each(['```brainfuck\n+<&\n```', '```\n+<&\n```', '    +<&', '~~~constructor\n+<&\n~~~'])(
    'in no language we know is plain: %j',
    (source) => {
      const root = parseHtml(render(source).html);
      expect(root.querySelector('pre > code')?.textContent).toBe('+<&');
      expect(root.querySelector('code span')).toBeNull();
    },
  );

  test('can be scrolled by keyboard', () => {
    expect(parseHtml(render('```\nx\n```').html).querySelector('pre')?.getAttribute('tabindex')).toBe('0');
  });

  test.each([['x = 1\n'.repeat(20_000)], [`x = "${'a'.repeat(5_000)}"`]])('that is too long is not coloured', (code) => {
    expect(highlight(code, 'python')).toBeNull();
  });

  test('looks the same whatever was coloured before', () => {
    const source = '```markdown\n~~~python\nreturn 1\n~~~\n```';
    const before = render(source).html;
    render('```python\nreturn 1\n```');
    expect(render(source).html).toBe(before);
  });
});

describe('the colours of code', () => {
  const css = readFileSync(new URL('../../../src/styles/code.css', import.meta.url), 'utf8');
  const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
  const pairs = Array.from(css.matchAll(/\.(tok-[a-z]+)[^}]*light-dark\((#\w{6}), (#\w{6})\)/gu));

  test.each(pairs.map(([, name = '', light = '', dark = '']) => [name, light, dark]))(
    '%s has a contrast of at least 4.5 in both themes',
    (_, light, dark) => {
      for (const paper of ['paper', 'paper-raised', 'paper-sunken']) {
        const [, lightPaper = '', darkPaper = ''] = new RegExp(`--${paper}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'u').exec(tokens) ?? [];
        expect(contrast(light, lightPaper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, darkPaper)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test('cover every class', () => {
    expect(pairs.map(([, name]) => name).sort()).toEqual(
      ['comment', 'deleted', 'function', 'inserted', 'keyword', 'number', 'string', 'type'].map((name) => `tok-${name}`),
    );
  });
});

/** WCAG 2.2, "contrast ratio" of two sRGB colours. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
