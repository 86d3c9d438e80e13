import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { readHead } from '#changes/read-head.ts';
import { problem } from '#diagnostics/catalogue.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Manifest } from '#ingest/ingest-workspace.ts';
import { isRealDate, type DateText } from '#schemas/fields.ts';
import { cutHistory } from '#views/health/cut-history.ts';
import { UsageError } from './usage-error.ts';

/** The options of every command that reads a workspace, as commander gives them. */
export interface WorkspaceOptions {
  readonly workspace: string;
  readonly cache?: string;
  readonly asOf?: string;
}

/** A workspace as a command sees it: read once, linked and checked. */
export interface LoadedWorkspace {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Absolute path of this workspace's cache, from which pages read entries and bodies. */
  readonly cacheDir: string;
  /** The workspace's folder within its git repository; empty at its root and outside git. */
  readonly folderInRepository: string;
  readonly graph: KnowledgeGraph;
  readonly manifest: Manifest;
  /** Sorted by place. What makes the workspace unusable, such as that it is missing, is among them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `--workspace`, `--cache` and `--as-of` to a command. */
export function withWorkspaceOptions(command: Command): Command {
  return command
    .addOption(workspaceOption())
    .addOption(cacheOption())
    .addOption(new Option('--as-of <date>', 'the day that ages count from (default: the date of the last commit)'));
}

/** `--workspace`, for a command that reads or writes in one. */
export function workspaceOption(): Option {
  return new Option('--workspace <dir>', 'the folder of your research').default('content');
}

/** `--cache`, for a command that reads a workspace. */
export function cacheOption(): Option {
  return new Option('--cache <dir>', 'where what was read is kept (default: node_modules/.cache/priors)');
}

/**
 * Reads, links and checks a workspace. Whatever is wrong in it, is in `diagnostics`.
 *
 * @throws {UsageError} where an option or `SOURCE_DATE_EPOCH` is no date, or the folder for caches came with the workspace
 */
export async function loadWorkspace(options: WorkspaceOptions): Promise<LoadedWorkspace> {
  const root = resolve(options.workspace);
  const cacheDir = await usableCache(options.cache, root);
  const head = await readHead(root);
  const asOf = statedDate(options.asOf, process.env['SOURCE_DATE_EPOCH']) ?? head?.authorDate ?? null;
  // Reading Markdown is most of what a start of the command would cost; help and wrong use need none of it.
  const [{ ingestWorkspace }, { buildGraph }, { runChecks }] = await Promise.all([
    import('#ingest/ingest-workspace.ts'),
    import('#graph/build-graph.ts'),
    import('#checks/run-checks.ts'),
  ]);
  const ingestStart = performance.now();
  const { content, manifest } = await ingestWorkspace({ root, cacheDir, asOf });
  performance.measure('priors:ingest', { start: ingestStart });
  const checkStart = performance.now();
  const graph = buildGraph(content);
  const diagnostics = runChecks(graph).map((each) => asTyped(each, options.workspace));
  performance.measure('priors:check', { start: checkStart });
  return { root, cacheDir, folderInRepository: head?.folder ?? '', graph, manifest, diagnostics };
}

/** Says on standard error, in a line, that the beginning of the history is missing: no mistake of the workspace, and yet pages know less. */
export function noteCutHistory({ graph }: LoadedWorkspace): void {
  const cut = cutHistory(graph.content.history);
  if (cut !== null) console.error(`note: ${cut.text} ${cut.hint}`);
}

/** Reading names a workspace by its last folder, since what it says is published; who typed a path wants to see that path. */
function asTyped(diagnostic: Diagnostic, folder: string): Diagnostic {
  switch (diagnostic.code) {
    case 'missing-workspace':
    case 'empty-workspace':
      return { ...diagnostic, ...problem(diagnostic.code, diagnostic, { folder }) };
    default:
      return diagnostic;
  }
}

/** One folder for each workspace (contract "Where things go"): its name for people, a digest of its place to tell it from its like. `root` is absolute. */
export function cacheFolder(stated: string | undefined, root: string): string {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(resolve(stated ?? 'node_modules/.cache/priors'), `${basename(root)}-${place}`);
}

/**
 * The folder of `cacheFolder`, to read and write in.
 *
 * @throws {UsageError} where what lies there may have come with the workspace
 */
export async function usableCache(stated: string | undefined, root: string): Promise<string> {
  const folder = cacheFolder(stated, root);
  const { readBroughtCache } = await import('#ingest/reading/read-brought-cache.ts');
  const reason = await readBroughtCache(folder);
  if (reason === null) return folder;
  throw new UsageError(
    `The cache cannot be trusted: ${reason}`,
    'Remove it, from git too (git rm -r --cached), or name another folder with --cache DIR.',
  );
}

/** The date that overrides what git says (contract "Time"): `--as-of`, else `SOURCE_DATE_EPOCH`. */
function statedDate(asOf: string | undefined, epoch: string | undefined): DateText | null {
  if (asOf !== undefined) {
    if (!isRealDate(asOf)) throw new UsageError(`Unexpected "${asOf}" for --as-of, expected a date`, 'Write it as YYYY-MM-DD.');
    return asOf;
  }
  if (epoch === undefined || epoch === '') return null;
  const time = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new UsageError(`Unexpected "${epoch}" for SOURCE_DATE_EPOCH, expected seconds since 1970`, 'Set it to a number, or unset it.');
  }
  return time.toISOString();
}
