/** A JSON value with its place in the text: offsets, the end exclusive. */
export type JsonNode =
  | { readonly type: 'string'; readonly text: string; readonly start: number; readonly end: number }
  /** Numbers, `true`, `false`, `null`, and what is nested too deep to be taken apart: as written. */
  | { readonly type: 'literal' | 'deep'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly type: 'array'; readonly items: readonly JsonNode[]; readonly start: number; readonly end: number }
  | { readonly type: 'object'; readonly members: readonly JsonMember[]; readonly start: number; readonly end: number };

/** One pair of an object. Keys may occur twice: nothing is lost. */
export interface JsonMember {
  readonly key: string;
  /** Where the key begins, with its quote. */
  readonly start: number;
  readonly value: JsonNode;
}

export interface JsonError {
  /** Where reading stopped. */
  readonly offset: number;
  /** `a comma or "}"`. */
  readonly expected: string;
}

/** Values nested deeper stay as they are written. */
const deepest = 32;
const blank = /[ \t\r\n]*/y;
const plainString = /[^"\\\u0000-\u001f]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Reads a JSON text (RFC 8259) with the places of its parts and every number as written, which `JSON.parse` gives neither of.
 * Never throws, linear in the text.
 *
 * @returns the value, or where and why the text is not JSON
 */
export function readJson(text: string): JsonNode | JsonError {
  const reader = new JsonReader(text);
  try {
    const node = reader.value(0);
    reader.skipBlank();
    return reader.at < text.length ? { offset: reader.at, expected: 'the end' } : node;
  } catch (cause) {
    if (cause instanceof Stop) return cause.error;
    throw cause;
  }
}

export function isJsonError(read: JsonNode | JsonError): read is JsonError {
  return 'expected' in read;
}

/** Leaves the recursion at the first error. */
class Stop extends Error {
  readonly error: JsonError;
  constructor(error: JsonError) {
    super(error.expected);
    this.error = error;
  }
}

class JsonReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonNode {
    this.skipBlank();
    const start = this.at;
    switch (this.#text[start]) {
      case '"':
        return { type: 'string', text: this.#string(), start, end: this.at };
      case '{':
        return depth >= deepest ? this.#deep(start) : this.#object(start, depth);
      case '[':
        return depth >= deepest ? this.#deep(start) : this.#array(start, depth);
      default: {
        const text = this.#match(literal);
        if (text === '') this.#stop('a value');
        return { type: 'literal', text, start, end: this.at };
      }
    }
  }

  skipBlank(): void {
    this.#match(blank);
  }

  #object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    this.at += 1;
    this.skipBlank();
    if (this.#take('}')) return { type: 'object', members, start, end: this.at };
    for (;;) {
      this.skipBlank();
      const keyStart = this.at;
      if (this.#text[keyStart] !== '"') this.#stop('a key in double quotes');
      const key = this.#string();
      this.skipBlank();
      if (!this.#take(':')) this.#stop('a colon');
      members.push({ key, start: keyStart, value: this.value(depth + 1) });
      this.skipBlank();
      if (this.#take('}')) return { type: 'object', members, start, end: this.at };
      if (!this.#take(',')) this.#stop('a comma or "}"');
    }
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipBlank();
    if (this.#take(']')) return { type: 'array', items, start, end: this.at };
    for (;;) {
      items.push(this.value(depth + 1));
      this.skipBlank();
      if (this.#take(']')) return { type: 'array', items, start, end: this.at };
      if (!this.#take(',')) this.#stop('a comma or "]"');
    }
  }

  /** Only brackets and strings are looked at. */
  #deep(start: number): JsonNode {
    let open = 0;
    for (; this.at < this.#text.length;) {
      const character = this.#text[this.at];
      if (character === '"') {
        this.#string();
        continue;
      }
      this.at += 1;
      if (character === '{' || character === '[') open += 1;
      else if (character === '}' || character === ']') open -= 1;
      if (open === 0) return { type: 'deep', text: this.#text.slice(start, this.at), start, end: this.at };
    }
    return this.#stop('a closing bracket');
  }

  /** The text between the quotes, its escapes resolved. */
  #string(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      this.#match(plainString);
      const character = this.#text[this.at];
      if (character === '\\') this.at += 2;
      else if (this.#take('"')) break;
      else this.#stop('a closing quote');
    }
    const written = this.#text.slice(start, this.at);
    if (!written.includes('\\')) return written.slice(1, -1);
    try {
      // It begins and ends with a quote, so it is a string or no JSON at all.
      return (JSON.parse(written) as string).toWellFormed().replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '\uFFFD');
    } catch {
      this.at = start + written.indexOf('\\');
      return this.#stop('a known escape');
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #stop(expected: string): never {
    throw new Stop({ offset: Math.min(this.at, this.#text.length), expected });
  }
}
