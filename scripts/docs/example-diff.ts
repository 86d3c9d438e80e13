import type { Example } from '#diagnostics/examples.ts';
import { visible } from '#diagnostics/visible-text.ts';

/**
 * The way from a bad example to its good one as a diff: first the files that only one of them has, by name; then the lines that differ in each
 * file that both have, with the line before and the line after them.
 */
export function exampleDiff({ bad, good }: Pick<Example, 'bad' | 'good'>): string {
  const gone = Object.keys(bad).filter((path) => !Object.hasOwn(good, path));
  const come = Object.keys(good).filter((path) => !Object.hasOwn(bad, path));
  const files = [...gone.map((path) => `- ${path}`), ...come.map((path) => `+ ${path}`)];
  const changed = Object.entries(bad).flatMap(([path, before]) => {
    const after = good[path];
    return after === undefined || after === before ? [] : [`@@ ${path} @@`, ...changedLines(before.split('\n'), after.split('\n'))];
  });
  return [...(files.length === 0 ? [] : ['@@ files @@', ...files]), ...changed].join('\n');
}

/** One changed stretch: what both texts begin and end with is left out. Enough for texts that differ in one place. */
function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const marked = (mark: string, lines: readonly string[]): string[] => lines.map((line) => `${mark} ${visible(line)}`.trimEnd());
  // A blank line tells nobody where they are.
  const context = (line: string | undefined): string[] => (line === undefined || line.trim() === '' ? [] : marked(' ', [line]));
  return [
    ...context(before[head - 1]),
    ...marked('-', before.slice(head, before.length - tail)),
    ...marked('+', after.slice(head, after.length - tail)),
    ...context(before[before.length - tail]),
  ];
}
