import type { Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { readRawYaml } from '#ingest/frontmatter/raw-yaml.ts';

/** The lines of a Markdown file as bytes, with their line ends, by what becomes of them. */
export interface DividedFile {
  /** The lines that fence the frontmatter; null where there is none that could be read. */
  readonly fences: readonly [Uint8Array, Uint8Array] | null;
  /** Lines of keys that stay in the frontmatter. */
  readonly kept: readonly Uint8Array[];
  /** Lines of the frontmatter that its schema refuses. */
  readonly refused: readonly Uint8Array[];
  /** The keys they hold. */
  readonly refusedKeys: readonly string[];
  /** Everything below the frontmatter. */
  readonly body: readonly Uint8Array[];
}

/**
 * Divides a file into the lines of its frontmatter that may stay and all others; no line is lost and none is changed.
 *
 * @param isRight whether a top-level key may stay
 */
export function divideFrontmatter(bytes: Uint8Array, frontmatter: Frontmatter, isRight: (key: string) => boolean): DividedFile {
  const lines = linesOf(bytes);
  // A file that ends with its closing fence has no line below it.
  const head = frontmatter.body === '' ? lines : lines.slice(0, frontmatter.bodyFirstLine - 1);
  const body = lines.slice(head.length);
  const first = head.findIndex((line) => textOf(line).trim() !== '');
  const last = head.findLastIndex((line) => textOf(line).trim() !== '');
  const [opening, closing] = [head[first], head[last]];
  if (opening === undefined || closing === undefined || first === last)
    return { fences: null, kept: [], refused: [], refusedKeys: [], body: lines };

  const inner = head.slice(first + 1, last);
  const kept: Uint8Array[] = [];
  const refused: Uint8Array[] = [];
  const refusedKeys: string[] = [];
  for (const part of frontmatter.damaged ? [inner] : topLevelParts(inner)) {
    const keys = Object.keys(readRawYaml(part.map(textOf).join('')).data ?? {});
    const stays = !frontmatter.damaged && keys.length > 0 && keys.every(isRight);
    (stays ? kept : refused).push(...part);
    if (!stays) refusedKeys.push(...keys);
  }
  return { fences: [opening, closing], kept, refused, refusedKeys, body };
}

/** A stretch of lines for each key of the outermost mapping; comments go with the key below them. */
function topLevelParts(lines: readonly Uint8Array[]): Uint8Array[][] {
  const parts: Uint8Array[][] = [];
  let above: Uint8Array[] = [];
  for (const line of lines) {
    const text = textOf(line);
    const last = parts.at(-1);
    if (/^[^\s#\]}-]/.test(text)) {
      parts.push([...above, line]);
      above = [];
    } else if (last === undefined || text.startsWith('#')) above.push(line);
    else {
      last.push(...above, line);
      above = [];
    }
  }
  if (above.length > 0) parts.push(above);
  return parts;
}

/** Lines with their ends. A line feed is never part of a longer UTF-8 sequence. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const content = withoutBom(bytes);
  const lines: Uint8Array[] = [];
  for (let start = 0; start < content.length;) {
    const end = content.indexOf(0x0a, start);
    const next = end < 0 ? content.length : end + 1;
    lines.push(content.subarray(start, next));
    start = next;
  }
  return lines;
}

export function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** A line as text; bytes that are none do not matter where only its form is asked for. */
export function textOf(line: Uint8Array): string {
  return Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8');
}
