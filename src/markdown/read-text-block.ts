import type { Definition, InlineCode, Nodes, Parent, RootContent, Text } from 'mdast';

import type { Link, LinkForm, Mention } from '#schemas/entry.ts';

import { anchorOf } from './anchors.ts';
import type { FoundMention } from './find-mentions.ts';
import { findInCode, findInText, paperOfUrl } from './find-mentions.ts';
import { readAddress, splitFragment } from './link-address.ts';
import { imageElement, linkElement } from './link-elements.ts';
import { contentIdPrefix } from './nest-html.ts';
import type { HtmlElement, WikiLink } from './nodes.ts';
import { pathInCode } from './path-in-code.ts';
import type { Positions } from './positions.ts';
import { createSentences } from './sentences.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Properties = HtmlElement['data']['hProperties'];

/** What is gathered over a whole document. */
export interface Gathered {
  readonly source: string;
  readonly positions: Positions;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The `id`s that content gives to its own HTML, with our prefix. */
  readonly contentIds: ReadonlySet<string>;
  readonly links: Writable<Link>[];
  readonly mentions: Writable<Mention>[];
}

/**
 * Reads inline nodes that make one block of text (a paragraph, a heading, a table cell): gathers its links and mentions
 * with their sentences, and puts finished elements in the place of link nodes.
 *
 * @param parent whose children from `first` up to `last` (exclusive) are the block's nodes
 * @returns the block's plain text, white space collapsed
 */
export function readTextBlock(parent: Parent, first: number, last: number, gathered: Gathered): string {
  const { source, positions, definitions, contentIds, links, mentions } = gathered;
  /** Links and mentions of this block, with the stretch of its plain text that they take. */
  const stretches: { readonly of: { sentence: string }; readonly start: number; readonly end: number }[] = [];
  let plain = '';
  let endsWithSpace = true;
  /** Where in the source we are: the texts around a literal URL come without a position. */
  let cursor = parent.children[first]?.position?.start.offset ?? parent.position?.start.offset ?? 0;
  const blockEnd = parent.children[last - 1]?.position?.end.offset ?? parent.position?.end.offset ?? source.length;

  readChildren(parent, first, last, false);
  const sentenceOf = createSentences(plain);
  for (const { of, start, end } of stretches) of.sentence = sentenceOf(start, end);
  return plain.trim();

  function append(text: string): void {
    const collapsed = text.replace(/\s+/gu, ' ');
    const addition = endsWithSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (addition === '') return;
    plain += addition;
    endsWithSpace = addition.endsWith(' ');
  }

  function readChildren(node: Parent, from: number, to: number, insideLink: boolean): void {
    for (let index = from; index < to; index++) {
      const child = node.children[index];
      if (child === undefined) continue;
      cursor = child.position?.start.offset ?? cursor;
      node.children[index] = read(child, insideLink);
      cursor = child.position?.end.offset ?? cursor;
    }
  }

  /** Reads a node and returns what stands in its place from now on. */
  function read(node: RootContent, insideLink: boolean): RootContent {
    switch (node.type) {
      case 'text':
        readText(node, insideLink);
        return node;
      case 'inlineCode':
        return insideLink ? readPlainCode(node) : readCode(node);
      case 'inlineMath':
        append(`$${node.value}$`);
        if (source.startsWith('$$', cursor)) node.data = { ...node.data, hProperties: { className: ['math-inline', 'math-display'] } };
        return node;
      case 'break':
        append(' ');
        return node;
      case 'link':
        return insideLink ? readAsWritten(node) : readLink(node, node.url, node.children, titleOf(node.title));
      case 'linkReference': {
        const definition = definitions.get(node.identifier);
        if (insideLink || definition === undefined) return readAsWritten(node);
        return readLink(node, definition.url, node.children, titleOf(definition.title));
      }
      case 'image':
        return readImage(node, node.url, node.alt ?? '', titleOf(node.title));
      case 'imageReference': {
        const definition = definitions.get(node.identifier);
        if (definition === undefined) return readAsWritten(node);
        return readImage(node, definition.url, node.alt ?? '', titleOf(definition.title));
      }
      case 'wikiLink':
        return insideLink ? readAsWritten(node) : readWikiLink(node);
      case 'htmlElement':
        return readHtmlElement(node, insideLink);
      default:
        if ('children' in node) readChildren(node, 0, node.children.length, insideLink);
        return node;
    }
  }

  function readText(node: Text, insideLink: boolean): void {
    if (insideLink) append(node.value);
    else appendWithMentions(node, node.value, findInText(node.value));
  }

  function readPlainCode(node: InlineCode): RootContent {
    append(node.value);
    return node;
  }

  function readCode(node: InlineCode): RootContent {
    const named = pathInCode(node.value);
    if (named === null) {
      appendWithMentions(node, node.value, findInCode(node.value));
      return node;
    }
    const start = plain.length;
    append(node.value);
    const offset = locatorIn(node, node.value)(node.value, 0);
    const isMarkdown = /\.(?:md|markdown)$/iu.test(named.path);
    if (!isMarkdown) addMention('file', node.value, offset, start);
    const fragment = named.fragment !== null && isMarkdown ? anchorOf(named.fragment) : named.fragment;
    const index = addLink('path', named.path, fragment, offset, offset + node.value.length);
    endLink(index, start);
    return linkElement({ type: 'workspace', target: named.path, fragment }, index, node.value, [node], {}, contentIds);
  }

  function readWikiLink(node: WikiLink): RootContent {
    const start = plain.length;
    append(node.value);
    const { fragment } = splitFragment(`${node.target}#${node.fragment ?? ''}`);
    const index = addLink('wiki', node.target, fragment, ...span(node));
    endLink(index, start);
    const text: Text = { type: 'text', value: node.value };
    if (node.target !== '') return linkElement({ type: 'workspace', target: node.target, fragment }, index, '', [text], {}, contentIds);
    return linkElement({ type: 'heading', fragment: fragment ?? '', written: node.fragment ?? '' }, index, '', [text], {}, contentIds);
  }

  function readLink(node: RootContent, url: string, children: RootContent[], own: Properties): RootContent {
    const address = readAddress(url);
    const start = plain.length;
    const [from, to] = span(node);
    // Its index comes before that of an image in its label.
    const index =
      address.type === 'workspace'
        ? addLink('markdown', address.target, address.fragment, from, to)
        : address.type === 'heading' && !contentIds.has(contentIdPrefix + address.written)
          ? addLink('markdown', '', address.fragment, from, to)
          : null;
    const label: Parent = { type: 'root', children };
    readChildren(label, 0, children.length, true);
    if (index !== null) endLink(index, start);
    const paper = address.type === 'outside' ? paperOfUrl(address.url) : null;
    if (paper !== null) addMention('paper', paper, from, start);
    return linkElement(address, index, url, label.children, own, contentIds);
  }

  function readImage(node: RootContent, url: string, alt: string, own: Properties): RootContent {
    const address = readAddress(url);
    const start = plain.length;
    append(alt);
    const index = address.type === 'workspace' ? addLink('image', address.target, address.fragment, ...span(node)) : null;
    if (index !== null) endLink(index, start);
    return imageElement(address, index, url, alt, own);
  }

  function readHtmlElement(node: HtmlElement, insideLink: boolean): RootContent {
    const { hName, hProperties } = node.data;
    if (hName === 'img') {
      const { alt, ...own } = hProperties;
      return readImage(node, node.url ?? '', typeof alt === 'string' ? alt : '', own);
    }
    if (hName === 'a' && node.url !== undefined) return readLink(node, node.url, node.children, hProperties);
    if (hName === 'br') append(' ');
    readChildren(node, 0, node.children.length, insideLink);
    return node;
  }

  /** A link in a link, which HTML does not have, or a reference to nothing. */
  function readAsWritten(node: RootContent): RootContent {
    const value = source.slice(...span(node));
    append(value);
    return { type: 'text', value };
  }

  function appendWithMentions(node: Nodes, value: string, found: readonly FoundMention[]): void {
    const offsetOf = locatorIn(node, value);
    let done = 0;
    for (const { kind, text, written, index } of found) {
      append(value.slice(done, index));
      const start = plain.length;
      append(written);
      done = index + written.length;
      addMention(kind, text, offsetOf(written, index), start);
    }
    append(value.slice(done));
  }

  /** Finds stretches of a node's value in the source, in order; the two differ where the source has escapes. */
  function locatorIn(node: Nodes, value: string): (written: string, index: number) => number {
    const start = node.position?.start.offset ?? cursor;
    const raw = source.slice(start, node.position?.end.offset ?? blockEnd);
    if (raw === value) return (_, index) => start + index;
    let searchFrom = 0;
    return (written) => {
      const found = raw.indexOf(written, searchFrom);
      if (found >= 0) searchFrom = found + written.length;
      if (node.position === undefined) cursor = start + searchFrom;
      return start + Math.max(found, 0);
    };
  }

  function addLink(form: LinkForm, target: string, fragment: string | null, start: number, end: number): number {
    const { line, column } = positions.place(start);
    const endColumn = positions.endColumn(start, end);
    return links.push({ form, target, fragment, label: '', relation: 'body', line, column, endColumn, sentence: '' }) - 1;
  }

  function endLink(index: number, start: number): void {
    const link = links[index];
    if (link === undefined) return;
    link.label = plain.slice(start).trim();
    stretches.push({ of: link, start, end: plain.length });
  }

  function addMention(kind: Mention['kind'], text: string, offset: number, start: number): void {
    const mention = { kind, text, ...positions.place(offset), sentence: '' };
    mentions.push(mention);
    stretches.push({ of: mention, start, end: plain.length });
  }

  function span(node: RootContent): [start: number, end: number] {
    const start = node.position?.start.offset ?? cursor;
    return [start, node.position?.end.offset ?? start];
  }
}

function titleOf(title: string | null | undefined): Properties {
  return title === null || title === undefined || title === '' ? {} : { title };
}
