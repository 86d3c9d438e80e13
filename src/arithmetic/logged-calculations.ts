import { calculationTokens, type Token } from './calculation-tokens.ts';
import { parseExpression, type Amount } from './calculator.ts';
import { maybeSame } from './same-amount.ts';
import { shortNumber, type WrongArithmetic } from './wrong-claim.ts';

/**
 * The calculations of a run log that do not hold (formats.md, "run log"): `8000/4 = 2000`, `2000/4.34 ≈ 461s`, `16 scripts (4 runs × 2 tasks ×
 * 2 epochs)`. The fields of a run log hold little but the calculation; prose is read by `prose-calculations.ts`.
 */
export function wrongLoggedCalculations(text: string): WrongArithmetic[] {
  const tokens = [...calculationTokens(text)];
  return tokens.flatMap((token, index) => {
    if (token.is === 'relation') return wrongRelation(tokens, index, token.rounded) ?? [];
    if (token.is === '(') return wrongProduct(tokens, index) ?? [];
    return [];
  });
}

/** `… left = right …`: the longest expression that ends at the sign, against the one that begins behind it. */
function wrongRelation(tokens: readonly Token[], at: number, rounded: boolean): WrongArithmetic | null {
  const behind = tokens[at + 1]?.is === '~' ? at + 2 : at + 1;
  const right = parseExpression(tokens, behind);
  const left = expressionBefore(tokens, at);
  if (right === null || left === null) return null;
  const after = tokens[right.next];
  if (after?.is === 'operator' || (after?.is === 'other' && touches(tokens[right.next - 1], after) && !isEnd(tokens, right.next)))
    return null;
  if (left.amount.operators + right.amount.operators === 0) return null;
  const isRounded = rounded || behind > at + 1;
  if ([right.amount, right.first].some((candidate) => maybeSame(left.amount, candidate, isRounded))) return null;
  const end = tokens[right.next - 1]?.end ?? 0;
  return { is: 'wrong', start: left.start, end, comesTo: shown(left.amount.operators > 0 ? left.amount : right.amount) };
}

function expressionBefore(tokens: readonly Token[], at: number): { readonly amount: Amount; readonly start: number } | null {
  let first = at;
  for (let index = at - 1; index >= Math.max(0, at - 40); index -= 1) {
    const token = tokens[index];
    if (token === undefined || token.is === 'relation' || token.is === 'other' || token.is === '~') break;
    first = index;
  }
  for (let index = first; index < at; index += 1) {
    const token = tokens[index];
    if (token?.is !== 'number' && token?.is !== '(') continue;
    const parsed = parseExpression(tokens, index);
    if (parsed?.next !== at) continue;
    const before = tokens[index - 1];
    const isPartOfMore =
      before?.is === 'operator' ||
      before?.is === '~' ||
      before?.is === ')' ||
      (before?.is === 'other' && touches(before, token)) ||
      (before?.is === 'word' && /^(?:of|per|to|by|minus|plus|times|than)$/i.test(before.word));
    return isPartOfMore ? null : { amount: parsed.amount, start: token.start };
  }
  return null;
}

/** `16 scripts created (4 runs × 2 tasks × 2 epochs)`: a count, and in brackets nothing but how it comes about. */
function wrongProduct(tokens: readonly Token[], open: number): WrongArithmetic | null {
  const inner = parseExpression(tokens, open + 1);
  if (inner === null || inner.amount.operators === 0 || tokens[inner.next]?.is !== ')') return null;
  if (inner.amount.nouns.some(({ noun }) => /^(?:each|every|per|at|in|on|of|from|to|left|remaining|max|min|about)$/.test(noun)))
    return null;
  let counted: Extract<Token, { readonly is: 'number' }> | null = null;
  const words: string[] = [];
  for (let index = open - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.is === 'word') words.unshift(token.word.toLowerCase());
    else if (token?.is === 'number') {
      const before = tokens[index - 1];
      const isAlone = before === undefined || before.is === 'word' || (before.is === 'other' && !touches(before, token));
      if (isAlone && (words.length > 0 || before === undefined)) counted = token;
      break;
    } else break;
  }
  const before = tokens[tokens.findIndex((token) => token === counted) - 1];
  if (
    counted === null ||
    words.length > 6 ||
    (before?.is === 'word' && /^(?:of|epoch|step|run|rank|seed|top|first|last|to)$/i.test(before.word))
  )
    return null;
  const outer = parseExpression([counted, ...words.map((word) => ({ is: 'word', word, start: 0, end: 0 }) as const)], 0);
  if (outer === null) return null;
  // A size is no count; and a number that is one of the factors is no result.
  if (outer.amount.measures.length > 0 !== inner.amount.measures.length > 0) return null;
  if (inner.amount.nouns.some(({ noun }) => noun === words[0])) return null;
  if (maybeSame(inner.amount, outer.amount, false)) return null;
  return { is: 'wrong', start: counted.start, end: tokens[inner.next]?.end ?? 0, comesTo: shown(inner.amount) };
}

function touches(before: Token | undefined, after: Token): boolean {
  return before?.end === after.start;
}

/** Whether a mark ends a sentence or a part of one. */
function isEnd(tokens: readonly Token[], index: number): boolean {
  const [mark, next] = [tokens[index], tokens[index + 1]];
  return mark !== undefined && (next === undefined || next.start > mark.end || next.is === ')');
}

function shown({ low, high }: Amount): string {
  return shortNumber((low + high) / 2, 6);
}
