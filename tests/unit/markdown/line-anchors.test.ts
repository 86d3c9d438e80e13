import { expect, it } from 'vitest';
import { renderMarkdown } from '#markdown/render-markdown.ts';

const html = (text: string, anchors: Readonly<Record<number, string>>): string =>
  renderMarkdown(text, {
    path: 'reports/x.md',
    lineOffset: 10,
    anchors: new Map(Object.entries(anchors).map(([line, anchor]) => [Number(line), anchor])),
  }).html;

it('gives the item, paragraph or table of a line its id', () => {
  expect(html('One\n\n- a\n- b\n\n> q', { 11: 'f-1', 14: 'f-2', 16: 'f-3' })).toBe(
    '<p id="f-1">One</p>\n<ul>\n<li>a</li>\n<li id="f-2">b</li>\n</ul>\n<blockquote>\n<p id="f-3">q</p>\n</blockquote>',
  );
  expect(html('| a |\n| - |\n| 1 |', { 11: 'f-1' })).toContain('<table id="f-1">');
});

it('puts a place where a paragraph goes on over the line', () => {
  expect(html('One\ntwo\n**three** four\n[five](x.md)', { 11: 'f-1', 12: 'f-2', 13: 'f-3', 14: 'f-4' })).toBe(
    '<p id="f-1">One\n<span id="f-2"></span>two\n<span id="f-3"></span><strong>three</strong> four\n<span id="f-4"></span><a data-link="0">five</a></p>',
  );
});

it('sets each id once, and those of lines that begin nothing not at all', () => {
  expect(html('One\n\nOne\n\n```\ncode\n```', { 11: 'f-1', 13: 'f-1', 16: 'f-2' })).toBe(
    '<p id="f-1">One</p>\n<p>One</p>\n<pre class="code" tabindex="0"><code>code</code></pre>',
  );
});
