import type { EntryId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { splitStem } from './dates.ts';
import { pathHash } from '#ingest/digest.ts';

declare const slugBrand: unique symbol;
/** Text that went through `slugify`: lower-case letters, digits and single inner hyphens of any script. May be empty. */
export type Slug = string & { readonly [slugBrand]: true };

export interface Slugged {
  readonly slug: Slug;
  /** Whether anything but case and separators was lost, so that another text could have the same slug. */
  readonly lossy: boolean;
}

/** What turns into a hyphen: white space, dashes, `_` and its kin, and the marks that divide words. */
const separators = /[\s\p{Z}\p{Pd}\p{Pc}/\\.,:;|·]+/gu;
/** Letters, digits and the marks that belong to letters (vowel signs, accents), of any script. */
const lost = /[^\p{L}\p{N}\p{M}-]+/gu;
/** In bytes of UTF-8, so that a date, a hash and the slug still make a legal file name everywhere. */
const longestSlug = 160;

/**
 * A text as part of an address (contract "Identity"): lower-case, separators as single hyphens, letters and digits of any script kept.
 * `slugify` of a slug is that slug. What is longer than a file name may be is cut, and counts as lossy.
 */
export function slugify(text: string): Slugged {
  const hyphenated = text.normalize('NFC').toLowerCase().normalize('NFC').replace(separators, '-');
  const kept = trimHyphens(hyphenated.replace(lost, '').normalize('NFC'));
  const cut = trimHyphens(cutBytes(kept, longestSlug));
  // The only place where text becomes a slug.
  return { slug: cut as Slug, lossy: cut === '' || cut !== kept || lostAnything(hyphenated) };
}

/** An entry's id, and the id it would have if slugs never lost anything: two files with the same one are reported as duplicates. */
export interface Identity {
  readonly id: EntryId;
  readonly beforeHash: EntryId;
}

/** The name that an entry's id and lineage key come from: the file's stem; for an experiment's summary, the name of its folder. */
export function stemOf(kind: Kind, path: string): string {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const isSummary = kind === 'experiment' && /^experiment_summary\.(md|markdown|ya?ml)$/i.test(name);
  const folder = segments.at(-2);
  if (isSummary && folder !== undefined) return folder;
  return name.replace(/(?<=.)\.(md|markdown|tsv|log|json|argdown)$/i, '');
}

/** `<kind>/<file stem, slugged>`; a stem that lost something carries six hex digits of its path's hash. */
export function idOf(kind: Kind, path: string): Identity {
  return identity(`${kind}/`, slugify(stemOf(kind, path)), pathHash(path));
}

/**
 * `<kind>/<file>/<date>-<slugged title>` of a section; without the part that it does not have, be it date or title.
 *
 * @param hashed what tells it from its like: its file and heading
 */
export function sectionIdOf(kind: Kind, path: string, date: string | null, title: string, hashed: string): Identity {
  const file = slugify(stemOf(kind, path));
  const folder = file.slug === '' ? pathHash(path) : file.lossy ? `${file.slug}-${pathHash(path)}` : file.slug;
  const day = date?.slice(0, 10) ?? '';
  if (title.trim() === '' && day !== '') return { id: `${kind}/${folder}/${day}`, beforeHash: `${kind}/${folder}/${day}` };
  return identity(`${kind}/${folder}/${day === '' ? '' : `${day}-`}`, slugify(title), pathHash(hashed));
}

/** An id that is told from its like by the hash of what it comes from. */
export function withHash(id: EntryId, hashed: string, digits = 6): EntryId {
  return `${id}-${pathHash(hashed, digits)}`;
}

/** What `exp/{slug}` and short references use: the stem without its date. */
export function lineageKeyOf(kind: Kind, path: string): string {
  return splitStem(stemOf(kind, path)).key;
}

function identity(prefix: `${Kind}/${string}`, { slug, lossy }: Slugged, hash: string): Identity {
  if (slug === '') return { id: `${prefix}${hash}`, beforeHash: `${prefix}${hash}` };
  return { id: lossy ? `${prefix}${slug}-${hash}` : `${prefix}${slug}`, beforeHash: `${prefix}${slug}` };
}

function lostAnything(text: string): boolean {
  return text.search(lost) >= 0;
}

function trimHyphens(text: string): string {
  return text.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

/** The longest beginning of a text that fits into so many bytes, never half a character. */
function cutBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
