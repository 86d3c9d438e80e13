import type { Code, Construct, Effects, Extension, Point, State, TokenizeContext } from 'micromark-util-types';
import type { Data } from 'unified';

import type { WikiLink } from './nodes.ts';

type TreeExtension = NonNullable<Data['fromMarkdownExtensions']>[number];

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiLinkData: 'wikiLinkData';
  }
}

const openingBracket = 91;
const closingBracket = 93;
const openingParenthesis = 40;
/** Longer ones are text; keeps many unclosed `[[` linear. */
const maximumLength = 500;

/**
 * `[[target]]`, `[[target|label]]`, `[[target#heading]]`, `[[target#heading|label]]`. Not a link, because real files mean
 * something else by it: inside code, with only numbers (`[[144,12,12]]`), with quotes (`df[["a"]]`), directly behind a
 * name (`x[[i]]`), before a space (`[[ -f file ]]`), and before `(` (`[[1]](url)` is a Markdown link).
 */
export const wikiLinkSyntax: Extension = {
  text: { [openingBracket]: { name: 'wikiLink', tokenize } satisfies Construct },
};

/** Makes a `wikiLink` node of each. */
export const wikiLinkTree: TreeExtension = {
  enter: {
    wikiLink(token) {
      this.enter(readWikiLink(this.sliceSerialize(token)), token);
    },
  },
  exit: {
    wikiLink(token) {
      this.exit(token);
    },
  },
};

function readWikiLink(source: string): WikiLink {
  // In a table cell the bar is escaped.
  const inner = source.slice(2, -2).replaceAll('\\|', '|');
  const bar = inner.indexOf('|');
  const address = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const label = bar < 0 ? '' : inner.slice(bar + 1).trim();
  const hash = address.indexOf('#');
  return {
    type: 'wikiLink',
    target: hash < 0 ? address : address.slice(0, hash).trim(),
    fragment: hash < 0 ? null : address.slice(hash + 1).trim(),
    value: label === '' ? address : label,
  };
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let contentStart: Point;
  let length = 0;

  const open: State = (code) => {
    if (endsName(this.previous)) return nok(code);
    effects.enter('wikiLink');
    effects.enter('wikiLinkData');
    effects.consume(code);
    return openAgain;
  };

  const openAgain: State = (code) => {
    if (code !== openingBracket) return nok(code);
    effects.consume(code);
    contentStart = this.now();
    return content;
  };

  const content: State = (code) => {
    length += 1;
    if (code === null || code < -2 || code === openingBracket || length > maximumLength) return nok(code);
    if (code === closingBracket) {
      const text = this.sliceSerialize({ start: contentStart, end: this.now() });
      if (!isWikiLink(text)) return nok(code);
      effects.consume(code);
      return closeAgain;
    }
    effects.consume(code);
    return content;
  };

  const closeAgain: State = (code) => {
    if (code !== closingBracket) return nok(code);
    effects.consume(code);
    effects.exit('wikiLinkData');
    effects.exit('wikiLink');
    return end;
  };

  const end: State = (code) => (code === openingParenthesis || code === closingBracket ? nok(code) : ok(code));

  return open;
}

const date = /^\d{4}-\d{2}-\d{2}(?=[#|]|$)/u;

function isWikiLink(content: string): boolean {
  if (/^\s/u.test(content) || /^[|]/u.test(content) || /^["'`]|"|["'`]$/u.test(content)) return false;
  return /\p{L}/u.test(content) || date.test(content);
}

/** Whether an index expression (`x[[i]]`, `f(x)[[1]]`) would begin behind this code. */
function endsName(code: Code): boolean {
  return code !== null && code > 0 && /[\w)\]]/u.test(String.fromCharCode(code));
}
