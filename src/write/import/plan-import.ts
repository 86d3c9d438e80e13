import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { assemble } from '#ingest/assemble.ts';
import { nothingRead } from '#ingest/parsed-file.ts';
import { recogniseText } from '#ingest/recognition/recognise-text.ts';
import { lineageKeyOf } from '#ingest/text/slug.ts';
import type { ParsedMetadata, ParsedWorkspace } from '#write/content-with.ts';
import { asPage, canonicalPlace } from './canonical-place.ts';
import { kindOf, targetFile, type TargetFile } from './entry-bytes.ts';
import { contentDigest, type ImportedFile } from './import-record.ts';
import type { FileReport, ImportReport } from './import-report.ts';
import type { ImportFile, ImportSource } from './import-source.ts';
import { inferredKeys, type InferredKey } from './inferred-keys.ts';
import { linkedAssets } from './linked-assets.ts';
import { movedLinks, type ImportedLink } from './moved-links.ts';
import { placeFiles } from './place-files.ts';

/** A file that an import would write. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ImportPlan {
  readonly report: ImportReport;
  readonly writes: readonly PlannedFile[];
  /** What the workspace remembers of the source afterwards. */
  readonly record: readonly ImportedFile[];
  /** The workspace as it would be afterwards, were it strict. */
  readonly strict: KnowledgeGraph;
}

export interface PlanInput {
  readonly source: ImportSource;
  readonly workspace: ParsedWorkspace;
  /** What an earlier import remembered. */
  readonly record: readonly ImportedFile[];
  /** The bytes that stand at a path of the workspace; null where nothing does. */
  readonly bytesAt: (path: string) => Promise<Uint8Array | null>;
}

/** A file on its way into the workspace. */
interface Passage {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** Null for a file that is only linked to. */
  readonly file: ImportFile | null;
  readonly inferred: readonly InferredKey[];
  readonly before: ImportedFile | null;
  /** What stands at its place now. */
  readonly standing: Uint8Array | null;
}

/**
 * Says what an import would do: where each file goes, what its text will be, and which links would not lead where they led. Touches nothing.
 *
 * A file that was imported before keeps its place. Where it still stands as it was written, or was changed since, it is left as it is; where it is gone,
 * it is written again.
 */
export async function planImport(input: PlanInput): Promise<ImportPlan> {
  const { source, workspace } = input;
  const sourceGraph = buildGraph(source.content);
  const assets = await linkedAssets(source, sourceGraph);
  const hidden = await privateFiles(source);
  const passages = await findPassages(input, [...assets.files, ...hidden]);
  const places = new Map(passages.flatMap(({ from, to, file }) => [[from, to] as const, ...experimentFolder(from, to, file)]));
  const placeOf = (path: string): string | null => places.get(path) ?? null;

  const coming = passages.filter(({ standing }) => standing === null);
  const first = coming.map((passage) => ({ passage, target: targetOf(passage, []) }));
  const links = movedLinks(sourceGraph, buildGraph(contentOf(workspace, first, false)), placeOf);
  const linksByPath = Map.groupBy(links, ({ path }) => path);
  const final = first.map(({ passage, target }) => {
    const own = linksByPath.get(passage.to) ?? [];
    return { passage, target: own.length === 0 ? target : targetOf(passage, own) };
  });
  const lost = movedLinks(sourceGraph, buildGraph(contentOf(workspace, final, false)), placeOf);
  const isLost = new Set(lost.map(({ path, target }) => `${path}\0${target}`));
  const held = links.filter(({ path, target }) => !isLost.has(`${path}\0${target}`));
  const heldByPath = Map.groupBy(held, ({ path }) => path);
  const targets = new Map(final.map(({ passage, target }) => [passage.to, target]));

  return {
    report: {
      source: source.name,
      files: passages
        .map((passage) => fileReport(passage, targets.get(passage.to) ?? null, heldByPath.get(passage.to)?.length ?? 0))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
      skipped: [...source.skipped.filter(({ path }) => !places.has(path)), ...assets.skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
      links: {
        moved: held.filter(({ reason }) => reason === 'moved').length,
        leftBehind: held.filter(({ reason }) => reason === 'left behind').length,
        lost: lost.map(({ path, target }) => ({ path, target })),
      },
    },
    writes: final.map(({ passage, target }) => ({ path: passage.to, bytes: target?.bytes ?? passage.bytes })),
    record: remember(input, passages, targets),
    strict: buildGraph(contentOf(workspace, final, true)),
  };
}

async function findPassages(
  { source, workspace, record, bytesAt }: PlanInput,
  copies: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<Passage[]> {
  const before = new Map(record.map((each) => [each.from, each]));
  const read = new Map(source.files.map((file) => [file.source.path, file]));
  const isSections = ({ source: { path, text } }: ImportFile): boolean => recogniseText(path, text).as === 'sections';
  const wishes = [
    ...source.files.map((file) => canonicalPlace(source.name, file.source.path, file.parsed, isSections(file))),
    ...copies.map(({ path }) => asPage(source.name, path)),
  ];
  const { files, parsed } = workspace;
  const taken = [
    ...parsed.map(({ record: { path } }) => path),
    ...files.assets,
    ...[...files.unreadable, ...files.skipped].map(({ path }) => path),
  ];
  const places = placeFiles(source.name, wishes, new Map(record.map(({ from, to }) => [from, to])), taken);
  const passages: Passage[] = [];
  for (const [from, to] of places) {
    const file = read.get(from) ?? null;
    const bytes = file?.bytes ?? copies.find(({ path }) => path === from)?.bytes;
    if (bytes === undefined) continue;
    const inferred = file === null ? [] : inferredKeys(file, isSections(file));
    const kind = file === null ? 'file' : file.parsed.kind === 'program' ? 'page' : file.parsed.kind;
    passages.push({ from, to, kind, bytes, file, inferred, before: before.get(from) ?? null, standing: await bytesAt(to) });
  }
  return passages;
}

async function privateFiles(source: ImportSource): Promise<{ path: string; bytes: Uint8Array }[]> {
  const found: { path: string; bytes: Uint8Array }[] = [];
  for (const path of source.privateFiles) {
    const bytes = await source.bytesOf(path, Number.POSITIVE_INFINITY);
    if (bytes !== null) found.push({ path, bytes });
  }
  return found;
}

/** Links lead to an experiment's folder as well as to its files. */
function experimentFolder(from: string, to: string, file: ImportFile | null): [string, string][] {
  const folder = file?.parsed.runLog?.experiment ?? '';
  return folder === '' ? [] : [[folder, to.slice(0, to.length - (from.length - folder.length))]];
}

function targetOf({ file, to, from, inferred }: Passage, links: readonly ImportedLink[]): TargetFile | null {
  if (file === null) return null;
  const kind = kindOf(file.parsed);
  const key = kind === null || kind === 'page' || file.parsed.entries.length !== 1 ? '' : lineageKeyOf(kind, from);
  const isRenamed = kind !== null && key !== '' && sameKey(key) !== sameKey(lineageKeyOf(kind, to));
  return targetFile(file, to, {
    ...Object.fromEntries(inferred.map((each) => [each.key, each.value])),
    ...(isRenamed ? { aliases: [key] } : {}),
    ...(links.length > 0 ? { moved: Object.fromEntries(links.map(({ target, moved }) => [target, moved])) } : {}),
  });
}

/** Names are compared so (`graph/links/name-index.ts`): what differs in nothing else needs no alias. */
function sameKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '-');
}

/** The workspace with the files that are coming. */
function contentOf(
  { files, parsed }: ParsedWorkspace,
  coming: readonly { readonly passage: Passage; readonly target: TargetFile | null }[],
  strict: boolean,
): ReturnType<typeof assemble> {
  const added = coming.flatMap(({ target }) => target?.judged ?? []);
  const all: readonly ParsedMetadata[] = [...parsed, ...added].sort((a, b) => (a.record.path < b.record.path ? -1 : 1));
  const assets = [...files.assets, ...coming.flatMap(({ passage, target }) => (target === null ? [passage.to] : []))].sort();
  return assemble({ ...files, assets }, strict ? asStrict(all) : all, null);
}

function asStrict(parsed: readonly ParsedMetadata[]): ParsedMetadata[] {
  const path = 'program.md';
  const program: ParsedMetadata = {
    ...nothingRead,
    kind: 'program',
    program: { strict: true },
    record: { path, kind: 'program', entries: 0, rows: 0, events: 0, unaccounted: [] },
  };
  const all = parsed.map((each) => (each.program === null ? each : { ...each, program: { ...each.program, strict: true } }));
  return all.some((each) => each.program !== null) ? all : [...all.filter(({ record }) => record.path !== path), program];
}

function fileReport(passage: Passage, target: TargetFile | null, moved: number): FileReport {
  const { from, to, kind, inferred, standing, before, bytes } = passage;
  if (standing === null)
    return {
      from,
      to,
      kind,
      action: 'written',
      reason: null,
      inferred: statedIn(target, inferred),
      setAside: target?.setAside ?? [],
      moved,
    };
  const isAsWritten = before?.written === contentDigest(standing);
  const isSameSource = before?.source === contentDigest(bytes);
  const reason = isAsWritten
    ? isSameSource
      ? null
      : 'The source has changed since it was imported; delete the file in the workspace to import it again'
    : isSameSource
      ? 'It was changed in the workspace since it was imported'
      : before === null
        ? 'Another file has this name'
        : 'Both it and its source have changed since it was imported';
  return { from, to, kind, action: reason === null ? 'unchanged' : 'kept', reason, inferred: [], setAside: [], moved: 0 };
}

/** What was inferred and could be stated without changing what the file says. */
function statedIn(target: TargetFile | null, inferred: readonly InferredKey[]): InferredKey[] {
  const [entry] = target?.parsed.entries ?? [];
  return inferred.filter(({ key }) => entry !== undefined && !entry.inferred.includes(key));
}

/** What lies in the workspace as it was left stays remembered as it was; sources that are gone too. */
function remember({ record }: PlanInput, passages: readonly Passage[], targets: ReadonlyMap<string, TargetFile | null>): ImportedFile[] {
  const now = new Map(record.map((each) => [each.from, each]));
  for (const { from, to, bytes, standing } of passages) {
    if (standing !== null) continue;
    const written = targets.get(to)?.bytes ?? bytes;
    now.set(from, { from, to, source: contentDigest(bytes), written: contentDigest(written) });
  }
  return [...now.values()];
}
