import { expect, test } from 'vitest';
import { opensSearch } from '#client/search/shortcut.ts';

const press = { key: '/', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['a slash', press],
  ['a slash that needs shift', { ...press, shiftKey: true }],
  ['Ctrl-K', { ...press, key: 'k', ctrlKey: true }],
  ['Cmd-K', { ...press, key: 'k', metaKey: true }],
])('%s opens the search', (_, pressed) => {
  expect(opensSearch(pressed, false)).toBe(true);
});

test.each([
  ['k alone', { ...press, key: 'k' }],
  ["Ctrl-Shift-K, which is the browser's", { ...press, key: 'K', ctrlKey: true, shiftKey: true }],
  ['Ctrl-/', { ...press, ctrlKey: true }],
])('%s does not', (_, pressed) => {
  expect(opensSearch(pressed, false)).toBe(false);
});

test('while someone types, a slash is a slash, and Ctrl-K still opens', () => {
  expect(opensSearch(press, true)).toBe(false);
  expect(opensSearch({ ...press, key: 'k', ctrlKey: true }, true)).toBe(true);
});
