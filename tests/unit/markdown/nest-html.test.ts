import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dangersIn, parseHtml, render } from './parsed-html.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  'text <script>alert(1)</script> text',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" OnError="alert(1)">',
  '<img/src=x/onerror=alert(1)>',
  '<img src=`x` onerror=alert(1)>',
  '<img src="x:x" onerror="alert(1)"',
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img alt="`><script>alert(1)</script>" src=x>',
  '<img src=x srcset="x 1x, javascript:alert(1) 2x">',
  '<svg onload=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<style>body{display:none}</style>',
  '<p style="position:fixed;inset:0">x</p>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<details open ontoggle=alert(1)>x</details>',
  '<details/open/ontoggle="alert`1`">x</details>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="  javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="x" onclick="alert(1)">x</a>',
  '<a onmouseover=alert(1)//href=x>x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](&#1;javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](file:///etc/passwd)',
  '![x](data:image/png;base64,AAAA)',
  '![x"onerror="alert(1)](x.png)',
  '![x](https://a.example/"onerror="alert(1))',
  '[x](https://a.example "t\\" onclick=\\"alert(1)")',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '[[javascript:alert(1)]]',
  '[[x|<script>alert(1)</script>]]',
  '```"><script>alert(1)</script>\nx\n```',
  '```html\n<script>alert(1)</script>\n```',
  '```mermaid\n</code></pre><script>alert(1)</script>\n```',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\htmlStyle{color:red}{x} \\includegraphics{x}$',
  '$</math><script>alert(1)</script>$',
  '$$\n\\text{<img src=x onerror=alert(1)>}\n$$',
  '# <img src=x onerror=alert(1)>\n\n# <script>alert(1)</script>',
  '| <script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  '[^x]\n\n[^x]: <script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script> -->',
  '<!--\n\n<script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml ?><script>alert(1)</script>',
  '<p title="</p><script>alert(1)</script>">x</p>',
  "<p title='\"><script>alert(1)</script>'>x</p>",
  '<b><p><script>alert(1)</p></b></script>',
];

describe('HTML in content', () => {
  test.each(attacks)('never runs, styles or loads anything: %s', (attack) => {
    expect(dangersIn(render(attack).html)).toEqual([]);
    expect(dangersIn(render(`- item\n\n  > ${attack}\n\n<details>\n\n${attack}\n\n</details>\n`).html)).toEqual([]);
  });

  test('is shown where it is harmless', () => {
    const root = parseHtml(
      render('<details open>\n<summary>More</summary>\n\nH<sub>2</sub>O and <kbd>Ctrl</kbd>, **bold**<br>next\n\n</details>').html,
    );
    expect(root.querySelector('details')?.hasAttribute('open')).toBe(true);
    expect(root.querySelector('details > summary')?.textContent).toBe('More');
    expect(root.querySelector('details sub')?.textContent).toBe('2');
    expect(root.querySelector('details kbd')?.textContent).toBe('Ctrl');
    expect(root.querySelector('details strong')?.textContent).toBe('bold');
    expect(root.querySelector('details br')).not.toBeNull();
  });

  test.each([
    '<lambda>',
    '<string>',
    '<MODEL>',
    '<script>',
    '</script>',
    '<foo bar="1">',
    '<unknown/>',
    '<!DOCTYPE html>',
    '<?php x ?>',
    '<b>',
    '</div>',
    '<style>a{}</style>',
    '<!-- never closed',
  ])('is text as written where it is no HTML we know, or has no other half: %s', (text) => {
    expect(parseHtml(render(`before ${text} after`).html).textContent).toBe(`before ${text} after`);
    expect(parseHtml(render(text).html).textContent.trim()).toBe(text);
  });

  test('leaves the Markdown behind an unknown tag alone', () => {
    expect(parseHtml(render('<MODEL> is *very* good').html).querySelector('em')?.textContent).toBe('very');
  });

  test('loses its comments and nothing beside them', () => {
    const { html } = render('a <!-- secret --> b\n\n<!-- secret\n\nsecret -->\n\nc');
    expect(parseHtml(html).textContent.replace(/\s+/gu, ' ').trim()).toBe('a b c');
    expect(html).not.toContain('secret');
  });

  test('keeps decoded characters as text', () => {
    expect(parseHtml(render('<div>a &lt;script&gt; &amp;amp; &#x41;</div>').html).textContent).toBe('a <script> &amp; A');
  });

  test('has its ids and names prefixed, so that none stands for one of ours', () => {
    const root = parseHtml(render('<a id="main" name="x"></a><p id="results">x</p>\n\n<a name="there"></a>\n\n## Results').html);
    expect(Array.from(root.querySelectorAll('[id]'), (element) => element.id)).toEqual([
      'user-content-main',
      'user-content-results',
      'user-content-there',
      'results',
    ]);
    expect(root.querySelector('[name]')).toBeNull();
  });

  test('is the target of a link to its id', () => {
    const { html, links } = render('[there](#there)\n\n<a name="there"></a>');
    expect(parseHtml(html).querySelector('a')?.getAttribute('href')).toBe('#user-content-there');
    expect(links).toEqual([]);
  });

  test('loses class, style and data attributes', () => {
    expect(render('<p class="tok-keyword" style="color:red" data-link="7" align="center">x</p>').html).toBe('<p align="center">x</p>');
  });

  test('cannot forge a symbolic link', () => {
    const { html, links } = render(
      '<a data-link="0" href="https://a.example">x</a> <img data-link="0" src="https://a.example/b.png"> `<a data-link="0">`',
    );
    expect(links).toEqual([]);
    expect(parseHtml(html).querySelectorAll('[data-link]')).toHaveLength(0);
  });

  test('has links and images that are resolved like those of Markdown', () => {
    const { html, links } = render(
      '<p><a href="../ideas/x.md#A%20b">the <b>idea</b></a>\n<img src="fig.png" alt="Loss" width="300"></p>',
      4,
    );
    expect(links).toMatchObject([
      { form: 'markdown', target: '../ideas/x.md', fragment: 'a-b', label: 'the idea', line: 5, column: 4 },
      { form: 'image', target: 'fig.png', label: 'Loss', line: 6, column: 1 },
    ]);
    expect(html).toContain('<a data-link="0">the <b>idea</b></a>');
    expect(html).toContain('<img data-link="1" alt="Loss" width="300"');
  });

  test('never nests a link in a link', () => {
    const { html, links } = render('<a href="a.md">x [y](b.md) <a href="c.md">z</a></a>\n\n[q <a href="d.md">r</a>](e.md)');
    expect(parseHtml(html).querySelectorAll('a a')).toHaveLength(0);
    expect(links.map(({ target }) => target)).toEqual(['a.md', 'e.md']);
  });

  test('may leave out the end tags that HTML lets it leave out', () => {
    const root = parseHtml(render('<table>\n<tr><td>1<td>2\n<tr><td>3<td>4\n</table>\n\n<ul><li>a<li>b</ul>').html);
    expect(Array.from(root.querySelectorAll('td'), (cell) => cell.textContent.trim())).toEqual(['1', '2', '3', '4']);
    expect(Array.from(root.querySelectorAll('li'), (item) => item.textContent)).toEqual(['a', 'b']);
  });

  test('holds headings that count like those of Markdown', () => {
    expect(render('<h1 align="center">Name</h1>\n\ntext')).toMatchObject({ title: 'Name', html: '<p>text</p>' });
  });

  test('is harmless whatever fragments it is made of', { timeout: 60_000 }, () => {
    const fragment = fc.oneof(
      fc.constantFrom(...attacks),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '&',
        '&lt;',
        '/',
        '=',
        '\n',
        '\n\n',
        '<!--',
        '-->',
        '<b>',
        '</b>',
        '<a href="',
        '<p ',
        'onerror=x ',
        '<details>',
        '</details>',
        '<td>',
        '<table>',
        '> ',
        '- ',
        '    ',
      ),
      fc.constantFrom(
        '[[',
        ']]',
        '[',
        '](',
        ')',
        '![',
        '$',
        '$$',
        '```',
        '|',
        '|-|-|',
        '[^1]',
        '[^1]: ',
        '# ',
        '**',
        '_',
        '~~',
        '\\',
        '\u0000',
        '\r',
        'javascript:',
        'data:',
        'https://a.example/',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 14 }), (fragments) => {
        const { html, links } = render(fragments.join(''));
        expect(dangersIn(html)).toEqual([]);
        expect(html.match(/ data-link="\d+"/gu)?.length ?? 0).toBeLessThanOrEqual(links.length);
      }),
      { numRuns: 1000 },
    );
  });
});
