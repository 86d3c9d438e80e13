import { randomBytes } from 'node:crypto';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { seedTags } from '#schemas/program.ts';
import { Refusal } from '#write/refusal.ts';
import { printable } from '../terminal.ts';

/** A file as it would be written, and which of its lines are new. */
interface Proposal {
  readonly root: string;
  readonly cacheDir: string;
  readonly path: string;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/**
 * Asks what `check` would say of new lines in their workspace, and prints what is only advice.
 *
 * @returns whether another entry has the id already
 * @throws {Refusal} where they break their schema, refer to what is not there, or would be an error of this workspace
 */
export async function assess({ root, cacheDir, path, text, line, lastLine }: Proposal): Promise<{ readonly idIsTaken: boolean }> {
  const [{ contentWith }, { buildGraph }, { runChecks }] = await Promise.all([
    import('#write/content-with.ts'),
    import('#graph/build-graph.ts'),
    import('#checks/run-checks.ts'),
  ]);
  const { content, parsed } = await contentWith(root, cacheDir, path, text);
  const found = runChecks(buildGraph(content)).filter((each) => each.path === path && each.line >= line && each.line <= lastLine);
  const diagnostics = found.filter(({ code }) => code !== 'duplicate-id');
  // What a lenient workspace forgives in old files is no reason to write a new one that is wrong.
  const isWrong = (one: Diagnostic): boolean =>
    parsed.problems.some((other) => other.code === one.code && other.line === one.line && other.column === one.column);
  // The references of a log are free text: a prior log may lie in another repository, as in the template's own example.
  const links = content.entries.filter((entry) => entry.path === path && entry.kind === 'log').flatMap((entry) => entry.links);
  const isFreeText = ({ line: at, column }: Diagnostic): boolean =>
    links.some((link) => link.relation === 'references' && link.line === at && link.column === column);
  const leadsNowhere = (one: Diagnostic): boolean => one.code === 'unknown-reference' && !isFreeText(one);
  const isRefused = (one: Diagnostic): boolean => one.severity === 'error' || leadsNowhere(one) || isWrong(one);
  const refused = diagnostics.filter(isRefused);
  if (refused.length > 0) {
    const lacksTags = refused.some(({ code, message }) => code === 'missing-key' && message.includes('"tags"'));
    const stated = content.program.tags ?? Object.keys(seedTags);
    const vocabulary = Array.isArray(stated) ? stated : Object.keys(stated);
    const tags = lacksTags ? [`The vocabulary is: ${vocabulary.join(', ')}.`] : [];
    throw new Refusal('Nothing was written, because it would not be valid:', [...refused.map(inWords), ...tags].join('\n  '));
  }
  for (const advice of diagnostics) console.error(printable(`Advice: ${inWords(advice)}`));
  return { idIsTaken: found.length > diagnostics.length };
}

/** The path with six random hex digits, where another entry has the id that the path gives. */
export function withRandomSuffix(path: string): string {
  return path.replace(/(?=\.md$)/, `-${randomBytes(3).toString('hex')}`);
}

/** The place is left out: the file is not there, or not yet so. */
function inWords({ message, hint }: Diagnostic): string {
  return `${message}\n    ${hint}`;
}
