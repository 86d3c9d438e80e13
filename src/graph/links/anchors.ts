import { suggest } from '#diagnostics/suggest.ts';
import { statedFindings } from '#graph/findings/entry-findings.ts';
import type { Entry } from '#schemas/entry.ts';
import { isFindingAnchor } from '#schemas/finding-text.ts';
import { isOpenAnchor, openItemsOf } from '#schemas/open-items.ts';

/**
 * The anchor that the fragment of a link means in an entry. A fragment may be the anchor itself, or the words of the heading
 * as wikilinks have it; case and punctuation do not count. A finding and an open item have their own anchors alone.
 *
 * @returns the anchor, which may be the title's; empty where the top of the page is meant (`#top`); null where there is no such heading, finding or open item
 */
export function findAnchor(entry: Entry, fragment: string): string | null {
  const exact = entry.headings.find(({ anchor }) => anchor === fragment);
  if (exact) return exact.anchor;
  if (isFindingAnchor(fragment) && statedFindings(entry).some(({ anchor }) => anchor === fragment)) return fragment;
  if (isOpenAnchor(fragment) && openItemsOf(entry).some(({ anchor }) => anchor === fragment)) return fragment;
  const wanted = headingKey(fragment);
  const similar = entry.headings.find(({ anchor, text }) => headingKey(anchor) === wanted || headingKey(text) === wanted);
  if (similar) return similar.anchor;
  if (fragment === entry.anchor || wanted === headingKey(entry.title)) return entry.anchor;
  return wanted === 'top' || isLineNumber(fragment) ? '' : null;
}

/** The heading that was most likely meant by a fragment that leads nowhere. */
export function suggestAnchor(entries: readonly Entry[], fragment: string): string | null {
  return suggest(
    fragment,
    entries.flatMap(({ headings }) => headings.map(({ anchor }) => anchor)),
  );
}

/** `#L12` and `#L12-L20` are lines on a forge. */
function isLineNumber(fragment: string): boolean {
  return /^L\d+(-L\d+)?$/.test(fragment);
}

function headingKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
