import { siteMarkerName } from '#schemas/workspace.ts';

/** What Priors writes into a site: pages and their styles and scripts, data, tables, the search index, and pictures of entries. */
const fileTypes = new Set([
  ...['html', 'css', 'js', 'json', 'md', 'txt', 'xml', 'csv', 'tsv', 'parquet'],
  ...['pagefind', 'pf_filter', 'pf_fragment', 'pf_index', 'pf_meta'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'],
]);

/** The two files of a site whose names begin with a dot. */
const hidden = new Set(['.nojekyll', siteMarkerName]);

/** Windows keeps these names for devices, whatever ending they carry: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Longer paths cannot be checked out on every system. */
const longestPath = 240;

/**
 * Why a file of a site that a stranger built is not published, by its path alone: names that another system cannot hold or reads as something else, and
 * files of a sort that Priors does not make. Null where nothing speaks against it.
 *
 * @param path within the site, with `/`
 */
export function reasonAgainstName(path: string): string | null {
  if (path.length > longestPath) return `its path is longer than ${longestPath} characters`;
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  for (const part of parts) {
    const reason = reasonAgainstPart(part);
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
  if (name.includes('\uFFFD')) return 'its name is not UTF-8';
  // Git refuses these, in any case and with the signs that file systems leave out.
  if (/^(?:\.git|git~1)$/i.test(name.replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '').replace(/[. ]+$/, '')))
    return 'it would be taken for a part of git';
  return null;
}

function reasonAgainstPart(part: string): string | null {
  const reason = reasonAgainstAnyName(part);
  if (reason !== null) return reason;
  if (/[<>:"|?*\\]/.test(part)) return 'its name holds a sign that Windows does not allow';
  if (/[. ]$/.test(part)) return 'its name ends with a dot or a space, which Windows leaves out';
  if (device.test(part)) return 'its name is one that Windows keeps for a device';
  return null;
}

/** Two paths of the same key are one file where case or the form of accents does not count, as on macOS and Windows. */
export function caselessKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
