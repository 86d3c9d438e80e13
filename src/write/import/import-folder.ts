import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { readParsed } from '#write/content-with.ts';
import { createFile, replaceFile } from '#write/create-file.ts';
import { whileLocked } from '#write/file-lock.ts';
import { placeInside, realWorkspace } from '#write/inside-workspace.ts';
import { Refusal } from '#write/refusal.ts';
import { readRecord, recordPath, recordText, type ImportedFile } from './import-record.ts';
import type { ImportReport } from './import-report.ts';
import { readImportSource } from './import-source.ts';
import { planImport, type ImportPlan } from './plan-import.ts';

export interface ImportRequest {
  /** What is imported. */
  readonly folder: string;
  readonly workspace: string;
  /** The workspace's own folder for caches. */
  readonly cacheDir: string;
  readonly includePrivate: boolean;
  /** Whether only to say what would be done. */
  readonly dryRun: boolean;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  /** The workspace afterwards, as if it were strict: what rules would still want of the imported files. */
  readonly strict: KnowledgeGraph;
}

/**
 * Writes the files of another folder as canonical entries into a workspace, losing nothing, twice the same. The workspace is made when missing; what is
 * there is never changed, its `program.md` least of all.
 *
 * What the workspace remembers of the source is written first, then file after file, each whole or not at all: an import that was killed goes on where it
 * ended when it is run again.
 */
export async function importFolder(request: ImportRequest): Promise<ImportOutcome> {
  const { folder, workspace, includePrivate, dryRun } = request;
  const future = await realOrFuture(workspace);
  const source = await readImportSource(folder, future, includePrivate);
  if (dryRun) return outcomeOf(await plan(request, future, source));
  await mkdir(workspace, { recursive: true });
  const root = await realWorkspace(workspace);
  return whileLocked(await placeInside(root, recordPath(source.name)), async () => {
    const planned = await plan(request, root, source);
    await remember(root, source.name, planned.record);
    const late = new Set<string>();
    for (const { path, bytes } of planned.writes) {
      if (!(await createFile(await placeInside(root, path), bytes))) late.add(path);
    }
    return outcomeOf(planned, late);
  });
}

async function plan({ cacheDir }: ImportRequest, root: string, source: Awaited<ReturnType<typeof readImportSource>>): Promise<ImportPlan> {
  const workspace = await readParsed(root, cacheDir);
  const bytesAt = async (path: string): Promise<Uint8Array | null> => bytesIn(await placeInside(root, path));
  const record = await recordOf(root, source.name);
  return planImport({ source, workspace, record, bytesAt });
}

async function recordOf(root: string, name: string): Promise<readonly ImportedFile[]> {
  const bytes = await bytesIn(await placeInside(root, recordPath(name)));
  if (bytes === null) return [];
  const record = readRecord(Buffer.from(bytes).toString('utf8'));
  if (record === null)
    throw new Refusal(`"${recordPath(name)}" is no record of an import`, 'Mend it, or move it away to import everything once more.');
  return record;
}

async function remember(root: string, name: string, record: readonly ImportedFile[]): Promise<void> {
  const file = await placeInside(root, recordPath(name));
  const text = recordText(name, record);
  const before = await bytesIn(file);
  if (before === null) await createFile(file, text);
  else if (Buffer.from(before).toString('utf8') !== text) await replaceFile(file, text, (await stat(file)).mode);
}

/** @param late files that another process made meanwhile, and that were left alone */
function outcomeOf({ report, strict }: ImportPlan, late: ReadonlySet<string> = new Set()): ImportOutcome {
  const files = report.files.map((file) =>
    late.has(file.to) ? { ...file, action: 'kept' as const, reason: 'Another process has just made a file of this name' } : file,
  );
  return { report: { ...report, files }, strict };
}

async function bytesIn(file: string): Promise<Uint8Array | null> {
  return readFile(file).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  });
}

async function realOrFuture(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder));
}
