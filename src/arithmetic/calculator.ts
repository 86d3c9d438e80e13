import type { Token } from './calculation-tokens.ts';

/** What an expression comes to, between bounds: numbers with decimals were rounded by whoever wrote them. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** How many operators it has. */
  readonly operators: number;
  /** Units of time, size and share in it, as written. */
  readonly measures: readonly string[];
  /** Other words behind its numbers, in lower case: what is counted. */
  readonly nouns: readonly { readonly noun: string; readonly count: number }[];
  /** The number alone, where there is no operator. */
  readonly single: Extract<Token, { readonly is: 'number' }> | null;
  /** Amounts of different sorts were added: nothing can be said. */
  readonly unclear: boolean;
}

export interface Parsed {
  readonly amount: Amount;
  /** The first operand alone: `a/b = c × d` goes on with `c`. */
  readonly first: Amount;
  /** Index of the token behind it. */
  readonly next: number;
}

const measureWords =
  /^(?:%|percent|ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|weeks?|b|kb|mb|gb|tb|kib|mib|gib|tib|bytes?|k|g|t|bn|it|iter|hz|khz|mhz|ghz|w|kw|kwh|usd|eur|gpu-hours?|µs|us|ns)$/i;
const mostUnitWords = 4;

function isMeasure(unit: string): boolean {
  return measureWords.test(unit);
}

/**
 * Evaluates `2000/4.34`, `4 runs × 2 tasks`, `(8 min + 2 min) × 3` from a token on, by the usual precedence. Pure arithmetic, nothing is run.
 *
 * @returns null where no expression begins there
 */
export function parseExpression(tokens: readonly Token[], from: number): Parsed | null {
  const parser = new Parser(tokens, from);
  const amount = parser.sum(0);
  return amount === null || parser.first === null ? null : { amount, first: parser.first, next: parser.at };
}

class Parser {
  readonly #tokens: readonly Token[];
  at: number;
  first: Amount | null = null;

  constructor(tokens: readonly Token[], from: number) {
    this.#tokens = tokens;
    this.at = from;
  }

  sum(depth: number): Amount | null {
    let left = this.#product(depth);
    for (;;) {
      const token = this.#tokens[this.at];
      if (left === null || token?.is !== 'operator' || (token.sign !== '+' && token.sign !== '-')) return left;
      const back = this.at;
      this.at += 1;
      const right = this.#product(depth);
      if (right === null) {
        this.at = back;
        return left;
      }
      const isSum = token.sign === '+';
      left = joined(left, right, left.low + (isSum ? right.low : -right.high), left.high + (isSum ? right.high : -right.low), {
        unclear: [...left.measures].sort().join() !== [...right.measures].sort().join(),
      });
    }
  }

  #product(depth: number): Amount | null {
    let left = this.#operand(depth);
    for (;;) {
      const token = this.#tokens[this.at];
      if (left === null || token?.is !== 'operator' || (token.sign !== '*' && token.sign !== '/')) return left;
      const back = this.at;
      this.at += 1;
      const right = this.#operand(depth);
      if (right === null) {
        this.at = back;
        return left;
      }
      const isQuotient = token.sign === '/';
      const bounds = [left.low, left.high].flatMap((a) => [right.low, right.high].map((b) => (isQuotient ? a / b : a * b)));
      left = joined(left, right, Math.min(...bounds), Math.max(...bounds), { unclear: isQuotient && right.low <= 0 });
    }
  }

  #operand(depth: number): Amount | null {
    const token = this.#tokens[this.at];
    if (token?.is === '(' && depth < 8) {
      const back = this.at;
      this.at += 1;
      const inner = this.sum(depth + 1);
      if (inner === null || this.#tokens[this.at]?.is !== ')') {
        this.at = back;
        return null;
      }
      this.at += 1;
      return this.#withUnits(inner);
    }
    if (token?.is !== 'number') return null;
    this.at += 1;
    const half =
      Number.isInteger(token.value) && !/[eE.]/.test(token.written) && !/^[kKMBGT]$/.test(token.unit) ? 0 : lastDigit(token.written) / 2;
    return this.#withUnits({
      low: token.value - half,
      high: token.value + half,
      operators: 0,
      measures: isMeasure(token.unit) || /^[kKMBGT]$/.test(token.unit) ? [token.unit] : [],
      nouns: [],
      single: token,
      unclear: token.value > Number.MAX_SAFE_INTEGER,
    });
  }

  /** The words behind a number, and `/word` as of a rate. */
  #withUnits(amount: Amount): Amount {
    const measures = [...amount.measures];
    const nouns = [...amount.nouns];
    for (let taken = 0; taken < mostUnitWords; taken += 1) {
      const [token, next] = [this.#tokens[this.at], this.#tokens[this.at + 1]];
      if (token?.is === 'operator' && token.sign === '/' && next?.is === 'word') {
        measures.push(`/${next.word.toLowerCase()}`);
        this.at += 2;
        continue;
      }
      if (token?.is !== 'word') break;
      if (isMeasure(token.word)) measures.push(token.word);
      else nouns.push({ noun: token.word.toLowerCase(), count: amount.low });
      this.at += 1;
    }
    const whole = { ...amount, measures, nouns };
    this.first ??= whole;
    return whole;
  }
}

function joined(left: Amount, right: Amount, low: number, high: number, { unclear }: { readonly unclear: boolean }): Amount {
  return {
    low,
    high,
    operators: left.operators + right.operators + 1,
    measures: [...left.measures, ...right.measures],
    nouns: [...left.nouns, ...right.nouns],
    single: null,
    unclear: unclear || left.unclear || right.unclear,
  };
}

/** What one in the last digit of a number as written is worth: `4.34` → 0.01, `1e-5` → 1e-5. */
export function lastDigit(written: string): number {
  const [mantissa = '', exponent = '0'] = written.replaceAll(',', '').toLowerCase().split('e');
  return 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0));
}
