import type { RawValue } from '#schemas/fields.ts';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';

/** A mapping whose keys come from a workspace: own properties only, and never `__proto__`. */
export type RawMapping = Readonly<Record<string, RawValue>>;

export interface RawYaml {
  /** Null where the text is YAML but no mapping (a sentence, a list). */
  readonly data: RawMapping | null;
  /** By dotted path, offsets into the text: `tags.0` → [12, 20]. */
  readonly keys: ReadonlyMap<string, Range>;
  readonly values: ReadonlyMap<string, Range>;
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly reason: string;
  readonly range: Range;
}

export type Range = readonly [start: number, end: number];

/** Nobody writes frontmatter that is larger or deeper; it bounds what aliases can expand to. */
const mostValues = 10_000;
const deepest = 16;

/**
 * Reads YAML so that every scalar stays the text that was written: commit `0640555`, `12e4567` and `2025-13-45` are no numbers and no dates
 * (design, "Facts", gray-matter). Never throws.
 *
 * Of damaged YAML each top-level key is read on its own, so that one mistake does not swallow the keys behind it: the result holds the keys
 * that are right, and an error for each that is not.
 */
export function readRawYaml(text: string): RawYaml {
  const whole = readDocument(text, 0);
  if (whole.syntaxError === null) return whole;
  if (whole.syntaxError.reason === tooMuch) return { ...nothingRead, errors: [whole.syntaxError] };

  const parts = topLevelParts(text).map(({ part, offset }) => readDocument(part, offset));
  const right = parts.filter(({ syntaxError }) => syntaxError === null);
  const wrong = parts.flatMap(({ syntaxError }) => syntaxError ?? []);
  const data = emptyMapping();
  for (const part of right) Object.assign(data, part.data);
  return {
    data: whole.data === null && right.every((part) => part.data === null) ? null : data,
    keys: new Map(right.flatMap(({ keys }) => [...keys])),
    values: new Map(right.flatMap(({ values }) => [...values])),
    errors: wrong.length > 0 ? wrong : [whole.syntaxError],
  };
}

/** The text under a key, without white space around it; null where there is none, or something else. */
export function textIn(mapping: RawMapping, key: string): string | null {
  const value = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const nothingRead: RawYaml = { data: null, keys: new Map(), values: new Map(), errors: [] };

interface ReadDocument extends RawYaml {
  /** The first one; those behind it are mostly its consequences. Not among `errors`. */
  readonly syntaxError: YamlError | null;
}

/** @param offset where the text stands in the whole, added to all ranges */
function readDocument(text: string, offset: number): ReadDocument {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
  const reader = new Reader(document, offset);
  const { contents } = document;
  const [error] = document.errors;
  const data = isMap(contents) ? reader.mapping(contents.items, '', 0) : contents === null && error === undefined ? emptyMapping() : null;
  const reason = error?.code === 'RESOURCE_EXHAUSTION' ? tooMuch : sentence(error?.message ?? '');
  // What is missing at the end is missing behind the last thing written, not on some later line.
  const end = text.trimEnd().length;
  const syntaxError: YamlError | null =
    error === undefined ? null : { reason, range: [Math.min(error.pos[0], end) + offset, Math.min(error.pos[1], end) + offset] };
  return { data, keys: reader.keys, values: reader.values, errors: reader.errors, syntaxError };
}

/** The stretches that begin with a line that is neither indented nor a comment nor an item of a list. */
function topLevelParts(text: string): { readonly part: string; readonly offset: number }[] {
  const starts = [...text.matchAll(/^[^\s#\]}-]/gm)].map(({ index }) => index);
  return starts.map((offset, index) => ({ part: text.slice(offset, starts[index + 1]), offset }));
}

class Reader {
  readonly keys = new Map<string, Range>();
  readonly values = new Map<string, Range>();
  readonly errors: YamlError[] = [];
  readonly #document: Document;
  readonly #offset: number;
  #read = 0;
  #isFull = false;

  constructor(document: Document, offset: number) {
    this.#document = document;
    this.#offset = offset;
  }

  mapping(pairs: readonly Pair[], path: string, depth: number): RawMapping {
    const mapping = emptyMapping();
    for (const pair of pairs) {
      // Pairs of a parsed document hold nodes, which the type of a Pair does not say.
      const [keyNode, valueNode] = [pair.key as Node | null, pair.value as Node | null];
      const range = this.range(keyNode);
      if (!isScalar(keyNode) || typeof keyNode.value !== 'string') {
        this.errors.push({ reason: 'A key is a single word or text', range });
        continue;
      }
      const name = this.text(keyNode.value, range);
      if (name === '__proto__') {
        this.errors.push({ reason: 'The key "__proto__" is not allowed', range });
        continue;
      }
      if (Object.hasOwn(mapping, name)) {
        this.errors.push({ reason: `The key "${name}" is there twice`, range });
        continue;
      }
      const keyPath = path === '' ? name : `${path}.${name}`;
      this.keys.set(keyPath, range);
      mapping[name] = this.value(valueNode, keyPath, depth + 1);
    }
    return mapping;
  }

  value(node: Node | null, path: string, depth: number): RawValue {
    this.#read += 1;
    if (this.#read > mostValues || depth > deepest) {
      if (!this.#isFull) this.errors.push({ reason: tooMuch, range: this.range(node) });
      this.#isFull = true;
      return '';
    }
    if (!this.values.has(path)) this.values.set(path, this.range(node));
    if (isMap(node)) return this.mapping(node.items, path, depth);
    // Items of a parsed list are nodes too.
    if (isSeq(node)) return node.items.map((item, index) => this.value(item as Node | null, `${path}.${index}`, depth + 1));
    if (isAlias(node)) return this.alias(node.resolve(this.#document), node, path, depth);
    return isScalar(node) && typeof node.value === 'string' ? this.text(node.value, this.range(node)) : '';
  }

  /** Escapes can write what decoding keeps out of every file. */
  text(value: string, range: Range): string {
    const clean = value.toWellFormed().replace(control, '\uFFFD');
    if (clean !== value) this.errors.push({ reason: 'An escape stands for a control character or half a character', range });
    return clean;
  }

  range(node: Node | null): Range {
    return node?.range ? [node.range[0] + this.#offset, node.range[1] + this.#offset] : [this.#offset, this.#offset];
  }

  alias(target: Node | undefined, alias: Node, path: string, depth: number): RawValue {
    if (target !== undefined) return this.value(target, path, depth + 1);
    this.errors.push({ reason: 'This alias names no anchor', range: this.range(alias) });
    return '';
  }
}

/** Control characters but tab and line end. */
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g;

const tooMuch = 'It holds more than frontmatter ever does';

function emptyMapping(): Record<string, RawValue> {
  // Without a prototype `constructor` and `toString` are keys like any other.
  return Object.create(null) as Record<string, RawValue>;
}

function sentence(message: string): string {
  return message.replace(/; please use.*$/s, '').replace(/\.$/, '');
}
