/**
 * The anchor of a heading's text, as GitHub makes it, so that links to headings work on the forge too: lower case,
 * letters, marks and numbers of any script, `-` and `_` kept, white space as `-`, everything else left out.
 * Never empty: `section` where nothing is left. `anchorOf(anchorOf(text)) === anchorOf(text)`.
 */
export function anchorOf(text: string): string {
  const anchor = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\-\s]/gu, '')
    .replace(/\s/gu, '-')
    .normalize('NFC');
  return anchor === '' ? 'section' : anchor;
}

/**
 * Gives each heading of one document its own anchor: a repeated one ends in `-1`, `-2`, …
 *
 * @returns a function from a heading's text to its anchor, to be called once a heading, in their order
 */
export function createAnchors(): (text: string) => string {
  const taken = new Set<string>();
  const repeats = new Map<string, number>();
  return (text) => {
    const base = anchorOf(text);
    let anchor = base;
    let repeat = repeats.get(base) ?? 0;
    while (taken.has(anchor)) {
      repeat += 1;
      anchor = `${base}-${repeat}`;
    }
    repeats.set(base, repeat);
    taken.add(anchor);
    return anchor;
  };
}
