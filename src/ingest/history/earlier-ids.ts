import type { Entry, EntryId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import type { History } from '#schemas/history.ts';
import { kinds } from '#schemas/kinds.ts';
import { experimentPlaceOf } from '#schemas/run-log.ts';
import type { EarlierId, WorkspaceContent } from '#schemas/workspace.ts';
import { digestOf } from '#ingest/digest.ts';
import type { ParsedFile, SourceFile } from '#ingest/parsed-file.ts';
import { recogniseText, type Recognised } from '#ingest/recognition/recognise-text.ts';
import { runLogIdentity } from '#ingest/run-logs/parse-run-log.ts';
import { tableId } from '#ingest/tables/parse-table.ts';
import { idOf } from '#ingest/text/slug.ts';

/** A file as it is now, under a name that it had before. */
export interface EarlierFile {
  readonly now: string;
  /** When it had that name no more. */
  readonly until: DateText;
  readonly source: SourceFile;
  readonly recognition: Recognised;
}

/** Every file that was renamed, under each of its earlier names. */
export function earlierFiles(renames: History['renames'], sources: readonly SourceFile[]): EarlierFile[] {
  return sources.flatMap(({ path: now, text }) =>
    (Object.hasOwn(renames, now) ? (renames[now] ?? []) : []).map(({ path, until }) => ({
      now,
      until,
      source: { path, text, digest: digestOf(path, Buffer.from(text)), problems: [] },
      recognition: recogniseText(path, text),
    })),
  );
}

/** Whether only parsing tells which ids the entries of a file had: those of dated sections and of lists hold what stands in them. */
export function isDivided({ recognition: { as } }: EarlierFile): boolean {
  return as === 'sections' || as === 'log in JSON';
}

/** What a file under an earlier name gave. */
interface Before {
  /** The entry that it was, or its page as a whole. */
  readonly main: EntryId | null;
  /** Where it held several. */
  readonly sections: readonly Pick<Entry, 'id' | 'part' | 'date'>[];
  readonly table: string | null;
}

/**
 * The ids that entries and tables had before: those that recognition gives their files under their earlier names, and those that entries state as
 * `aliases`. Sections count as far as they are no younger than the name.
 *
 * @param parsed what parsing gave of a file that `isDivided`, under its earlier name
 */
export function earlierIds(
  content: Pick<WorkspaceContent, 'entries' | 'wholeFiles' | 'tables' | 'runLogs'>,
  files: readonly { readonly file: EarlierFile; readonly parsed: Pick<ParsedFile, 'entries' | 'wholeFile'> | null }[],
): EarlierId[] {
  const { entries, wholeFiles, tables, runLogs } = content;
  const byPath = Map.groupBy(entries, ({ path }) => path);
  const wholes = new Map(wholeFiles.map(({ entry }) => [entry.path, entry.id]));
  const tableIds = new Map(tables.map(({ path, id }) => [path, id]));
  const experiments = new Map(entries.flatMap((entry) => (entry.kind === 'experiment' ? [[placeOf(entry), entry.id] as const] : [])));
  const logs = new Map(runLogs.map((log) => [log.path, experiments.get(experimentPlaceOf(log)) ?? null]));
  const renamed = files.flatMap(({ file: { now, until, source, recognition }, parsed }): EarlierId[] => {
    const { path } = source;
    const before = idsAt(path, recognition, parsed);
    const own = byPath.get(now) ?? [];
    const whole = wholes.get(now) ?? null;
    const main = whole ?? own[0]?.id ?? logs.get(now) ?? null;
    const table = tableIds.get(now);
    const isSame = before.sections.length === own.length;
    const ids = [
      ...(before.main === null ? [] : [{ from: before.main, to: main }]),
      ...before.sections
        .filter(({ date }) => date === null || date.slice(0, 10) <= until.slice(0, 10))
        .map(({ id, part }) => ({ from: id, to: (isSame ? own.find((entry) => entry.part === part)?.id : null) ?? main })),
    ];
    return [
      ...(before.table === null || table === undefined ? [] : [{ of: 'table' as const, from: before.table, to: table, path, alias: null }]),
      ...ids.flatMap(({ from, to }) => (to === null ? [] : [{ of: 'entry' as const, from, to, path, alias: null }])),
    ];
  });
  const aliased = [...entries, ...wholeFiles.map(({ entry }) => entry)].flatMap((entry) =>
    entry.aliases.map((alias) => ({ of: 'entry' as const, from: aliasId(entry, alias), to: entry.id, path: null, alias })),
  );
  return distinct([...aliased, ...renamed]);
}

function idsAt(path: string, recognition: Recognised, parsed: Pick<ParsedFile, 'entries' | 'wholeFile'> | null): Before {
  const one = (main: EntryId): Before => ({ main, sections: [], table: null });
  switch (recognition.as) {
    case 'entry':
      return one(idOf(recognition.kind, path).id);
    case 'program':
      return one(idOf('page', path).id);
    case 'rendered log':
      return one(idOf('log', path).id);
    case 'argument map':
      return one(idOf('paper', path).id);
    case 'run log':
      return one(idOf('experiment', experimentPlaceOf({ path, ...runLogIdentity(path) })).id);
    case 'table':
      return { main: null, sections: [], table: tableId(path) };
    case 'sections':
    case 'log in JSON': {
      const { entries = [], wholeFile = null } = parsed ?? {};
      const [only, ...others] = entries;
      if (wholeFile === null && only !== undefined && others.length === 0) return one(only.id);
      return { main: wholeFile?.entry.id ?? null, sections: entries, table: null };
    }
    case 'job queue':
    case 'asset':
    case 'unread':
    case 'private':
      return { main: null, sections: [], table: null };
  }
}

/** The id that an entry had under the name of an alias: a name as files have it, a path, or an id. */
function aliasId(entry: Entry, alias: string): EntryId {
  const kind = kinds.find((candidate) => alias.startsWith(`${candidate}/`));
  const name = kind === undefined ? alias : alias.slice(kind.length + 1);
  const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
  const path = name.includes('/') ? name : `${folder}${name}`;
  return idOf(kind ?? entry.kind, entry.kind === 'experiment' || /\.\w{2,8}$/.test(path) ? path : `${path}.md`).id;
}

/** As run logs name it (`experimentPlaceOf`). */
function placeOf({ digest, path }: Entry): string {
  return digest === '' ? path : path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function distinct(all: readonly EarlierId[]): EarlierId[] {
  const known = new Set<string>();
  return all.filter(({ of, from, to, path, alias }) => {
    const key = JSON.stringify([of, from, to, path, alias]);
    if (from === to || known.has(key)) return false;
    known.add(key);
    return true;
  });
}
