import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { renderMarkdown } from '#markdown/render-markdown.ts';

import { parseHtml, render } from './parsed-html.ts';

const headingsOf = (source: string) =>
  Array.from(
    parseHtml(render(source).html).querySelectorAll('h1, h2, h3, h4, h5, h6'),
    (heading) => `${heading.tagName.toLowerCase()} ${heading.textContent}`,
  );

describe('title and headings', () => {
  test('the first H1 is the title and left to the page', () => {
    const { title, html, headings } = render('intro\n\n# The *title*\n\n## Part', 3);
    expect(title).toBe('The title');
    expect(parseHtml(html).querySelector('h1')).toBeNull();
    expect(html).not.toContain('title');
    expect(headings).toEqual([{ depth: 2, text: 'Part', anchor: 'part', line: 8 }]);
  });

  test('a first H1 behind other headings is the title and stays', () => {
    expect(render('## Part\n\n# Title').title).toBe('Title');
    expect(headingsOf('## Part\n\n# Title')).toEqual(['h2 Part', 'h2 Title']);
  });

  test.each(['```\n# no\n```', '> # no', 'no'])('a text without an H1 of its own has no title: %j', (source) => {
    expect(render(source).title).toBeNull();
  });

  test.each([
    ['# T\n# A\n## B\n# C', ['h2 A', 'h3 B', 'h2 C']],
    ['### A\n##### B\n### C\n## D\n#### E', ['h2 A', 'h3 B', 'h2 C', 'h2 D', 'h3 E']],
    ['# T\n## A\n### B\n#### C\n##### D\n###### E', ['h2 A', 'h3 B', 'h4 C', 'h5 D', 'h6 E']],
  ])('levels begin at 2 and leave none out: %j', (source, expected) => {
    expect(headingsOf(source)).toEqual(expected);
  });

  test('anchors are unique in any script, and the title takes the first', () => {
    const { headings, html } = render('# Ergebnis\n\n## Ergebnis\n\n## 日本\n\n## 🎉\n\n## 🎉');
    expect(headings.map(({ anchor }) => anchor)).toEqual(['ergebnis-1', '日本', 'section', 'section-1']);
    expect(Array.from(parseHtml(html).querySelectorAll('h2'), ({ id }) => id)).toEqual(headings.map(({ anchor }) => anchor));
  });

  test('the anchor link of a heading adds nothing to its name', () => {
    const heading = parseHtml(render('## Results').html).querySelector('h2');
    const link = heading?.querySelector('a.heading-anchor');
    expect(heading?.textContent).toBe('Results');
    expect([link?.getAttribute('href'), link?.getAttribute('aria-hidden'), link?.getAttribute('tabindex')]).toEqual([
      '#results',
      'true',
      '-1',
    ]);
  });
});

describe('elements', () => {
  test('tables scroll, can be focused, and have names of their own', () => {
    const regions = parseHtml(
      render('| Model | Loss |\n|---|--:|\n| a | `<lambda>` |\n\n| Model | Loss |\n|---|---|\n').html,
    ).querySelectorAll('div[role="region"][tabindex="0"]');
    expect(Array.from(regions, (region) => region.getAttribute('aria-label'))).toEqual(['Table 1: Model, Loss', 'Table 2: Model, Loss']);
    expect(regions[0]?.querySelector('td code')?.textContent).toBe('<lambda>');
  });

  test('tasks are disabled checkboxes that say whether they are done', () => {
    const boxes = parseHtml(render('- [x] one\n- [ ] two').html).querySelectorAll('li.task-list-item > input[type="checkbox"][disabled]');
    expect(Array.from(boxes, (box) => [box.hasAttribute('checked'), box.getAttribute('aria-label')])).toEqual([
      [true, 'Done'],
      [false, 'Not done'],
    ]);
  });

  test('a diagram keeps its source', () => {
    const { html, hasDiagram } = render('```mermaid\ngraph TD; A-.->B\n```');
    expect(parseHtml(html).querySelector('figure.diagram > pre.mermaid-source > code')?.textContent).toBe('graph TD; A-.->B');
    expect(hasDiagram).toBe(true);
    expect(render('```python\nmermaid\n```').hasDiagram).toBe(false);
  });

  test('footnotes of two entries can stand on one page', () => {
    const source = 'a[^1]\n\n[^1]: note';
    const one = renderMarkdown(source, { path: 'a.md', lineOffset: 0 }).html;
    const other = renderMarkdown(source, { path: 'b.md', lineOffset: 0 }).html;
    const ids = Array.from(parseHtml(one + other).querySelectorAll('[id]'), ({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    for (const link of parseHtml(one).querySelectorAll('a'))
      expect(parseHtml(one).querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });

  test('a footnote that nothing refers to, and a second one of a name, are shown where they stand', () => {
    const text = parseHtml(render('a[^1]\n\n[^1]: first\n\n[^1]: second\n\n[^2]: unused [x](y.md)').html).textContent;
    expect(text).toContain('[^1]: second');
    expect(text).toContain('[^2]: unused x');
  });

  test('an address outside is followed without telling where from', () => {
    const link = parseHtml(render('https://a.example/b').html).querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('rel')]).toEqual(['https://a.example/b', 'noopener noreferrer']);
  });

  test('an address that is not followed leaves its words', () => {
    const root = parseHtml(render('[click](javascript:alert(1)) ![alt](data:image/png;base64,AAAA)').html);
    expect(root.querySelector('.refused-link')?.textContent).toBe('click');
    expect(root.querySelector('.refused-image')?.textContent).toBe('alt');
  });

  test('text is honest: no smart punctuation', () => {
    expect(parseHtml(render('"a" -- \'b\' ... {x} p<0.05 _snake_case_ (c)').html).textContent).toBe(
      '"a" -- \'b\' ... {x} p<0.05 snake_case (c)',
    );
  });
});

describe('links and mentions', () => {
  const source = `See [the *idea*](../ideas/x%20y.md#Next "t"), \`src/a.py\` and 187e419. Then ![Loss](fig.png).

- item \\_ [[rotary]] & [ref][r] a https://a.example b 88e6082
  [over two
  lines](b.md) \`research/z.md#A\`

| a | b |
|---|---|
| x | [cell](c.md) arXiv:2512.24880 |

> ## [in heading](d.md)

[r]: e.md "Title"
`;
  const { links, mentions, html } = render(source, 20);
  const lines = source.split('\n');

  test('come in order, each with its index in the HTML', () => {
    expect(links.map(({ form, target, fragment, label }) => [form, target, fragment, label])).toEqual([
      ['markdown', '../ideas/x y.md', 'next', 'the idea'],
      ['path', 'src/a.py', null, 'src/a.py'],
      ['image', 'fig.png', null, 'Loss'],
      ['wiki', 'rotary', null, 'rotary'],
      ['markdown', 'e.md', null, 'ref'],
      ['markdown', 'b.md', null, 'over two lines'],
      ['path', 'research/z.md', 'a', 'research/z.md#A'],
      ['markdown', 'c.md', null, 'cell'],
      ['markdown', 'd.md', null, 'in heading'],
    ]);
    expect(Array.from(parseHtml(html).querySelectorAll('[data-link]'), (element) => element.getAttribute('data-link'))).toEqual(
      links.map((_, index) => String(index)),
    );
  });

  test('stand where their line and columns say', () => {
    expect(links.map(({ line, column, endColumn }) => lines[line - 21]?.slice(column - 1, endColumn - 1))).toEqual([
      '[the *idea*](../ideas/x%20y.md#Next "t")',
      'src/a.py',
      '![Loss](fig.png)',
      '[[rotary]]',
      '[ref][r]',
      '[over two',
      'research/z.md#A',
      '[cell](c.md)',
      '[in heading](d.md)',
    ]);
    for (const { text, line, column } of mentions) expect(lines[line - 21]?.slice(column - 1, column - 1 + text.length)).toBe(text);
  });

  test('of commits, files and papers are gathered outside links', () => {
    expect(mentions.map(({ kind, text }) => [kind, text])).toEqual([
      ['file', 'src/a.py'],
      ['commit', '187e419'],
      ['commit', '88e6082'],
      ['paper', 'arXiv:2512.24880'],
    ]);
    expect(render('[187e419 `b.py`](https://arxiv.org/abs/2512.24880)').mentions).toMatchObject([
      { kind: 'paper', text: 'arXiv:2512.24880', line: 1, column: 1 },
    ]);
  });

  test('are quoted with the sentence they stand in', () => {
    expect(links.map(({ sentence }) => sentence)).toEqual([
      'See the idea, src/a.py and 187e419.',
      'See the idea, src/a.py and 187e419.',
      'Then Loss.',
      ...Array.from({ length: 4 }, () => 'item _ rotary & ref a https://a.example b 88e6082 over two lines research/z.md#A'),
      'cell arXiv:2512.24880',
      'in heading',
    ]);
  });

  test('to a heading of the text itself have an address at once', () => {
    const { html: own, links: ownLinks } = render('[up](#Next%20Steps)');
    expect(own).toContain('<a href="#next-steps">up</a>');
    expect(ownLinks).toMatchObject([{ form: 'markdown', target: '', fragment: 'next-steps' }]);
  });

  test('to an image in a link are two', () => {
    expect(render('[![b](b.png)](c.md)').links).toMatchObject([
      { form: 'markdown', target: 'c.md', label: 'b' },
      { form: 'image', target: 'b.png', label: 'b' },
    ]);
  });

  test('stand where their places say, in any text', { timeout: 60_000 }, () => {
    const inline = fc.constantFrom(
      '[a](x.md)',
      '[[b]]',
      '`c/d.py`',
      '![e](f.png)',
      '[g _h_](y.md#z)',
      '187e419',
      '`88e6082`',
      'word',
      '&amp;',
      '\\*',
      'é🎉',
      'https://a.example',
      'a@b.example',
      '**bold**',
      '$x$',
    );
    const glue = fc.constantFrom(' ', '\n', '\r\n', '\n\n', '\r\n\r\n', '\n\n- ', '\n\n> ', '\n\n## ', '\n\n| ', '. ');
    const wanted = /^(?:\[a\]\(x\.md\)|\[\[b\]\]|c\/d\.py|!\[e\]\(f\.png\)|\[g _h_\]\(y\.md#z\))$/u;
    fc.assert(
      fc.property(fc.array(fc.tuple(inline, glue), { maxLength: 25 }), fc.nat({ max: 99 }), (parts, lineOffset) => {
        const text = parts.flat().join('');
        const rendered = render(text, lineOffset);
        const textLines = text.split(/\r\n|\n/u);
        for (const { line, column, endColumn } of rendered.links)
          expect(textLines[line - lineOffset - 1]?.slice(column - 1, endColumn - 1)).toMatch(wanted);
        for (const mention of rendered.mentions) {
          const { text: said, line, column } = mention;
          expect(textLines[line - lineOffset - 1]?.slice(column - 1, column - 1 + said.length)).toBe(said);
        }
        expect(parseHtml(rendered.html).querySelectorAll('[data-link]')).toHaveLength(rendered.links.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('excerpt and words', () => {
  test('the excerpt is the first prose, without bold lines of metadata', () => {
    expect(
      render(
        '# T\n\n**Date:** 2026-01-04\n\n**Tags:** a, b\n\n![x](y.png)\n\n## What\n\nFirst *prose* with `code`.\n\nMore.\n\n## Next\n\nNot this.',
      ).excerpt,
    ).toBe('First prose with code. More.');
  });

  test('the excerpt has at most 280 characters and ends with a whole word', () => {
    const { excerpt } = render('some words here '.repeat(40));
    expect(excerpt.length).toBeLessThanOrEqual(280);
    expect(excerpt).toMatch(/(?:some|words|here)…$/u);
  });

  test('a text of lists alone has an excerpt too', () => {
    expect(render('- first\n- second').excerpt).toBe('first · second');
    expect(render('- [x] One done.\n- [ ] Two is not').excerpt).toBe('One done. Two is not');
  });

  test.each([
    ['# One two\n\nthree four-five', 4],
    ['| a | b |\n|---|---|\n| c | d |', 4],
    ['日本語 text', 4],
    ['```\nnot counted\n```', 0],
  ])('%j has %d words', (source, words) => {
    expect(render(source).words).toBe(words);
  });
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => typeof render(source).html === 'string'));
});
