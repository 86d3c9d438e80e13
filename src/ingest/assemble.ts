import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { Entry } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import type { JobQueue } from '#schemas/queue.ts';
import type { Table } from '#schemas/results.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { attachMaps, entriesOfMaps } from './papers/attach-maps.ts';
import { collectExperiments } from './run-logs/collect-experiments.ts';
import { pathHash } from './digest.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { WorkspaceFiles } from './reading/read-workspace.ts';
import { withHash } from './text/slug.ts';

/**
 * All files of a workspace as one: final ids, experiments from folders, strictness, the account of every file.
 *
 * @param parsed in the order of their paths
 * @param asOf the day that "overdue" and "age" count from, or null for the newest date in the workspace (contract "Time")
 */
export function assemble(
  files: Omit<WorkspaceFiles, 'sources'>,
  parsed: readonly Omit<ParsedFile, 'bodies'>[],
  asOf: DateText | null,
): WorkspaceContent {
  const program = parsed.find((file) => file.program !== null)?.program ?? {};
  const strict = program.strict === true;
  const runLogs = parsed.flatMap(({ runLog }) => runLog ?? []);
  const argumentMaps = attachMaps(
    parsed.flatMap(({ entries }) => entries),
    parsed.flatMap(({ argumentMap }) => argumentMap ?? []),
  );
  const found = collectExperiments([...parsed.flatMap(({ entries }) => entries), ...entriesOfMaps(argumentMaps)], runLogs);
  const ownMaps = new Set(argumentMaps.filter(({ path, paper }) => path === paper).map(({ path }) => path));
  const wholes = parsed.flatMap(({ wholeFile }) => wholeFile ?? []);
  const ids = uniqueIds([...found, ...wholes.map(({ entry }) => entry)], withHash);
  const entries = found.map(({ beforeHash: _, ...entry }, index) => ({ ...entry, id: ids[index] ?? entry.id }));
  const tables = parsed.flatMap(({ table }) => table ?? []);
  return {
    name: files.name,
    program,
    strict,
    asOf:
      asOf ??
      newestDate(
        entries,
        runLogs.flatMap(({ events }) => events.flatMap(({ timestamp }) => timestamp ?? [])),
      ),
    entries,
    wholeFiles: wholes.map((whole, index) => ({ ...whole, entry: { ...whole.entry, id: ids[found.length + index] ?? whole.entry.id } })),
    tables: withUniqueTableIds(tables),
    runLogs,
    queues: withUniqueQueueIds(parsed.flatMap(({ queue }) => queue ?? [])),
    argumentMaps,
    files: [
      ...parsed.map(({ record }) => ({ ...record, entries: ownMaps.has(record.path) ? 1 : record.entries })),
      ...files.unreadable,
    ].sort(byPath),
    skipped: [...files.skipped, ...parsed.flatMap(({ skipped }) => skipped)].sort(byPath),
    assets: files.assets,
    evaluations: {},
    history: null,
    earlierIds: [],
    withheldKinds: [],
    symbolicLinks: files.symbolicLinks,
    problems: [
      ...files.problems,
      ...parsed.flatMap(({ problems, strictProblems }) => (strict ? [...problems, ...strictProblems] : problems)),
      // Nobody chooses the name of a README as an id: see docs/decisions/0011.
      ...duplicateIds(found.filter(({ kind }) => kind !== 'page')),
      ...duplicateIds(tables.map(({ id, path, headerLine }) => ({ beforeHash: id, path, line: Math.max(headerLine, 1) }))),
    ],
  };
}

/** What stands for "now" in a workspace without any date: nothing in it has an age. */
const undated: DateText = '1970-01-01';

/** The newest day of a workspace, as `YYYY-MM-DD`. */
function newestDate(entries: readonly Entry[], timestamps: readonly DateText[]): DateText {
  return [...entries.flatMap(({ date }) => date ?? []), ...timestamps].reduce(
    (newest, date) => (date.slice(0, 10) > newest ? date.slice(0, 10) : newest),
    undated,
  );
}

/** `a/b.tsv` and `a-b.tsv` have the same id, of which the ids of their rows are made. */
function withUniqueTableIds(tables: readonly Table[]): Table[] {
  const ids = uniqueIds(tables, (id, path, digits) => `${id}-${pathHash(path, digits)}`);
  return tables.map((table, index) => ({ ...table, id: ids[index] ?? table.id }));
}

/** Ids of queues come about as those of tables do. */
function withUniqueQueueIds(queues: readonly JobQueue[]): JobQueue[] {
  const ids = uniqueIds(queues, (id, path, digits) => `${id}-${pathHash(path, digits)}`);
  return queues.map((queue, index) => {
    const id = ids[index] ?? queue.id;
    return { ...queue, id, jobs: queue.jobs.map((job) => ({ ...job, id: `job/${id}/${job.number}` as const })) };
  });
}

/**
 * What shares an id gets six hex digits of its path's hash, all of it, so that nothing depends on the order of files (contract "Identity").
 * More digits are taken only where that id is somebody's too.
 */
function uniqueIds<Id extends string>(
  all: readonly { readonly id: Id; readonly path: string }[],
  hashed: (id: Id, path: string, digits: number) => Id,
): Id[] {
  const sharing = Map.groupBy(all, ({ id }) => id);
  const taken = new Set<Id>([...sharing].flatMap(([id, same]) => (same.length === 1 ? [id] : [])));
  return all.map(({ id, path }) => {
    if (sharing.get(id)?.length === 1) return id;
    const unique = [6, 12, 64].map((digits) => hashed(id, path, digits)).find((candidate) => !taken.has(candidate)) ?? id;
    taken.add(unique);
    return unique;
  });
}

/** Two files whose id before the hash is the same: reported at every file but the first (contract "Severity"). */
function duplicateIds(all: readonly { readonly beforeHash: string; readonly path: string; readonly line: number }[]): Problem[] {
  return [...Map.groupBy(all, ({ beforeHash }) => beforeHash)].flatMap(([id, same]) => {
    const [first, ...others] = same;
    return others
      .filter(({ path }) => path !== first?.path)
      .map(({ path, line }) => ({
        ...problem('duplicate-id', { path, line, column: 1 }, { id, other: first?.path ?? '' }),
        names: first === undefined ? [] : [first.path],
      }));
  });
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
