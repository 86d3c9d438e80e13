import { htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

import { isKnownElement } from './html-elements.ts';

const lessThan = 60;
const slash = 47;
const exclamationMark = 33;
const dash = 45;

/**
 * HTML of the elements in `html-elements.ts` and comments. Any other `<` is text, with Markdown behind it: so `<MODEL>` at
 * the start of a line does not swallow the paragraph, and `<script>` never becomes a tag.
 */
export const knownHtmlSyntax: Extension = {
  disable: { null: ['htmlFlow', 'htmlText'] },
  flow: { [lessThan]: { ...htmlFlow, name: 'knownHtmlFlow', tokenize: onlyKnown(htmlFlow) } satisfies Construct },
  text: { [lessThan]: { ...htmlText, name: 'knownHtmlText', tokenize: onlyKnown(htmlText) } satisfies Construct },
};

/** Texts in which a comment was found to be unclosed: so are all later ones, which keeps many `<!--` linear. */
const withUnclosedComment = new WeakSet<TokenizeContext>();

function onlyKnown(original: Construct): Construct['tokenize'] {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let isComment = false;
    const fail: State = (code) => {
      if (isComment) withUnclosedComment.add(this);
      return nok(code);
    };
    const start = original.tokenize.call(this, effects, ok, fail);
    const noteComment = (): boolean => {
      isComment = !withUnclosedComment.has(this);
      return isComment;
    };
    return effects.check(knownStart(noteComment), start, nok);
  };
}

function knownStart(acceptComment: () => boolean): Construct {
  return { partial: true, tokenize };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let name = '';

    const open: State = (code) => {
      effects.enter('data');
      effects.consume(code);
      return afterOpen;
    };
    const afterOpen: State = (code) => {
      if (code === exclamationMark) {
        effects.consume(code);
        return commentDash;
      }
      if (code === slash) {
        effects.consume(code);
        return inName;
      }
      return inName(code);
    };
    const commentDash: State = (code) => {
      if (code !== dash) return nok(code);
      effects.consume(code);
      return commentSecondDash;
    };
    const commentSecondDash: State = (code) => {
      effects.exit('data');
      return code === dash && acceptComment() ? ok(code) : nok(code);
    };
    const inName: State = (code) => {
      if (isNameCode(code) && name.length < 16) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return inName;
      }
      effects.exit('data');
      return isKnownElement(name) ? ok(code) : nok(code);
    };

    return open;
  }
}

function isNameCode(code: Code): code is number {
  return code !== null && code > 0 && /[A-Za-z0-9-]/u.test(String.fromCharCode(code));
}
