import type { TextPlace } from '#diagnostics/text-places.ts';
import type { DateText } from './fields.ts';
import type { Kind } from './kinds.ts';

/** `<kind>/<slug>`: `idea/2026-01-01-rotary` (contract "Identity"). */
export type EntryId = `${Kind}/${string}`;

/** `run/<table>/<ordinal>`, ordinals from 1 in file order. */
export type RunId = `run/${string}/${number}`;

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  readonly text: string;
  /** The `id` of the heading in the entry's HTML. */
  readonly anchor: string;
  readonly line: number;
}

/** How a link is written. `path` is a path or slug in backticks; `frontmatter` an item of a reference key. */
export type LinkForm = 'markdown' | 'wiki' | 'image' | 'path' | 'frontmatter';

/** A link as written: what it leads to is known only once all files are read. */
export interface Link {
  readonly form: LinkForm;
  /** As written, percent-decoded, without the fragment: `../ideas/x.md`, `rotary`, `run/results/3`. */
  readonly target: string;
  /** The heading behind `#`, if any. */
  readonly fragment: string | null;
  /** The words that are shown. */
  readonly label: string;
  /** The frontmatter key (`idea`, `runs`, `supersedes`, `references`, …), or `body`. */
  readonly relation: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The sentence it stands in, as plain text; for frontmatter the item itself. */
  readonly sentence: string;
}

/** What is mentioned without being a link to an entry. */
export interface Mention {
  readonly kind: 'commit' | 'file' | 'paper';
  /** As written: `187e419`, `src/ingest/text/slug.ts`, `arXiv:2512.24880`. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

/** Where a frontmatter value stands in the file. */
export type ValuePlace = TextPlace;

/** A file of an entry that is another file's; its HTML lies in the cache as that of entries does. */
export interface AttachedFile {
  readonly path: string;
  readonly digest: string;
  readonly part: number;
}

/** One published item: metadata and links. Its HTML and source text lie in the cache, under `digest` and `part`. */
export interface Entry {
  readonly id: EntryId;
  readonly kind: Kind;
  readonly title: string;
  /** The `id` of the title on the entry's page. A heading of the body may have the same: then it keeps it, and the title has none. */
  readonly anchor: string;
  /** ISO text, or null where no date is stated anywhere. */
  readonly date: DateText | null;
  readonly tags: readonly string[];
  /** The file, relative to the workspace; for an experiment without summary, the folder. */
  readonly path: string;
  /** First and last line of the entry in its file. */
  readonly line: number;
  readonly lastLine: number;
  /** The file's stem without its date: what `exp/{slug}` and short references use. */
  readonly lineageKey: string;
  readonly aliases: readonly string[];
  /** The first prose of the body as plain text, at most 280 characters. */
  readonly excerpt: string;
  /** Frontmatter as the kind's schema gives it; of a damaged file, the keys that are right. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where frontmatter values stand, by dotted path: `title`, `tags.0`, `metrics.before`. */
  readonly places: Readonly<Record<string, ValuePlace>>;
  /** Names of the keys that were not stated but inferred. */
  readonly inferred: readonly string[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  readonly hasDiagram: boolean;
  readonly hasMath: boolean;
  readonly words: number;
  /** Digest of the source file: the key of its HTML in the cache. Empty for an experiment without summary. */
  readonly digest: string;
  /** Index of the entry's HTML and source within its file. */
  readonly part: number;
  /** Further files that are part of the entry, shown below its text: an `experiment_summary.yaml` beside an `experiment_summary.md`. */
  readonly attached?: readonly AttachedFile[];
}
