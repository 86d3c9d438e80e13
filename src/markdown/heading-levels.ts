import type { Heading } from 'mdast';

/**
 * Turns the depths of a document's headings into levels below the page's own H1: the first is 2, a deeper one is one level
 * below the heading it belongs to, whatever the number of `#`, and no level is left out (axe "heading-order").
 *
 * @returns a function from a heading's depth to its level, 2 to 6, to be called once a heading, in their order
 */
export function createHeadingLevels(): (depth: Heading['depth']) => Heading['depth'] {
  const open: number[] = [];
  return (depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    // Between 2 and 6 by construction.
    return Math.min(open.length + 1, 6) as Heading['depth'];
  };
}
