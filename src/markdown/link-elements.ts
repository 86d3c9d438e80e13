import type { RootContent } from 'mdast';

import type { LinkAddress } from './link-address.ts';
import { contentIdPrefix } from './nest-html.ts';
import type { HtmlElement } from './nodes.ts';

type Properties = HtmlElement['data']['hProperties'];

/** Longest part of an address that is shown where it is not followed. */
const maximumShownAddress = 80;

/**
 * The element for a link of content.
 *
 * @param index the link's index in the entry's links; null for one that leads outside or nowhere
 * @param own attributes that content gave to its own HTML, already allowed
 */
export function linkElement(
  address: LinkAddress,
  index: number | null,
  written: string,
  children: RootContent[],
  own: Properties,
  contentIds: ReadonlySet<string>,
): HtmlElement {
  switch (address.type) {
    case 'outside':
      return element('a', { href: address.url, rel: ['noopener', 'noreferrer'], ...own }, children);
    case 'heading': {
      const isOwnId = contentIds.has(contentIdPrefix + address.written);
      return element('a', { href: isOwnId ? `#${contentIdPrefix}${address.written}` : `#${address.fragment}`, ...own }, children);
    }
    case 'workspace':
      return element('a', { dataLink: String(index), ...own }, children);
    case 'refused':
      return element('span', { className: ['refused-link'], ...refusal(written) }, children);
  }
}

/** The element for an image of content; one that is not shown leaves its alternative text. */
export function imageElement(address: LinkAddress, index: number | null, written: string, alt: string, own: Properties): HtmlElement {
  switch (address.type) {
    case 'outside':
      return element('img', { src: address.url, alt, ...own }, []);
    case 'workspace':
      return element('img', { dataLink: String(index), alt, ...own }, []);
    case 'heading':
    case 'refused':
      return element('span', { className: ['refused-image'], ...refusal(written) }, [{ type: 'text', value: alt === '' ? 'image' : alt }]);
  }
}

function refusal(written: string): Properties {
  const shown = written.trim();
  return shown === ''
    ? {}
    : { title: `Not linked: ${shown.length > maximumShownAddress ? `${shown.slice(0, maximumShownAddress)}…` : shown}` };
}

function element(hName: string, hProperties: Properties, children: RootContent[]): HtmlElement {
  return { type: 'htmlElement', data: { hName, hProperties }, children };
}
