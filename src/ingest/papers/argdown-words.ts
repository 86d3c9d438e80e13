import type { IRuleNode, ITokenNode } from '@argdown/core';
import type { MapNode } from '#schemas/argument-map.ts';
import { endOf, sourceOf, tokensOf } from './argdown-tree.ts';

/**
 * Running text as it is read aloud, line by line: without tags and marks of emphasis, links as their words, and without lines that are nothing but
 * links, which name sources. A quotation stands on lines that begin with `>`.
 */
export function wordsOf(content: IRuleNode, text: string): string {
  let words = '';
  let end: number | null = null;
  for (const token of tokensOf(content)) {
    // White space between tokens, and comments, are no tokens.
    const gap = end !== null && token.startOffset > end ? ' ' : '';
    words += gap + (isTag(token, text) ? ' ' : wordsIn(token, sourceOf(token, text)));
    end = endOf(token);
  }
  return words
    .split('\n')
    .map((line) => line.replace(onlyLinks, '').replace(linkMarks, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** `#tag` and `#(two words)`, without their signs. */
export function tagsIn(content: IRuleNode, text: string): string[] {
  return [...tokensOf(content)].filter((token) => isTag(token, text)).map((token) => tagOf(sourceOf(token, text)));
}

export function tagOf(source: string): string {
  return source.trim().replace(/^#\(?/, '').replace(/\)$/, '').trim();
}

/** Links to addresses that are safe to follow, each once. */
export function webLinksIn(content: IRuleNode, text: string): MapNode['links'] {
  const links = [...tokensOf(content)].flatMap((token) => {
    const [, words = '', url = ''] = token.tokenType.name === 'Link' ? (webLink.exec(sourceOf(token, text)) ?? []) : [];
    return url === '' ? [] : [{ text: words, url }];
  });
  return [...new Map(links.map((link) => [link.url, link])).values()];
}

/** `[words](address)` */
const webLink = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/i;

/** Noncharacters, which no text holds on purpose, stand around the words of links. */
const [linkStart, linkEnd] = ['\ufdd0', '\ufdd1'];
const linkMarks = /[\ufdd0\ufdd1]/g;
const onlyLinks = /^\s*(?:\ufdd0[^\ufdd1]*\ufdd1\s*)+$/;

/** A `#` in the middle of a word is no tag: `https://example.org/#part`. */
function isTag(token: ITokenNode, text: string): boolean {
  return token.tokenType.name === 'Tag' && /^$|\s/.test(text.slice(Math.max(token.startOffset - 1, 0), token.startOffset));
}

function wordsIn(token: ITokenNode, source: string): string {
  const { name } = token.tokenType;
  if (name === 'HeadingStart') return '';
  if (/^(?:Asterisk|Underscore)(?:Bold|Italic)(?:Start|End)$/.test(name)) return /\s$/.test(source) ? ' ' : '';
  if (name === 'EscapedChar') return source.slice(1);
  if (name === 'Link') return `${linkStart}${source.slice(1, source.indexOf(']('))}${linkEnd} `;
  if (name === 'StatementMention' || name === 'ArgumentMention') return `${source.trim().slice(2, -1)} `;
  return name === 'Newline' ? '\n' : source;
}
