import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextData: 'mathTextData';
    mathTextSequence: 'mathTextSequence';
  }
}

const dollar = 36;
const backslash = 92;
const backtick = 96;

/**
 * `$…$` by Pandoc's rule: the opening `$` stands before a non-space, the closing one behind a non-space and not before a
 * digit, and a `$` that cannot close ends the attempt, so that `$14.50 and $15` stays text. Beyond the rule, a formula
 * holds no backtick, because a `$` in a code span closes nothing. Emits the tokens of micromark-extension-math, which
 * makes an `inlineMath` node of them; `$$` is left to that extension. Linear: an attempt never reads past the next `$`.
 */
export const inlineMathSyntax: Extension = {
  text: { [dollar]: { name: 'inlineMath', tokenize, previous: (code) => code !== dollar } satisfies Construct },
};

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  // What the codes before say about the next one.
  let afterSpace = true;
  let escaped = false;

  const open: State = (code) => {
    // micromark asks `previous` only of one of the constructs that begin with a `$`.
    if (this.previous === dollar) return nok(code);
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return first;
  };

  const first: State = (code) => (isSpace(code) ? nok(code) : between(code));

  const between: State = (code) => {
    if (code === null || code === backtick) return nok(code);
    if (isLineEnding(code)) {
      effects.enter('lineEnding');
      consume(code);
      effects.exit('lineEnding');
      return between;
    }
    if (code === dollar && !escaped) return afterSpace ? nok(code) : close(code);
    effects.enter('mathTextData');
    return data(code);
  };

  const data: State = (code) => {
    if (code === null || code === backtick || isLineEnding(code) || (code === dollar && !escaped)) {
      effects.exit('mathTextData');
      return between(code);
    }
    consume(code);
    return data;
  };

  const close: State = (code) => {
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return (next) => (next === dollar || isDigit(next) ? nok(next) : ok(next));
  };

  function consume(code: Code): void {
    effects.consume(code);
    escaped = code === backslash && !escaped;
    afterSpace = isSpace(code);
  }

  return open;
}

/** micromark's codes below zero are line endings, tabs and the columns a tab fills. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}
