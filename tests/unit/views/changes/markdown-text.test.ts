import fc from 'fast-check';
import { unified } from 'unified';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { describe, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { markdownCode, markdownLink, markdownText } from '#views/changes/markdown-text.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The sorts of nodes in `- <text>`, and all of its words. */
function read(markdown: string): { readonly types: readonly string[]; readonly words: string } {
  const types = new Set<string>();
  let words = '';
  visit(parser.parse(`- ${markdown}`), (node) => {
    types.add(node.type);
    if (node.type === 'text' || node.type === 'inlineCode') words += node.value;
  });
  return { types: [...types], words };
}

const plain = ['root', 'list', 'listItem', 'paragraph', 'text'];
const invisible = /\u2060/g;

describe('markdownText', () => {
  test.each([
    '**bold** and `code`',
    '[a link](https://example.org)',
    'https://example.org www.example.org',
    '<script>alert(1)</script><!-- priors:knowledge-changes -->',
    '| a | b |',
    '~~gone~~ $x$',
    '# heading',
    '- item',
    '1. item',
    '![picture](x.png)',
    '&lt;b&gt;',
    'somebody@example.org',
    'line\nbreak\r\n\n# heading',
  ])('shows %j as it is, and nothing of it does anything', (text) => {
    const { types, words } = read(markdownText(text));
    expect(types.filter((type) => !plain.includes(type))).toEqual([]);
    expect(words.replaceAll(invisible, '')).toBe(text.replaceAll(/\s+/g, ' '));
  });

  test('any text becomes nothing but text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { types } = read(`x ${markdownText(text)}`);
        expect(types.filter((type) => !plain.includes(type))).toEqual([]);
      }),
    );
    // Of the signs that Markdown knows, more often than chance would.
    const signs = fc
      .array(fc.constantFrom(...Array.from('\\`*_[]()<>|~$&!#@:/.-+=1 a\n"\'')), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(signs, (text) => {
        const { types } = read(`x ${markdownText(text)}`);
        expect(types.filter((type) => !plain.includes(type))).toEqual([]);
      }),
    );
  });

  test('nobody is mentioned, and no issue', () => {
    expect(markdownText('@somebody and lab/code#12 GH-3')).not.toMatch(/@\w|#\d|GH-\d/);
  });

  test('a number stays as it is', () => {
    expect(markdownText('0.950')).toBe('0.950');
    expect(markdownText('-0.02')).toBe('\\-0.02');
  });

  test('a long text is cut', () => {
    expect(markdownText('x'.repeat(400), 10)).toBe('xxxxxxxxx…');
  });
});

describe('markdownCode', () => {
  test('holds any number of backticks', () => {
    for (const text of ['plain', 'a`b', '``', '`', 'a``b`c']) expect(read(markdownCode(text))).toMatchObject({ words: text });
  });
});

describe('markdownLink', () => {
  test('leads where it says, and is only words without an address', () => {
    expect(markdownLink('A [b]', 'https://x.org/a b')).toBe('[A \\[b\\]](<https://x.org/a%20b>)');
    expect(markdownLink('A', null)).toBe('A');
  });
});
