/**
 * The elements of HTML in content that are shown as HTML; tags of any other are shown as text. None of them loads, runs
 * or styles anything, takes input or changes how an HTML parser reads what follows.
 */
const elements = new Set(
  (
    'a abbr b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span ' +
    'strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Obsolete elements, and those of which only the content is shown. */
const replacements = new Map([
  ['center', 'div'],
  ['font', 'span'],
  ['picture', 'span'],
  ['strike', 's'],
  ['tt', 'code'],
]);

const voidElements = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr']);
const optionalEndTags = new Set(['dd', 'dt', 'li', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'colgroup', 'rp', 'rt']);
const inlineElements = new Set(
  (
    'a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark picture q rp rt ruby s samp small source span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements that a start tag closes when they are open: HTML lets their end tags be left out. */
const closedBy = new Map([
  ['li', ['li']],
  ['p', ['p']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['td', 'th', 'tr']],
  ['tbody', ['td', 'th', 'tr', 'thead', 'tbody']],
  ['tfoot', ['td', 'th', 'tr', 'tbody']],
]);

const anyText = /^[^]*$/u;
const number = /^\d{1,4}%?$/u;
const flag = /^[^]*$/u;
const side = /^(?:left|right|center|justify)$/u;

/** Attributes of content that are kept, with the values they may have. Links, sources, ids and names are treated apart. */
const globalAttributes = new Map([
  ['title', anyText],
  ['lang', /^[\w-]{1,20}$/u],
  ['dir', /^(?:ltr|rtl|auto)$/u],
]);
const attributes = new Map([
  [
    'img',
    new Map([
      ['alt', anyText],
      ['width', number],
      ['height', number],
    ]),
  ],
  [
    'td',
    new Map([
      ['colspan', number],
      ['rowspan', number],
      ['align', side],
    ]),
  ],
  [
    'th',
    new Map([
      ['colspan', number],
      ['rowspan', number],
      ['align', side],
      ['scope', /^(?:row|col)(?:group)?$/u],
    ]),
  ],
  ['p', new Map([['align', side]])],
  ['div', new Map([['align', side]])],
  [
    'ol',
    new Map([
      ['start', number],
      ['reversed', flag],
    ]),
  ],
  ['li', new Map([['value', number]])],
  ['details', new Map([['open', flag]])],
  ['time', new Map([['datetime', /^[\w:.+ -]{1,40}$/u]])],
]);
/** The names hast knows them by, where they differ. */
const propertyNames = new Map([
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['datetime', 'dateTime'],
]);

export function isKnownElement(name: string): boolean {
  return elements.has(name.toLowerCase());
}

export function isVoidElement(name: string): boolean {
  return voidElements.has(name);
}

/** Whether HTML lets the end tag be left out: `<li>`, `<td>`, `<p>`. */
export function hasOptionalEndTag(name: string): boolean {
  return optionalEndTags.has(name);
}

/** Whether an element stands within a line of text. */
export function isInlineElement(name: string): boolean {
  return inlineElements.has(name);
}

/** The element that is shown for one of content. */
export function shownElement(name: string): string {
  return replacements.get(name) ?? name;
}

/** Whether a start tag ends an open element of another name, or of its own. */
export function endsElement(startTag: string, open: string): boolean {
  return closedBy.get(startTag)?.includes(open) === true;
}

/** The hast property for an attribute of content, or null where it is not kept. */
export function keptProperty(element: string, attribute: string, value: string): { name: string; value: string | boolean } | null {
  const pattern = globalAttributes.get(attribute) ?? attributes.get(element)?.get(attribute);
  if (pattern?.test(value) !== true) return null;
  return { name: propertyNames.get(attribute) ?? attribute, value: pattern === flag ? true : value };
}
