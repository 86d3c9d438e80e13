import { visible } from '#diagnostics/visible-text.ts';
import type { EarlierPath, FileHistory } from '#schemas/history.ts';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import type { Version } from './appearances.ts';

/** Who calls themselves longer has something else in mind. */
const longestName = 100;

/**
 * What the versions of a file say of it, oldest first; null where there are none. At the edge of a history that is cut a commit has every file, whoever
 * wrote it: that one says nothing of authors.
 */
export function factsOf(versions: readonly Version[]): FileHistory | null {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = versions.filter(({ appearance }) => !appearance.isEdge);
  return {
    // A file that a merge brought, or that is older than what was read, begins with a change.
    created: first.isNew ? first.appearance : { ...first.appearance, isEdge: true },
    updated: last.appearance,
    authors: [...new Set(whole.map(({ author }) => authorName(author)))].filter((name) => name !== ''),
    commits: whole.length,
  };
}

/**
 * The other names of a file, the latest first. A name that it has again is none, nor is one outside the workspace; but what came from where its path was
 * the same within another folder came with its workspace, which had names there too.
 */
export function earlierNames(now: string, versions: readonly Version[]): EarlierPath[] {
  const until = new Map<string, string>();
  const names = namesIn(versions);
  for (const [index, name] of names.entries()) {
    const next = versions[index + 1];
    if (next === undefined || names[index + 1] === name || name === now || name === null) continue;
    // Set anew, so that the name it had last comes last.
    until.delete(name);
    until.set(name, next.appearance.date);
  }
  return Array.from(until, ([path, date]) => ({ path, until: date })).reverse();
}

/** What a file was called within the workspace, wherever that was; null where it lay outside. */
function namesIn(versions: readonly Version[]): (string | null)[] {
  /** `/content/`; null for where the workspace is now. */
  let folder: string | null = null;
  let after: string | null = null;
  const names = versions.toReversed().map(({ path }): string | null => {
    if (path.startsWith('/') && after !== null && path.endsWith(`/${after}`)) folder = path.slice(0, path.length - after.length);
    const name = !path.startsWith('/') ? path : folder !== null && path.startsWith(folder) ? path.slice(folder.length) : null;
    after = name;
    return name;
  });
  return names.reverse();
}

/** A name as it may be shown: without addresses, credentials and control characters. */
function authorName(written: string): string {
  const name = maskCredentials('', visible(written)).text.trim().slice(0, longestName);
  return name.replace(/<?([^\s<>@]+)@[^\s<>@]+>?/g, '$1');
}
