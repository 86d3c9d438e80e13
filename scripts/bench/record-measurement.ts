import { execFile } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createFile } from '#write/create-file.ts';
import { placeInside, realWorkspace } from '#write/inside-workspace.ts';
import { systemClock } from '#write/local-time.ts';
import { packageRoot } from '../package-root.ts';
import type { CorpusSize } from './corpus.ts';
import type { Measurement } from './measure.ts';

/** One measurement as a row, by column in the order of the table, the metric behind the commit; numbers as measured, to the millisecond. */
export type MeasuredRow = Readonly<Record<BuildColumn, string>>;

type BuildColumn =
  | 'commit'
  | `${'build' | 'ingest' | 'check' | 'pages' | 'index'}_seconds`
  | 'peak_memory_mb'
  | 'entries'
  | 'rows'
  | 'node'
  | 'cpus'
  | 'status'
  | 'description'
  | 'date';

export interface Occasion extends CorpusSize {
  readonly commit: string;
  readonly status: string;
  readonly description: string;
}

export function measuredRow({ buildSeconds, timings }: Measurement, occasion: Occasion): MeasuredRow {
  const { ingest, check, pages, index } = timings.seconds;
  return {
    commit: occasion.commit,
    build_seconds: buildSeconds.toFixed(3),
    ingest_seconds: ingest.toFixed(3),
    check_seconds: check.toFixed(3),
    pages_seconds: pages.toFixed(3),
    index_seconds: index.toFixed(3),
    peak_memory_mb: timings.peakMemoryMb.toFixed(1),
    entries: String(occasion.entries),
    rows: String(occasion.rows),
    node: process.versions.node,
    cpus: String(availableParallelism()),
    status: occasion.status,
    description: occasion.description,
    date: systemClock(),
  };
}

/** Appends a row to a table of the workspace; bench alone makes its tables, header included (contract "Commands"). The row's keys are the columns. */
export async function recordMeasurement(workspace: string, table: string, row: Readonly<Record<string, string>>): Promise<string> {
  const place = await placeInside(await realWorkspace(workspace), table);
  await mkdir(dirname(place), { recursive: true });
  await createFile(place, `${Object.keys(row).join('\t')}\n`);
  const { appendRow } = await import('#write/append-row.ts');
  const { id } = await appendRow({ workspace, table, cells: new Map(Object.entries(row)) });
  return id;
}

/**
 * The commit of Priors that is measured, with `-dirty` where files outside the workspace differ from it, as `git describe` says it: a row must not
 * claim that a commit was measured when it was not. Empty outside a checkout and before the first commit.
 */
export async function measuredCommit(workspace: string): Promise<string> {
  const checkout = packageRoot();
  try {
    // An installed package lies in somebody else's repository.
    if ((await realpath(await git(checkout, 'rev-parse', '--show-toplevel'))) !== (await realpath(checkout))) return '';
    const commit = await git(checkout, 'rev-parse', '--short', 'HEAD');
    const records = relative(checkout, resolve(workspace));
    const others = records.startsWith('..') || records === '' ? [] : [`:(exclude)${records}`];
    const changes = await git(checkout, 'status', '--porcelain', '--', '.', ...others);
    return commit + (changes === '' ? '' : '-dirty');
  } catch {
    // No git, or no commit yet: then there is none to name.
    return '';
  }
}

async function git(folder: string, ...parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', parameters, { cwd: folder });
  return stdout.trim();
}
