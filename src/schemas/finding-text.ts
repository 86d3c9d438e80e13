import { createHash } from 'node:crypto';

/**
 * The anchor of a finding on its entry's page: `f-` and 8 hex digits of its normalised text (contract "Identity"). Case, Markdown, white space and the
 * punctuation at its end do not count; any other change makes another finding of it.
 */
export function findingAnchor(text: string): string {
  return `f-${textDigest(text)}`;
}

/** 8 hex digits of a text's words: the same for texts that differ only in case, Markdown, white space and the punctuation at their end. */
export function textDigest(text: string): string {
  return createHash('sha256').update(normalised(text)).digest('hex').slice(0, 8);
}

/** Whether a fragment is written like the anchor of a finding. */
export function isFindingAnchor(fragment: string): boolean {
  return /^f-[0-9a-f]{8}$/.test(fragment);
}

function normalised(text: string): string {
  const plain = withoutMarkup(text).replaceAll('`', '').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  let end = plain.length;
  // From the end by hand: a pattern would look at a long row of dots once for each of them.
  while (end > 0 && /[.!?;:,…。！？\s]/u.test(plain.charAt(end - 1))) end -= 1;
  return plain.slice(0, end);
}

const inlineTag = /<\/?(?:a|abbr|b|br|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,200})?\/?>/giu;

/**
 * A stretch of Markdown as words: links and images are what they are called, emphasis is gone, and so are comments and the tags that only set words
 * apart. Code keeps its backticks, and everything in it. Text that merely looks like markup (`3 * 4`, `<lambda>`) stays. Linear in the text.
 */
export function withoutMarkup(text: string): string {
  return text
    .split(/(`[^`]+`)/u)
    .map((part) => (part.length > 2 && part.startsWith('`') && part.endsWith('`') ? part : plainWords(part)))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

function plainWords(text: string): string {
  return text
    .replace(/<!--[^>]{0,500}-->/gu, ' ')
    .replace(/\[\[([^[\]|]{1,300})(?:\|([^[\]|]{1,300}))?\]\]/gu, (_, target: string, label?: string) => label ?? target)
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}(?:\s"[^"]{0,200}")?\)/gu, '$1')
    .replace(/<(https?:\/\/[^\s<>]{1,1000})>/giu, '$1')
    .replace(inlineTag, '')
    .replace(/\*\*|__|~~/gu, '')
    .replace(/(?<![\p{L}\p{N}*\\])\*([^*\s](?:[^*]{0,300}[^*\s\\])?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\])_([^_\s](?:[^_]{0,300}[^_\s\\])?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!<>|~$-])/gu, '$1');
}
