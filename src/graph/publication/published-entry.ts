import type { Entry } from '#schemas/entry.ts';
import { paperSchema } from '#schemas/paper.ts';
import { experimentPlaceOf, type RunLog } from '#schemas/run-log.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { placeOfExperiment } from '#graph/run-logs/experiment-place.ts';

/**
 * Whether an entry's own text may be published: others hold the rights to that of a paper, unless `program.md` says `publish: { papers: full }`. An
 * argument map without a paper was written here.
 */
export function showsFullText({ kind, path }: Pick<Entry, 'kind' | 'path'>, { program }: Pick<WorkspaceContent, 'program'>): boolean {
  return kind !== 'paper' || /\.argdown$/i.test(path) || program.publish?.papers === 'full';
}

/** Keys of `program.md` whose values are names of private files. */
const privateKeys = new Set(['publish', 'ignore']);
/** Stands for a private name. */
const hidden = '…';

/**
 * What of an entry may be published that is published at all, and is not its body (see `showsFullText` and `publishedProgramText`): of a paper no more than its
 * metadata and where its links lead, of the program no private path, of an experiment no file and no date that only a withheld file gave it.
 */
export function publishedEntry(content: WorkspaceContent, isWithheld: (path: string) => boolean): (entry: Entry) => Entry {
  const logs = Map.groupBy(content.runLogs, experimentPlaceOf);
  return (entry) => {
    if (!showsFullText(entry, content)) return metadataOf(entry);
    if (entry.path === 'program.md' && entry.kind === 'page') return { ...entry, data: withoutNames(entry.data, isWithheld) };
    return entry.kind === 'experiment' ? publishedExperiment(entry, logs.get(placeOfExperiment(entry)) ?? [], isWithheld) : entry;
  };
}

/** Without the files that are shown below its summary and are withheld, and without a date that only one of its withheld files gave it. */
function publishedExperiment(entry: Entry, logs: readonly RunLog[], isWithheld: (path: string) => boolean): Entry {
  const { attached = [] } = entry;
  if (![...attached, ...logs].some(({ path }) => isWithheld(path))) return entry;
  const shown = { ...entry, ...(attached.length === 0 ? {} : { attached: attached.filter(({ path }) => !isWithheld(path)) }) };
  if (!entry.inferred.includes('date')) return shown;
  const times = logs.flatMap((log) => (isWithheld(log.path) ? [] : log.events.flatMap(({ timestamp }) => timestamp ?? [])));
  return { ...shown, date: times.toSorted()[0] ?? null };
}

const metadataKeys = new Set(Object.keys(paperSchema.shape));

function metadataOf(entry: Entry): Entry {
  return {
    ...entry,
    data: Object.fromEntries(Object.entries(entry.data).filter(([key]) => metadataKeys.has(key))),
    excerpt: '',
    headings: [],
    links: entry.links.map((link) => (link.form === 'frontmatter' ? link : { ...link, label: '', sentence: '' })),
    mentions: entry.mentions.map((mention) => ({ ...mention, sentence: '' })),
    hasDiagram: false,
    hasMath: false,
  };
}

/** Text is hidden that names a private file, at any depth. */
function withoutNames(data: Entry['data'], isWithheld: (path: string) => boolean): Entry['data'] {
  const hide = (value: unknown, isPrivate: boolean): unknown => {
    if (typeof value === 'string') return isPrivate || isWithheld(value) ? hidden : value;
    if (Array.isArray(value)) return value.map((item) => hide(item, isPrivate));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hide(inner, isPrivate)]));
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hide(value, privateKeys.has(key))]));
}

/**
 * The source of the published `program.md`, with `…` for every name that its entry hides.
 *
 * @param entry as `publishedEntry` makes it
 * @param markdown the whole file
 */
export function publishedProgramText({ data, places }: Pick<Entry, 'data' | 'places'>, markdown: string): string {
  const lines = markdown.split('\n');
  const names = Object.entries(places).filter(([key]) => valueAt(data, key.split('.')) === hidden);
  // From behind, so that the places before stay true.
  for (const [, { line, column, endColumn }] of names.toSorted(([, a], [, b]) => b.line - a.line || b.column - a.column)) {
    const text = lines[line - 1] ?? '';
    lines[line - 1] = `${text.slice(0, column - 1)}${hidden}${text.slice(endColumn - 1)}`;
  }
  return lines.join('\n');
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  // Own properties only: keys come from a workspace.
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? valueAt(Reflect.get(value, key), rest) : undefined;
}
