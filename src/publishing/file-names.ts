import { siteMarkerName } from '#schemas/workspace.ts';

/** What Priors writes into a site: pages and their styles and scripts, data, tables, the search index, and pictures of entries. */
const fileTypes = new Set([
  ...['html', 'css', 'js', 'json', 'md', 'txt', 'xml', 'csv', 'tsv', 'parquet'],
  ...['pagefind', 'pf_filter', 'pf_fragment', 'pf_index', 'pf_meta'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'],
]);

/** The two files of a site whose names begin with a dot. */
const hidden = new Set(['.nojekyll', siteMarkerName]);

/** Names take room on the branch as well: so long a path has no site whose files people named. */
const longestPath = 1000;

/**
 * Why a file of a site that a stranger built is not published, by its path alone: names that Priors does not make, or that lead elsewhere. A name that only
 * Windows dislikes, or that differs from another by case alone, can be the name of somebody's table, and does no harm on a host of pages. Null where nothing
 * speaks against it.
 *
 * @param path within the site, with `/`
 */
export function reasonAgainstName(path: string): string | null {
  if (path.length > longestPath) return `its path is longer than ${longestPath} characters`;
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  for (const part of parts) {
    const reason = reasonAgainstAnyName(part);
    if (reason !== null) return reason;
    if (part.startsWith('.') && !(parts.length === 1 && hidden.has(part))) return 'names do not begin with a dot in a site';
  }
  if (hidden.has(name)) return null;
  const type = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return fileTypes.has(type) ? null : `Priors makes no ${type === '' ? 'files without an ending' : `.${type} files`}`;
}

/** Why no site may hold a name, whoever built it. Null where nothing speaks against it. */
export function reasonAgainstAnyName(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'it leads out of its folder';
  if (/[\u0000-\u001F\u007F]/.test(name)) return 'its name holds a control character';
  if (name.includes('\\')) return 'its name holds a backslash, which other systems take for the end of a folder';
  if (name.includes('\uFFFD')) return 'its name is not UTF-8';
  // Git refuses these, in any case, with the signs that file systems leave out, and with what they read behind a colon.
  const read = name
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(/:.*/, '')
    .replace(/[. ]+$/, '');
  if (/^(?:\.git|git~1)$/i.test(read)) return 'it would be taken for a part of git';
  return null;
}
