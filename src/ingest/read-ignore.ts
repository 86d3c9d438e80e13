import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { parseFile } from './parse-file.ts';
import type { SourceFile } from './parsed-file.ts';

export interface Ignore {
  readonly globs: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The globs of files that must not be read. Where `program.md` states a list of which any part cannot be used, there is a problem that stops the
 * build also of a lenient workspace: reading everything instead would publish what was meant to be left out.
 *
 * @param program the workspace's `program.md`, or null where there is none
 */
export function readIgnore(program: SourceFile | null): Ignore {
  const line = program === null ? 0 : lineOfIgnore(program.text);
  if (program === null || line === 0) return { globs: [], problems: [] };
  const { program: keys, entries } = parseFile(program);
  const stated = Object.keys(entries[0]?.places ?? {}).filter((key) => /^ignore\.\d+$/.test(key)).length;
  if (keys?.ignore?.length === stated) return { globs: keys.ignore, problems: [] };
  const place = { path: program.path, line, column: 1, endColumn: 'ignore'.length + 1 };
  return { globs: keys?.ignore ?? [], problems: [problem('unusable-ignore', place, {})] };
}

/** Found in the text, because damaged frontmatter may not say it any more; 0 where there is none. */
function lineOfIgnore(text: string): number {
  const lines = text.split(/\r?\n/);
  return lines[0]?.startsWith('---') === true ? lines.findIndex((line) => /^["']?ignore["']?[ \t]*:/.test(line)) + 1 : 0;
}
