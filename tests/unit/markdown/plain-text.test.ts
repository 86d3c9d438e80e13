import fc from 'fast-check';
import { expect, test } from 'vitest';

import { renderPlainText } from '#markdown/plain-text.ts';

import { dangersIn, parseHtml } from './parsed-html.ts';

test('text is shown character for character, leading empty lines included', () => {
  expect(parseHtml(renderPlainText('  <b> & "c"\n\n')).textContent).toBe('  <b> & "c"\n\n');
  // HTML parsers drop the first line feed of a <pre>.
  expect(renderPlainText('\n\nx')).toMatch(/>\n\n\nx<\/pre>$/u);
});

test('control characters are shown as U+FFFD', () => {
  expect(renderPlainText('a\u0000b\u001b[0m')).toContain('a\uFFFDb\uFFFD[0m');
});

test('no text becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const root = parseHtml(renderPlainText(`<script>${text}`));
      expect(root.children).toHaveLength(1);
      expect(root.querySelector('pre')?.children).toHaveLength(0);
      expect(dangersIn(root.innerHTML)).toEqual([]);
    }),
  );
});
