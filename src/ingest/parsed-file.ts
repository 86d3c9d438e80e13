import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { Program } from '#schemas/program.ts';
import type { JobQueue } from '#schemas/queue.ts';
import type { Table } from '#schemas/results.ts';
import type { RunLog } from '#schemas/run-log.ts';
import type { WholeFile } from '#schemas/whole-file.ts';
import type { FileKind, FileRecord, SkippedFile } from '#schemas/workspace.ts';

/** A file of the workspace as read: the whole input of a parser. */
export interface SourceFile {
  /** Relative to the workspace, with `/`, NFC. */
  readonly path: string;
  /** Decoded text: no BOM, line ends as they are. */
  readonly text: string;
  /** Digest of path, bytes and the parser's version (decision 3). */
  readonly digest: string;
  /** What decoding found. */
  readonly problems: readonly Problem[];
}

/** HTML and source of one entry, kept apart from its metadata. */
export interface Body {
  /** Sanitised, with symbolic links (`markdown/symbolic-links.ts`). */
  readonly html: string;
  /** The Markdown of this entry as it stands in the file. */
  readonly markdown: string;
}

/** An entry before all files are known: `id` is what the file alone says; `assemble.ts` makes colliding ones unique. */
export interface ParsedEntry extends Entry {
  /** The id it would have if slugs never lost anything: two files with the same one are reported (contract "Severity"). */
  readonly beforeHash: EntryId;
}

/** A stretch of whole lines of a file, both ends included. Lines count from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What a parser makes of one file: a pure function of its path and bytes. */
export interface Reading {
  readonly kind: FileKind;
  readonly entries: readonly ParsedEntry[];
  /** One for each entry and each further part of a whole file, by `part`. */
  readonly bodies: readonly Body[];
  /** The page of the file as a whole, where it is divided into entries. */
  readonly wholeFile: WholeFile | null;
  readonly program: Partial<Program> | null;
  readonly table: Table | null;
  readonly runLog: RunLog | null;
  readonly queue: JobQueue | null;
  readonly argumentMap: ArgumentMap | null;
  /** Lines that were understood but are no part of an entry, row, event or job: the frontmatter above dated sections. */
  readonly alsoRead: readonly LineRange[];
  /** What holds in every workspace. */
  readonly problems: readonly Problem[];
  /** What only a strict workspace demands: keys and sections that were inferred, or that a file without any frontmatter cannot state. */
  readonly strictProblems: readonly Problem[];
  /** Parts of the file that are no entry, such as a journal's template. */
  readonly skipped: readonly SkippedFile[];
}

/** A parser's reading of one file, with the account of its lines (`account-lines.ts`). */
export interface ParsedFile extends Reading {
  readonly record: FileRecord;
}

/** What a file gives that gives nothing: parsers state what differs. */
export const nothingRead: Omit<Reading, 'kind'> = {
  entries: [],
  bodies: [],
  wholeFile: null,
  program: null,
  table: null,
  runLog: null,
  queue: null,
  argumentMap: null,
  alsoRead: [],
  problems: [],
  strictProblems: [],
  skipped: [],
};
