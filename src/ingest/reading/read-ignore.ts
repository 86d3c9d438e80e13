import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import { programSchema } from '#schemas/program.ts';
import { readFrontmatter, type Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';

export interface Ignore {
  readonly globs: readonly string[];
  readonly problems: readonly Problem[];
}

/** The keys of `program.md` that keep something private: nothing may be published while one of them cannot be understood. */
type PrivacyKey = 'ignore' | 'publish';

/**
 * The globs of files that must not be read. Where `program.md` states a list of which any part cannot be used, there is a problem that stops the
 * build also of a lenient workspace: reading everything instead would publish what was meant to be left out.
 *
 * @param program the workspace's `program.md`, or null where there is none
 */
export function readIgnore(program: SourceFile | null): Ignore {
  const stated = program === null ? null : statedAs('ignore', program);
  if (program === null || stated === null) return { globs: [], problems: [] };
  const read = programSchema.shape.ignore.safeParse(stated.value);
  if (read.success && stated.name === 'ignore') return { globs: read.data ?? [], problems: [] };
  // What can be understood of the list holds, while nothing is built.
  const usable = Array.isArray(stated.value) ? stated.value.filter((item) => typeof item === 'string') : [];
  const globs = usable.filter((item) => programSchema.shape.ignore.safeParse([item]).success);
  return { globs, problems: [problem('unusable-ignore', stated.place, {})] };
}

/** What is wrong with `publish` in `program.md`, as a problem that stops the build of every workspace (see `readIgnore`). What it says is in the program itself. */
export function checkPublish(program: SourceFile | null): Problem[] {
  const stated = program === null ? null : statedAs('publish', program);
  if (stated === null || (stated.name === 'publish' && programSchema.shape.publish.safeParse(stated.value).success)) return [];
  const reason = stated.name === 'publish' ? 'What stands under "publish" cannot be used' : `"${stated.name}" may mean "publish"`;
  return [problem('unusable-publish', stated.place, { reason })];
}

interface Stated {
  /** As written, which may be misspelt. */
  readonly name: string;
  /** Undefined where the frontmatter is too damaged to tell. */
  readonly value: unknown;
  readonly place: { readonly path: string; readonly line: number; readonly column: number; readonly endColumn: number };
}

/** Where `program.md` states a key, also misspelt or in damaged frontmatter; null where it does not. */
function statedAs(key: PrivacyKey, { path, text }: SourceFile): Stated | null {
  const frontmatter = readFrontmatter(path, text);
  const lines = frontmatter.present && !frontmatter.damaged ? [] : linesOf(key, text);
  const name = Object.hasOwn(frontmatter.data, key) ? key : misspelt(key, frontmatter);
  // Of a key that stands there twice, only one is in the data.
  if (name !== null && lines.length < 2)
    return { name, value: frontmatter.data[name], place: { path, ...(frontmatter.keyPlaces[name] ?? frontmatter.fence) } };
  const [line] = lines;
  return line === undefined ? null : { name: key, value: null, place: { path, line, column: 1, endColumn: key.length + 1 } };
}

/** A name that is none of the program's, near to the key, with a list or a mapping: `published: 2026-01-04` is something else. */
function misspelt(key: PrivacyKey, { data }: Frontmatter): string | null {
  const unknown = Object.keys(data).filter((name) => !Object.hasOwn(programSchema.shape, name) && typeof data[name] === 'object');
  return unknown.find((name) => suggest(name, [key]) !== null) ?? null;
}

/** Lines that state a key, found in the text because damaged frontmatter may not say it any more. Prose is not searched. */
function linesOf(key: PrivacyKey, text: string): number[] {
  const lines = text.split(/\r?\n/);
  const fence = lines.findIndex((line) => line.trim() !== '');
  const mark = /^(?:---|===)/.exec(lines[fence] ?? '')?.[0];
  if (mark === undefined) return [];
  const end = lines.findIndex((line, index) => index > fence && line.startsWith(mark));
  const states = new RegExp(`(?:^[ \\t]*|[{,][ \\t]*)["']?${key}["']?[ \\t]*:`);
  return lines.flatMap((line, index) => (index > fence && (end < 0 || index < end) && states.test(line) ? [index + 1] : []));
}
