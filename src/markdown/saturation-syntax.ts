import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

import { maximumMarks } from './limits.ts';

/**
 * Makes text of what follows the first two thousand marks of one paragraph, line by line: pairing marks is quadratic, and no
 * one writes that many. Must be the last extension, so that it is asked before any other construct. Left out are "`" and
 * "$": their own constructs must not be asked in the middle of a run of them, and are nearly linear.
 */
export const saturationSyntax: Extension = {
  text: Object.fromEntries(Array.from('[]*_~!<', (mark) => [mark.charCodeAt(0), { name: 'saturation', tokenize } satisfies Construct])),
};

const marksSeen = new WeakMap<TokenizeContext, number>();

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const rest: State = (code) => {
    // Line endings have codes below -2.
    if (code === null || code < -2) {
      effects.exit('data');
      return ok(code);
    }
    effects.consume(code);
    return rest;
  };

  return (code) => {
    const seen = (marksSeen.get(this) ?? 0) + 1;
    marksSeen.set(this, seen);
    if (seen <= maximumMarks) return nok(code);
    effects.enter('data');
    return rest(code);
  };
}
