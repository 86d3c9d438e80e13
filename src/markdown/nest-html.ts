import type { Heading, Html, Parent, RootContent } from 'mdast';
import type { Position } from 'unist';

import { decodeReferences } from './decode-references.ts';
import {
  endsElement,
  hasOptionalEndTag,
  isInlineElement,
  isKnownElement,
  isVoidElement,
  keptProperty,
  shownElement,
} from './html-elements.ts';
import type { HtmlPiece } from './html-tags.ts';
import { readHtml } from './html-tags.ts';
import type { HtmlElement } from './nodes.ts';
import type { Positions } from './positions.ts';

/** Before every `id` and `name` of content, so that it cannot stand for one of ours or of the DOM. */
export const contentIdPrefix = 'user-content-';

const maximumHtmlDepth = 32;

type StartTag = Extract<HtmlPiece, { type: 'start' }>;

interface Frame {
  readonly tag: StartTag;
  readonly position: Position | undefined;
  readonly children: RootContent[];
}

/**
 * Replaces the `html` nodes of a tree by elements: tag by tag, from the lists in `html-elements.ts`, and only where start
 * and end tag stand in the same parent. Any other tag becomes text as written. No HTML parser reads content, and no
 * `html` node is left.
 */
export function nestHtml(tree: Parent, source: string, positions: Positions): void {
  nestChildren(tree, false);

  function nestChildren(parent: Parent, insideLink: boolean): void {
    const hasHtml = parent.children.some((child) => child.type === 'html');
    for (const child of parent.children) {
      if ('children' in child) nestChildren(child, insideLink || child.type === 'link' || child.type === 'linkReference');
    }
    if (!hasHtml) return;
    const nested = nestSiblings(parent.children, insideLink);
    parent.children = isFlow(parent) ? wrapLooseText(nested) : nested;
  }

  function nestSiblings(siblings: readonly RootContent[], insideLink: boolean): RootContent[] {
    const result: RootContent[] = [];
    const frames: Frame[] = [];
    const top = (): Frame | undefined => frames.at(-1);
    const add = (...nodes: RootContent[]): void => {
      const children = top()?.children ?? result;
      for (const node of nodes) children.push(node);
    };

    const close = (): void => {
      const frame = frames.pop();
      if (frame !== undefined) add(createElement(frame));
    };
    // A tag without its other half is text; what follows it stays.
    const dissolve = (): void => {
      const frame = frames.pop();
      if (frame === undefined) return;
      if (!hasOptionalEndTag(frame.tag.name)) add({ type: 'text', value: frame.tag.source });
      add(...frame.children);
    };

    const start = (tag: StartTag, position: Position | undefined): void => {
      let open = top();
      while (open !== undefined && endsElement(tag.name, open.tag.name)) {
        close();
        open = top();
      }
      const nestedLink = tag.name === 'a' && (insideLink || frames.some((frame) => frame.tag.name === 'a'));
      if (!isKnownElement(tag.name) || nestedLink || frames.length >= maximumHtmlDepth) {
        add({ type: 'text', value: tag.source });
      } else if (isVoidElement(tag.name) || tag.selfClosing) {
        // A source only names other sizes of the picture's image.
        if (tag.name !== 'source') add(createElement({ tag, position, children: [] }));
      } else {
        frames.push({ tag, position, children: [] });
      }
    };

    const end = (name: string, tagSource: string): void => {
      const index = frames.findLastIndex((frame) => frame.tag.name === name);
      if (index < 0) {
        add({ type: 'text', value: tagSource });
        return;
      }
      while (frames.length > index + 1) {
        if (hasOptionalEndTag(top()?.tag.name ?? '')) close();
        else dissolve();
      }
      close();
    };

    for (const node of siblings) {
      if (node.type !== 'html') {
        add(node);
        continue;
      }
      let searchFrom = node.position?.start.offset ?? 0;
      for (const piece of readHtml(node.value)) {
        const place = findPiece(piece.source, node, searchFrom);
        searchFrom = place?.end.offset ?? searchFrom;
        if (piece.type === 'text') add({ type: 'text', value: decodeReferences(piece.source), ...(place && { position: place }) });
        else if (piece.type === 'start') start(piece, place ?? node.position);
        else end(piece.name, piece.source);
      }
    }
    while (frames.length > 0) dissolve();
    return result;
  }

  /** Where a piece stands in the file: inside containers the node's value is not a slice of the source. */
  function findPiece(text: string, node: Html, from: number): Position | undefined {
    const end = node.position?.end.offset ?? from;
    const index = source.startsWith(text, from) ? 0 : source.slice(from, end).indexOf(text);
    return index < 0 ? undefined : positions.position(from + index, from + index + text.length);
  }
}

function createElement({ tag, position, children }: Frame): HtmlElement | Heading {
  const depth = /^h([1-6])$/u.exec(tag.name)?.[1];
  if (depth !== undefined) {
    // `children` come from between the tags of a heading, where only inline content is expected; remark-rehype takes any.
    return {
      type: 'heading',
      depth: Number(depth) as Heading['depth'],
      children: children as Heading['children'],
      ...(position && { position }),
    };
  }
  const hProperties: HtmlElement['data']['hProperties'] = {};
  for (const [name, value] of tag.attributes) {
    const property = keptProperty(tag.name, name, decodeReferences(value));
    if (property !== null) hProperties[property.name] = property.value;
  }
  const id = tag.attributes.get('id') ?? tag.attributes.get('name');
  if (id !== undefined && id !== '') hProperties['id'] = contentIdPrefix + decodeReferences(id);
  if (tag.name === 'center') hProperties['align'] = 'center';

  const url = tag.name === 'a' ? tag.attributes.get('href') : tag.name === 'img' ? tag.attributes.get('src') : undefined;
  return {
    type: 'htmlElement',
    data: { hName: shownElement(tag.name), hProperties },
    ...(url !== undefined && { url: decodeReferences(url) }),
    children,
    ...(position && { position }),
  };
}

function isFlow({ type }: Parent): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}

/** Text and inline elements that stand among blocks come into a paragraph of their own. */
function wrapLooseText(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let loose: RootContent[] = [];
  const endLoose = (): void => {
    // Only phrasing content gets here, which TypeScript cannot see through `isLoose`.
    const children = loose as Extract<RootContent, { type: 'paragraph' }>['children'];
    if (loose.some((node) => node.type !== 'text' || node.value.trim() !== '')) result.push({ type: 'paragraph', children });
    loose = [];
  };
  for (const node of nodes) {
    if (isLoose(node)) {
      loose.push(node);
    } else {
      endLoose();
      result.push(node);
    }
  }
  endLoose();
  return result;
}

function isLoose(node: RootContent): boolean {
  return node.type === 'text' || (node.type === 'htmlElement' && isInlineElement(node.data.hName));
}
