import { expect, test } from 'vitest';
import { pagefindHtml } from '#search/pagefind-html.ts';
import type { SearchDocument } from '#search/search-document.ts';

const document: SearchDocument = {
  url: '/ideas/rotary/',
  title: 'Rotary',
  kind: 'idea',
  tags: ['a, b: c'],
  status: 'proposed',
  date: '2026-01-02T09:00:00',
  path: 'ideas/rotary.md',
  facts: [],
  html: '<h2 id="why">Why</h2>',
};

test('facets are filters, year and time apart', () => {
  const html = pagefindHtml(document);
  for (const [name, value] of [
    ['kind', 'idea'],
    ['status', 'proposed'],
    ['tag', 'a, b: c'],
    ['year', '2026'],
  ]) {
    expect(html).toContain(`<div data-pagefind-filter="${String(name)}[data-value]" data-value="${String(value)}"></div>`);
  }
});

test('whatever is not HTML yet is escaped', () => {
  const html = pagefindHtml({ ...document, title: '"><script>alert(1)</script>', tags: ['<b>'], facts: ['p<0.05 & <i>'] });
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain('<p>p&lt;0.05 &amp; &lt;i&gt;</p>');
});

test('a document without a date has a place in both orders', () => {
  const html = pagefindHtml({ ...document, date: null });
  expect(html).toContain('<div data-pagefind-sort="date[data-value]" data-value="0000"></div>');
  expect(html).toContain('<div data-pagefind-sort="oldest[data-value]" data-value="9999"></div>');
  expect(html).not.toContain('data-pagefind-filter="year');
});

test('a document that says nothing is found by its title', () => {
  expect(pagefindHtml({ ...document, html: ' ' })).toContain('<p>Rotary</p>');
});
