import type { DateText } from '#schemas/fields.ts';
import { experimentPlaceOf, type RunLog } from '#schemas/run-log.ts';
import type { ParsedEntry } from '#ingest/parsed-file.ts';
import { bareEntry } from '#ingest/entries/bare-entry.ts';

/**
 * All entries by path, those of one file in the order of its parts, with one of kind experiment for every folder that holds run logs. A folder with a summary has its entry already, which only takes
 * its date from the first event where it states none; any other gets one made up of its name. A log at the root of the workspace
 * is an experiment of its own, named after the log.
 *
 * The `path` of an experiment without a summary is its folder, or at the root the log itself.
 */
export function collectExperiments(entries: readonly ParsedEntry[], runLogs: readonly RunLog[]): ParsedEntry[] {
  const logsByPlace = Map.groupBy(runLogs, experimentPlaceOf);
  const summarised = new Set<string>();
  const known = withOneSummary(entries).map((entry) => {
    const folder = entry.kind === 'experiment' ? entry.path.slice(0, Math.max(entry.path.lastIndexOf('/'), 0)) : '';
    const logs = logsByPlace.get(folder);
    if (folder === '' || logs === undefined) return entry;
    summarised.add(folder);
    const date = firstEvent(logs);
    return entry.date === null && date !== null ? { ...entry, date, inferred: [...entry.inferred, 'date'] } : entry;
  });
  const made = [...logsByPlace].filter(([place]) => !summarised.has(place)).map(([place, logs]) => experimentOf(place, logs));
  return [...known, ...made].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Of several summaries in a folder the Markdown is the entry, and takes from the others what it does not state; they are shown below it. */
function withOneSummary(entries: readonly ParsedEntry[]): readonly ParsedEntry[] {
  const summaries = Map.groupBy(
    entries.filter(({ kind, path }) => kind === 'experiment' && /(?:^|\/)experiment_summary\.[a-z]+$/i.test(path)),
    ({ path }) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)),
  );
  const replaced = new Map<ParsedEntry, ParsedEntry | null>();
  for (const all of summaries.values()) {
    const main = all.find(({ path }) => /\.(?:md|markdown)$/i.test(path)) ?? all[0];
    if (main === undefined || all.length === 1) continue;
    const others = all.filter((entry) => entry !== main);
    for (const other of others) replaced.set(other, null);
    const date = main.date ?? others.find((other) => other.date !== null)?.date ?? null;
    replaced.set(main, {
      ...main,
      date,
      inferred: main.date === date ? main.inferred : [...main.inferred, 'date'],
      attached: others.map(({ path, digest, part }) => ({ path, digest, part })),
    });
  }
  return entries.flatMap((entry) => {
    const own = replaced.get(entry);
    return own === null ? [] : [own ?? entry];
  });
}

function experimentOf(place: string, logs: readonly RunLog[]): ParsedEntry {
  const date = firstEvent(logs);
  const title = place.slice(place.lastIndexOf('/') + 1).replace(/(?<=.)\.(?:log|jsonl|ndjson|json|txt|out)$/i, '');
  return bareEntry('experiment', place, { title, date, inferred: date === null ? ['title'] : ['title', 'date'] });
}

/** Logs write one sort of time, with a zone or without, so that text compares as time does. */
function firstEvent(logs: readonly RunLog[]): DateText | null {
  return logs
    .flatMap(({ events }) => events.flatMap(({ timestamp }) => timestamp ?? []))
    .reduce<DateText | null>((first, time) => (first === null || time < first ? time : first), null);
}
