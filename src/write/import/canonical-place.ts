import { splitStem } from '#ingest/text/dates.ts';
import { pathHash } from '#ingest/digest.ts';
import type { ParsedFile } from '#ingest/parsed-file.ts';
import { recognise } from '#ingest/recognition/recognise.ts';
import { slugify } from '#ingest/text/slug.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { datedStem, titleSlug, type FileKind } from '#write/file-name.ts';

/** Where a file would go. */
export interface Wish {
  readonly from: string;
  /** What must be its own: a path without its ending, or the folder of an experiment, whose files stay together. */
  readonly unit: string;
  /** What gives the unit its hash where another wants the same. */
  readonly hashed: string;
  /** The path, given the unit as it is then called. */
  readonly within: (unit: string) => string;
}

/**
 * The canonical place of a file of an imported folder (design, "Kinds"). Kinds go to their folders; everything else stays where it was, below
 * `pages/<source>/`, so that links between pages, and from pages to their pictures, need no help.
 *
 * @param source the name of the imported folder
 */
export function canonicalPlace(
  source: string,
  from: string,
  file: Pick<ParsedFile, 'kind' | 'entries' | 'runLog'>,
  isSections: boolean,
): Wish {
  const { folder, stem, ending } = parts(from);
  const hash = pathHash(`${source}/${from}`);
  const whole = (unit: string, newEnding = ending): Wish => ({ from, unit, hashed: from, within: (own) => own + newEnding });
  switch (file.kind) {
    case 'table':
      return whole(folder === '' && stem === 'results' ? 'results' : `results/${slug(stem, hash)}`);
    case 'run log':
      return inExperiment(source, from, file.runLog?.experiment ?? folder);
    case 'experiment':
      return inExperiment(source, from, folder);
    case 'job queue':
      return whole('queue');
    case 'argument map':
    case 'paper': {
      const base = stem.replace(/_analysis$/, '');
      // A paper and its map stay beside each other.
      const both = folder === '' ? base : `${folder}/${base}`;
      const rest = stem.slice(base.length) + (file.kind === 'paper' ? '.md' : ending);
      return { from, unit: `papers/${slug(base, pathHash(`${source}/${both}`))}`, hashed: both, within: (own) => own + rest };
    }
    case 'journal':
      return whole(`journals/${slug(stem, hash)}`, '.md');
    case 'progress':
      return isSections ? progressLog(from, stem) : whole(entryPlace('progress', from, file, hash), markdownEnding(ending));
    case 'log':
    case 'idea':
    case 'report':
      return whole(entryPlace(file.kind, from, file, hash), isLogInJson(from, file) ? '.md' : markdownEnding(ending));
    case 'page':
    case 'program':
    case 'unreadable':
      return asPage(source, from);
  }
}

/** Where what is no kind of its own stays, linked files among it. */
export function asPage(source: string, from: string): Wish {
  const { ending } = parts(from);
  return { from, unit: `pages/${source}/${from.slice(0, from.length - ending.length)}`, hashed: from, within: (own) => own + ending };
}

/** One log in JSON becomes Markdown; a list of logs in one file stays what it is. */
export function isLogInJson(from: string, { kind, entries }: Pick<ParsedFile, 'kind' | 'entries'>): boolean {
  return kind === 'log' && entries.length === 1 && /\.json$/i.test(from);
}

function inExperiment(source: string, from: string, folder: string): Wish {
  const hashed = folder === '' ? from : folder;
  const name =
    folder === '' ? (parts(from).stem === 'experiment_summary' ? source : parts(from).stem) : folder.slice(folder.lastIndexOf('/') + 1);
  const rest = folder === '' ? from : from.slice(folder.length + 1);
  return { from, unit: `experiments/${slug(name, pathHash(`${source}/${hashed}`))}`, hashed, within: (own) => `${own}/${rest}` };
}

/** The name is what makes a file of `progress/` one of several entries, so that a hash goes into the folder. */
function progressLog(from: string, stem: string): Wish {
  const wanted = `${slug(stem, pathHash(from))}.md`;
  const read = recognise(`progress/${wanted}`);
  const name = read.as === 'sections' && read.kind === 'progress' ? wanted : 'progress_log.md';
  const unit = `progress/${name}`;
  return { from, unit, hashed: from, within: (own) => (own === unit ? unit : `progress/${own.slice(unit.length + 1)}/${name}`) };
}

/** `ideas/2026-01-04_rotary`: the name's own date, else the entry's; without any, the name alone. */
function entryPlace(kind: FileKind, from: string, { entries }: Pick<ParsedFile, 'entries'>, hash: string): string {
  const { stem } = parts(from);
  const { folder } = kindDescriptions[kind];
  const isCanonical = kind === 'log' ? /^\d{8}-\d{6}-[a-z0-9-]+$/ : /^\d{4}-\d{2}-\d{2}_[a-z0-9-]+$/;
  if (isCanonical.test(stem)) return `${folder}/${stem}`;
  const named = splitStem(stem);
  const [entry] = entries;
  const stated = entry?.date ?? null;
  // The name says the day; the time of that day may stand in the text.
  const date = named.date === null || stated?.startsWith(named.date) === true ? stated : named.date;
  const isOnlyDate = named.date !== null && named.key === stem;
  const key = isOnlyDate ? titleSlug(entry?.title ?? '') || kind : slug(named.key, hash);
  return `${folder}/${date === null ? key : datedStem(kind, date, key)}`;
}

/** A name as the id of its entry has it: with a hash where it loses anything. */
function slug(name: string, hash: string): string {
  const { slug: kept, lossy } = slugify(name);
  return kept === '' ? hash : lossy ? `${kept}-${hash}` : kept;
}

function markdownEnding(ending: string): string {
  return ending.toLowerCase() === '.markdown' ? '.md' : ending.toLowerCase();
}

function parts(path: string): { readonly folder: string; readonly stem: string; readonly ending: string } {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot <= 0 ? name : name.slice(0, dot);
  return { folder: slash < 0 ? '' : path.slice(0, slash), stem, ending: name.slice(stem.length) };
}
