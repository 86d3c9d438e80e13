import { visible } from '#diagnostics/visible-text.ts';

/** Text of a repository as a value or comment of one line: its control characters become visible, white space one space. */
export function oneLine(text: string, longest = 300): string {
  const line = visible(text.replaceAll(/\s+/g, ' ').trim());
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest).join('').trimEnd()}…`;
}
