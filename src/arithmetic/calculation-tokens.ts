/** A piece of a calculation as people write it. Offsets into the text. */
export type Token =
  | {
      readonly is: 'number';
      readonly value: number;
      readonly written: string;
      readonly unit: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly is: 'word'; readonly word: string; readonly start: number; readonly end: number }
  | { readonly is: 'operator'; readonly sign: '+' | '-' | '*' | '/'; readonly start: number; readonly end: number }
  | { readonly is: 'relation'; readonly rounded: boolean; readonly start: number; readonly end: number }
  | { readonly is: '(' | ')' | '~' | 'other'; readonly start: number; readonly end: number };

const relation = /(?:={1,2}|≈|≃|≅|~=|=~|≈=)(?![=<>!~≈])/y;
const word = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}][\p{L}\p{N}_]*)*/uy;
const number = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const unit = /%|[µ\p{L}]+(?![\p{N}_])/uy;
/** Dates, times, versions, names and ranges that begin with a digit. */
const name = /\d[\p{N}.,]*(?:[-_:.–—](?=[\p{L}\p{N}])|[\p{L}]+[\p{N}_])[^\s,;()]*/uy;
const signs: ReadonlyMap<string, '+' | '-' | '*' | '/'> = new Map([
  ['+', '+'],
  ['−', '-'],
  ['×', '*'],
  ['*', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
]);

/** Cuts a text into what a calculation is made of; everything else becomes `other`. Linear; never throws. */
export function* calculationTokens(text: string): Generator<Token> {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  while (at < text.length) {
    const start = at;
    const character = text[at] ?? '';
    if (/\s/.test(character) && character !== '\n') {
      at += 1;
      continue;
    }
    const isTimes =
      /[xX]/.test(character) && /[\d)]\s*$/.test(text.slice(Math.max(0, at - 8), at)) && /^[xX]\s*[\d(]/.test(text.slice(at, at + 8));
    const sign = isTimes ? '*' : signs.get(character);
    if (isTimes || sign !== undefined) {
      at += 1;
      // `**` and the slashes of paths and addresses are no operators.
      const isPlain = text[at] !== character && text[start - 1] !== character;
      yield isPlain && sign !== undefined ? { is: 'operator', sign, start, end: at } : { is: 'other', start, end: at };
      continue;
    }
    const related = take(relation);
    if (related !== '') {
      at += related.length;
      const isComparison = /[<>!+\-*/:]/.test(text[start - 1] ?? '');
      yield isComparison ? { is: 'other', start, end: at } : { is: 'relation', rounded: !/^=+$/.test(related), start, end: at };
      continue;
    }
    if (/\d/.test(character)) {
      const named = take(name);
      // `2x2382` multiplies.
      const isProduct = /^\d+[xX]\d+$/.test(named) || /^\d+[xX]$/.test(named);
      if (named !== '' && !isProduct && !isNumber(named)) {
        at += named.length;
        yield { is: 'other', start, end: at };
        continue;
      }
      const written = take(number);
      at += written.length;
      const suffix = /^[xX]\s*[\d(]/.test(text.slice(at, at + 8)) ? '' : take(unit);
      at += suffix.length;
      yield { is: 'number', value: Number(written.replaceAll(',', '')), written, unit: suffix, start, end: at };
      continue;
    }
    const named = take(word);
    if (named !== '') {
      at += named.length;
      yield { is: 'word', word: named, start, end: at };
      continue;
    }
    at += 1;
    if (character === '-' && /\s/.test(text[start - 1] ?? '') && /\s/.test(text[at] ?? ''))
      yield { is: 'operator', sign: '-', start, end: at };
    else if (character === '(' || character === ')' || character === '~') yield { is: character, start, end: at };
    else yield { is: 'other', start, end: at };
  }
}

function isNumber(text: string): boolean {
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?[.,]?$/.test(text);
}
