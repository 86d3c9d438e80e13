import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fillLinks } from '#markdown/symbolic-links.ts';

import { parseHtml, render } from './parsed-html.ts';

const page = render('[a](x.md "T") ![Loss > 0](fig.png) `y.md` [out](https://a.example)').html;

describe('fillLinks', () => {
  test('puts addresses, titles and classes in', () => {
    const root = parseHtml(fillLinks(page, (index) => ({ href: `/to/${index}/?a&b`, title: `"T${index}"`, className: 'entry-link' })));
    expect(
      Array.from(root.querySelectorAll('.entry-link'), (element) => [
        element.getAttribute('href') ?? element.getAttribute('src'),
        element.getAttribute('title'),
      ]),
    ).toEqual([
      ['/to/0/?a&b', '"T0"'],
      ['/to/1/?a&b', null],
      ['/to/2/?a&b', '"T2"'],
    ]);
    expect(root.querySelectorAll('[data-link]')).toHaveLength(0);
    expect(root.querySelector('a[href="https://a.example"]')?.textContent).toBe('out');
  });

  test('leaves the words of dead links and the alternative text of missing images', () => {
    const root = parseHtml(fillLinks(page, () => null));
    expect(Array.from(root.querySelectorAll('.dead-link'), (element) => element.textContent)).toEqual(['a', 'Loss > 0', 'y.md']);
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('a.dead-link')?.hasAttribute('href')).toBe(false);
    expect(root.querySelector('a.dead-link')?.getAttribute('title')).toBe('T');
  });

  test('leaves a path that is no file as the code it is', () => {
    const root = parseHtml(fillLinks(page, () => ({ href: null })));
    expect(root.querySelectorAll('a.dead-link, a[data-link]')).toHaveLength(0);
  });

  test('never writes over what content says', () => {
    const { html } = render(
      '`<a data-link="0">` \\<a data-link="0"\\> ![<a data-link="0">](https://a.example/x.png)\n\n```\n<img data-link="0">\n```',
    );
    expect(fillLinks(html, () => ({ href: '/wrong' }))).toBe(html);
  });

  test('escapes whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (href, title) => {
        const link = parseHtml(fillLinks('<a data-link="0">x</a>', () => ({ href: `/${href}`, title }))).querySelector('a');
        expect([link?.getAttribute('href'), link?.getAttribute('title'), link?.textContent]).toEqual([`/${href}`, title, 'x']);
      }),
    );
  });
});
