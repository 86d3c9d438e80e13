import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ValuePlace } from '#schemas/entry.ts';
import matter from 'gray-matter';
import { readRawYaml, type Range, type RawMapping, type RawYaml } from './raw-yaml.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

/** A Markdown file divided into its frontmatter and the rest. */
export interface Frontmatter {
  /** Whether the file begins with frontmatter at all, be it damaged. */
  readonly present: boolean;
  /** Whether it could not be read whole, so that nothing follows from a key that is not there. */
  readonly damaged: boolean;
  /** Raw text, lists and mappings; of damaged YAML, what could be read. */
  readonly data: RawMapping;
  /** Everything behind the closing fence, byte for byte. */
  readonly body: string;
  /** The line of the file, from 1, that the body begins with; where the body is empty, the file's last line. */
  readonly bodyFirstLine: number;
  /** Where the opening fence stands: the place of what is missing. */
  readonly fence: ValuePlace;
  /** Where keys and values stand in the file, by dotted path: `metrics.before.accuracy`, `tags.0`. */
  readonly keyPlaces: Readonly<Record<string, ValuePlace>>;
  readonly valuePlaces: Readonly<Record<string, ValuePlace>>;
  readonly problems: readonly Problem[];
}

/**
 * Divides a Markdown file: the one wrapper of gray-matter.
 *
 * Frontmatter begins with a line `---` before anything else but blank lines, and ends with the next line that begins with `---`; so it does
 * with `===`, as in Argdown. What stands
 * between two such lines is prose between two rules unless it is a mapping, or was meant as one: at least half of the lines that are not
 * indented look like `key: value`. The same test tells an opening fence that is never closed from a rule.
 *
 * Only YAML is read. Any other language, which gray-matter would run or parse in its own way, is `executable-frontmatter`.
 */
export function readFrontmatter(path: string, text: string): Frontmatter {
  const fences = findFences(text);
  if (fences === null) return withoutFrontmatter(text);
  const places = textPlaces(text);
  const fence = places.placeOf(fences.start, fences.blockStart);
  const at = (place: ValuePlace): ValuePlace & { readonly path: string } => ({ path, ...place });
  const block = text.slice(fences.blockStart, fences.blockEnd);
  const { bodyStart } = fences;

  if (bodyStart === null) {
    if (fences.language !== '' || !looksLikeMapping(firstParagraph(block))) return withoutFrontmatter(text);
    const problems = [problem('unclosed-frontmatter', at(fence), {})];
    return { ...withoutFrontmatter(text), present: true, damaged: true, fence, problems };
  }

  const read = parseWithGrayMatter(`---${fences.language}\n${block}---\n`);
  const body = text.slice(bodyStart);
  const rest = { present: true, body, bodyFirstLine: places.placeOf(bodyStart, text.length).line, fence };
  if (read === 'refused') {
    const problems = [problem('executable-frontmatter', at(fence), { language: fences.language })];
    return { ...rest, damaged: true, data: noKeys, keyPlaces: {}, valuePlaces: {}, problems };
  }
  const isMapping = read.data !== null && read.errors.length === 0;
  if (!isMapping && !looksLikeMapping(block)) return withoutFrontmatter(text);

  const inFile = ([start, end]: Range): ValuePlace => places.placeOf(fences.blockStart + start, fences.blockStart + end);
  return {
    ...rest,
    damaged: read.errors.length > 0,
    data: read.data ?? noKeys,
    keyPlaces: placesOf(read.keys, inFile),
    valuePlaces: placesOf(read.values, inFile),
    problems: read.errors.map(({ reason, range }) => problem('invalid-yaml', at(inFile(range)), { reason })),
  };
}

const noKeys: RawMapping = {};

function withoutFrontmatter(text: string): Frontmatter {
  const fence = { line: 1, column: 1, endColumn: 1 };
  return {
    present: false,
    damaged: false,
    data: noKeys,
    body: text,
    bodyFirstLine: 1,
    fence,
    keyPlaces: {},
    valuePlaces: {},
    problems: [],
  };
}

interface Fences {
  /** Offset of the opening fence. */
  readonly start: number;
  /** The word behind the opening fence: `js` in `---js`. */
  readonly language: string;
  readonly blockStart: number;
  readonly blockEnd: number;
  /** Offset behind the closing fence's line, or null where there is none. */
  readonly bodyStart: number | null;
}

const blankLines = /^(?:[ \t]*\r?\n)*/;
const openingFence = /^(?:---[ \t]*([A-Za-z][\w-]*)?|===)[ \t]*(?:\r?\n|$)/;
const closingFence = /^(?:---|===)[ \t]*(?:\r?\n|$)/;

function findFences(text: string): Fences | null {
  const start = blankLines.exec(text)?.[0].length ?? 0;
  const opening = openingFence.exec(text.slice(start, start + 200));
  if (opening === null) return null;
  const language = opening[1] ?? '';
  const blockStart = start + opening[0].length;
  const mark = opening[0].slice(0, 3);
  // gray-matter ends the block at the first line that begins with three hyphens, so that is the line that must be the closing fence.
  const closing = text.startsWith(mark, blockStart) ? blockStart : text.indexOf(`\n${mark}`, blockStart - 1) + 1;
  const match = closing === 0 ? null : closingFence.exec(lineFrom(text, closing));
  if (match === null) return { start, language, blockStart, blockEnd: text.length, bodyStart: null };
  return { start, language, blockStart, blockEnd: closing, bodyStart: closing + match[0].length };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.slice(start) : text.slice(start, end + 1);
}

/** gray-matter finds the block and its language, and hands it to the one engine that we allow. */
function parseWithGrayMatter(fenced: string): RawYaml | 'refused' {
  let read: RawYaml | 'refused' = { data: noKeys, keys: new Map(), values: new Map(), errors: [] };
  const yaml = (block: string): object => {
    // It passes on the end of the opening fence's line, which positions must not count, and half of the last line's end.
    read = readRawYaml(block.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''));
    return {};
  };
  const refuse = (): object => {
    read = 'refused';
    return {};
  };
  const language = matter.language(fenced).name;
  const isYaml = /^(ya?ml)?$/i.test(language);
  // Given any options gray-matter caches nothing; every engine it knows is replaced, and an unknown one is never looked for.
  matter(fenced, {
    language: 'yaml',
    engines: {
      yaml,
      yml: yaml,
      json: refuse,
      javascript: refuse,
      js: refuse,
      coffee: refuse,
      toml: refuse,
      [language]: isYaml ? yaml : refuse,
    },
  });
  return read;
}

function placesOf(ranges: ReadonlyMap<string, Range>, inFile: (range: Range) => ValuePlace): Record<string, ValuePlace> {
  return Object.fromEntries([...ranges].map(([path, range]) => [path, inFile(range)]));
}

function firstParagraph(block: string): string {
  const end = block.search(/\n[ \t]*\r?\n/);
  return end < 0 ? block : block.slice(0, end);
}

/** Whether at least half of the lines that are not indented look like a key. */
function looksLikeMapping(block: string): boolean {
  const lines = block.split('\n').filter((line) => /^[^\s#-]/.test(line));
  const keys = lines.filter((line) => /^["']?[\p{L}_@][\p{L}\p{N}_ .@-]{0,60}["']?:(?:\s|$)/u.test(line));
  return keys.length > 0 && keys.length * 2 >= lines.length;
}
