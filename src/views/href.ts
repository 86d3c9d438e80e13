import { createHash } from 'node:crypto';
import type { EntryId, RunId } from '#schemas/entry.ts';
import { kindDescriptions, kinds, type Kind } from '#schemas/kinds.ts';
import type { JobId } from '#schemas/queue.ts';
import { forgeOf } from './forge.ts';

/** What addresses depend on besides the thing they lead to. */
export interface HrefOptions {
  /** URL prefix of the site: `/` or `/preview/pr-1/`. A missing slash at either end is added. */
  readonly base: string;
  /** Origin of the published site (`https://example.org`), or null where it is not known. */
  readonly site: string | null;
  /** URL of the repository (`program.repository`), or null. */
  readonly repository: string | null;
  /** The workspace's folder within the repository: `content`, or empty where it is the repository itself. */
  readonly folder: string;
}

/** The only maker of URLs. All results are percent-encoded and start with the base path; pages end in a slash. */
export interface Href {
  readonly base: string;
  home: () => string;
  entry: (id: EntryId, fragment?: string | null) => string;
  /** The entry's Markdown, beside its page: `/ideas/x.md`. */
  entryMarkdown: (id: EntryId) => string;
  kind: (kind: Kind) => string;
  results: () => string;
  /** All findings, or a slice of them: `claims`, `claims/2`. A finding alone is an anchor of its entry. */
  findings: (slice?: string) => string;
  jobs: () => string;
  /** What is missing between ideas and what is known of them. */
  gaps: () => string;
  /** Expected against observed. */
  calibration: () => string;
  /** A job on the page of all jobs. */
  job: (id: JobId) => string;
  table: (id: string) => string;
  /** How the results of a table are judged, with the inputs. */
  method: (id: string, fragment?: string | null) => string;
  /** Runs of a table side by side: those of these ordinals, or the page on which they can be chosen. */
  compare: (id: string, ordinals?: readonly number[]) => string;
  /** A file of the table's compact form (`views/results/table-data.ts`). */
  tableData: (id: string, file: string) => string;
  /** A table as a file of another format. */
  tableAs: (id: string, format: 'csv' | 'parquet') => string;
  /** A run's own page. Only some runs have one: use `runAddress` where that is not certain. */
  run: (id: RunId, fragment?: string | null) => string;
  /** A run's row on its table's page. */
  runRow: (id: RunId) => string;
  /** All entries, or a slice of them: `ideas`, `2026-03`, `ideas/2026-03`. */
  timeline: (slice?: string) => string;
  /** Everything that is open, or a page of one sort: `questions`, `questions/2`. */
  open: (slice?: string) => string;
  tags: () => string;
  tag: (tag: string) => string;
  health: () => string;
  search: (query?: Readonly<Record<string, string>>) => string;
  /** What changed since the base of a preview. */
  changes: () => string;
  /** A file of the workspace, published as it is. */
  file: (path: string) => string;
  /** A JSON document by its name without ending: `entries`, `runs/results`. */
  api: (name: string) => string;
  feed: () => string;
  /** A file of the site itself, by its path in `public/` or the build: `favicon.svg`. */
  asset: (path: string) => string;
  /** The same address with the site's origin; null where the origin is not known. */
  absolute: (address: string) => string | null;
  /** A commit in the repository's web view; null where there is none. */
  commit: (hash: string) => string | null;
  /** A pull request in the repository's web view; null where there is none. */
  pullRequest: (number: number) => string | null;
  /** A file of the repository (not of the workspace) in its web view. */
  repositoryFile: (path: string, line?: number) => string | null;
  /** A file of the workspace in the repository's web view. */
  source: (path: string, line?: number) => string | null;
}

/** Makes the addresses of one site. Pure: the same options give the same addresses. */
export function createHref(options: HrefOptions): Href {
  const base = `/${options.base}/`.replaceAll(/\/{2,}/g, '/');
  const forge = options.repository === null ? null : forgeOf(options.repository);
  const page = (...segments: readonly string[]): string => `${base}${segments.map((segment) => `${encodePath(segment)}/`).join('')}`;
  const document = (path: string): string => base + encodePath(path);
  const inRepository = (path: string): string => (options.folder === '' ? path : `${options.folder}/${path}`);

  return {
    base,
    home: () => base,
    entry: (id, fragment = null) => page(entryRoute(id).folder, entryRoute(id).slug) + hash(fragment),
    entryMarkdown: (id) => document(`${entryRoute(id).folder}/${entryRoute(id).slug}.md`),
    kind: (kind) => page(kindDescriptions[kind].folder),
    results: () => page('results'),
    findings: (slice) => (slice === undefined ? page('findings') : page('findings', slice)),
    jobs: () => page('jobs'),
    gaps: () => page('gaps'),
    calibration: () => page('calibration'),
    job: (id) => page('jobs') + hash(jobAnchor(id)),
    table: (id) => page('results', tableSegment(id)),
    method: (id, fragment = null) => page('results', tableSegment(id), 'method') + hash(fragment),
    compare: (id, ordinals = []) =>
      page('results', tableSegment(id), 'compare') + (ordinals.length === 0 ? '' : `?rows=${ordinals.join(',')}`),
    tableData: (id, file) => document(`results/${tableSegment(id)}/data/${file}`),
    tableAs: (id, format) => document(`api/runs/${tableSegment(id)}.${format}`),
    run: (id, fragment = null) => page('results', tableSegment(runParts(id).table), runParts(id).ordinal) + hash(fragment),
    runRow: (id) => page('results', tableSegment(runParts(id).table)) + hash(rowAnchor(runParts(id).ordinal)),
    timeline: (slice) => (slice === undefined ? page('timeline') : page('timeline', slice)),
    open: (slice) => (slice === undefined ? page('open') : page('open', slice)),
    tags: () => page('tags'),
    tag: (tag) => page('tags', tagSegment(tag)),
    health: () => page('health'),
    search: (query = {}) => page('search') + queryString(query),
    changes: () => page('changes'),
    file: (path) => document(`files/${path}`),
    api: (name) => document(`api/${name}.json`),
    feed: () => document('feed.xml'),
    asset: (path) => document(path),
    absolute: (address) => (options.site === null ? null : new URL(address, options.site).href),
    commit: (commitHash) => forge?.commit(commitHash) ?? null,
    pullRequest: (number) => forge?.pullRequest(number) ?? null,
    repositoryFile: (path, line) => forge?.file(path, line ?? null) ?? null,
    source: (path, line) => forge?.file(inRepository(path), line ?? null) ?? null,
  };
}

/** The parameters of an entry's page: `idea/rotary` is `ideas` and `rotary`. */
export function entryRoute(id: EntryId): { readonly folder: string; readonly slug: string } {
  const kind = kinds.find((candidate) => id.startsWith(`${candidate}/`));
  if (kind === undefined) throw new Error(`No kind has the id "${id}"`);
  return { folder: kindDescriptions[kind].folder, slug: id.slice(kind.length + 1) };
}

/** Table and ordinal of a run's id. */
function runParts(id: RunId): { readonly table: string; readonly ordinal: string } {
  const end = id.lastIndexOf('/');
  return { table: id.slice('run/'.length, end), ordinal: id.slice(end + 1) };
}

/** The `id` attribute of a run's row on its table's page. */
export function rowAnchor(ordinal: number | string): string {
  return `run-${ordinal}`;
}

/** The `id` attribute of a job: `job-queue-12`. */
export function jobAnchor(id: JobId): string {
  const end = id.lastIndexOf('/');
  return `job-${tableSegment(id.slice('job/'.length, end))}-${tableSegment(id.slice(end + 1))}`;
}

/** A table's id as one segment of a path: itself, unless it holds characters that paths cannot carry everywhere. */
export function tableSegment(id: string): string {
  return /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(id) ? id : slugWithDigest(id);
}

/** A tag as one segment of a path. Tags that differ only in case get different segments, on every file system. */
export function tagSegment(tag: string): string {
  return /^[\p{Ll}\p{Lo}\p{M}\p{N}_-]+$/u.test(tag) ? tag : slugWithDigest(tag);
}

function slugWithDigest(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 6);
  return slug === '' ? digest : `${slug}-${digest}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function hash(fragment: string | null): string {
  return fragment === null || fragment === '' ? '' : `#${encodeURIComponent(fragment)}`;
}

function queryString(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}
