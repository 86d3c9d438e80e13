import { findSections } from '#markdown/find-sections.ts';
import { readDatedHeading } from '#ingest/journals/entry-headings.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { knownKeysAt } from '#ingest/frontmatter/schema-words.ts';
import { isLogJson } from '#ingest/logs/parse-log-json.ts';
import { looksLikeRunLog } from '#ingest/run-logs/parse-run-log.ts';
import { isRenderedLog } from '#ingest/logs/parse-rendered-log.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { isAboutVersions, isIntroduction, recognise, type Recognition } from './recognise.ts';
import { isLoggerLevel, readEventHeader } from '#ingest/run-logs/run-log-lines.ts';

/** What a file is read as once its text is known. */
export type Recognised = Exclude<Recognition, { readonly as: 'perhaps' }>;

/** What tells of a file that is no Markdown stands so near its beginning, in UTF-16 code units: the rest need not be read to decide. */
export const beginning = 4_096;

/**
 * What a file is read as, by its path and, where that leaves it open, by its text. Pure, and linear in the text. Conservative: what is taken for
 * another kind by mistake is worse than a plain page, so each rule wants marks that no other writing has.
 *
 * @param text the decoded file; of one that is no Markdown `beginning` is enough
 */
export function recogniseText(path: string, text: string): Recognised {
  const recognition = recognise(path);
  if (recognition.as === 'perhaps') {
    const found = ofJson(text) ?? ofLogJson(path, text) ?? ofJsonLines(path, text) ?? ofLines(path, text) ?? ofTable(path, text);
    return found ?? (recognition.otherwise === null ? { as: 'asset' } : { as: 'unread', reason: recognition.otherwise });
  }
  if (recognition.as !== 'entry' || isIntroduction(path)) return recognition;
  if (isRenderedLog(text)) return { as: 'rendered log' };
  return recognition.kind === 'page' ? (ofMarkdown(path, text) ?? recognition) : recognition;
}

/** Whether a file whose name says that it is a run log or results table looks like one: what programs print and data sets are also called so. */
export function isConfirmedByText(recognition: Recognition, text: string): boolean {
  if (recognition.as === 'run log') return hasEvents(text) || ofJson(text)?.as === 'run log';
  if (recognition.as === 'table') return isResultsHeader(text);
  return true;
}

/** A `.log` is more likely a run log than other text is: there the events may also stand between what a program printed. */
function ofLines(path: string, text: string): { readonly as: 'run log' } | null {
  const isRunLog = /\.log$/i.test(path) ? looksLikeRunLog(text.slice(0, beginning)) : /\.(?:txt|out)$/i.test(path) && hasEvents(text);
  return isRunLog ? { as: 'run log' } : null;
}

/**
 * Events of a run log: among the first written lines one is `[timestamp] ACTION`, and so are at least half of all lines that begin with a
 * timestamp. What programs print names a level there, or nothing.
 */
function hasEvents(text: string): boolean {
  const lines = text
    .slice(0, beginning)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const stamped = lines.flatMap((line, index) => {
    const header = readEventHeader(line);
    return header === null ? [] : [{ index, isAction: /^[A-Z][A-Z0-9_]{2,}$/.test(header.action) && !isLoggerLevel(header.action) }];
  });
  const actions = stamped.filter(({ isAction }) => isAction);
  return actions.length > 0 && (actions[0]?.index ?? 0) < 5 && actions.length * 2 >= stamped.length;
}

/** Run logs in JSON whose first object does not tell: it is damaged, or its timestamp was never filled in. */
function ofJsonLines(path: string, text: string): { readonly as: 'run log' } | null {
  return /\.(?:jsonl|ndjson|json)(?:\.txt)?$/i.test(path) && looksLikeRunLog(text.slice(0, beginning)) ? { as: 'run log' } : null;
}

function ofLogJson(path: string, text: string): { readonly as: 'log in JSON' } | null {
  return /\.json$/i.test(path) && isLogJson(text.slice(0, beginning)) ? { as: 'log in JSON' } : null;
}

/** The first object of a JSON or JSON Lines file: events have `timestamp` and `action`, what `pueue status --json` prints has numbered `tasks`. */
function ofJson(text: string): { readonly as: 'run log' | 'job queue' } | null {
  const first = firstObject(text.slice(0, beginning));
  if (/^\{\s*"tasks"\s*:\s*\{\s*"\d+"\s*:\s*\{/.test(first)) return { as: 'job queue' };
  const hasTimestamp = /"timestamp"\s*:\s*"\d{4}-\d{2}-\d{2}/.test(first);
  return hasTimestamp && /"action"\s*:\s*"[A-Za-z][\w -]*"/.test(first) ? { as: 'run log' } : null;
}

/** From the first `{` to the `}` that closes it, or to the end. */
function firstObject(text: string): string {
  const start = text.search(/\S/);
  if (start < 0 || (text[start] !== '{' && text[start] !== '[')) return '';
  let depth = 0;
  let isQuoted = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '{') depth += 1;
    else if (!isQuoted && character === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(start, index + 1);
    }
  }
  return text.slice(start);
}

/** Columns that tables of experiments have and data sets have not. */
const resultsColumns =
  /^#?(?:commit|commit_hash|hash|status|decision|verdict|kept|run|run_id|exp|exp_id|experiment|trial|val_\w+|\w+_loss|loss|bpb|accuracy)$/;

function ofTable(path: string, text: string): { readonly as: 'table' } | null {
  return /\.tsv$/i.test(path) && isResultsHeader(text) ? { as: 'table' } : null;
}

function isResultsHeader(text: string): boolean {
  const header =
    text
      .slice(0, beginning)
      .split(/\r?\n/, 20)
      .find((line) => line.includes('\t')) ?? '';
  return header.split('\t').some((cell) => resultsColumns.test(cell.trim().toLowerCase()));
}

function ofMarkdown(path: string, text: string): Recognised | null {
  const frontmatter = ofFrontmatter(text);
  if (frontmatter !== null) return frontmatter;
  if (beginsWithEvent(text)) return { as: 'run log' };
  return !isAboutVersions(path) && isMostlyDated(text) ? { as: 'sections', kind: 'journal' } : null;
}

/**
 * Keys that only one kind has. A key that also other writing has, such as `subject` or `outcome`, needs a second one beside it; records of
 * experiments with keys of their own also state a `hypothesis`, so most keys must be those of an idea.
 */
function ofFrontmatter(text: string): Recognised | null {
  if (!/^(?:---|===)[ \t]*\r?\n/.test(text) || !/^(?:hypothesis|subject|outcome)[ \t]*:/m.test(text)) return null;
  const { data } = readFrontmatter('', text);
  const has = (...keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(data, key));
  if (has('hypothesis')) return hasMostly(Object.keys(data), 'idea') ? { as: 'entry', kind: 'idea' } : null;
  if (has('outcome') && has('idea', 'runs')) return { as: 'entry', kind: 'report' };
  if (has('subject') && has('conclusions', 'metrics', 'related_files', 'next_steps', 'commits')) return { as: 'entry', kind: 'log' };
  return null;
}

function hasMostly(keys: readonly string[], kind: 'idea'): boolean {
  const known = new Set(knownKeysAt(kindDescriptions[kind].schema, []));
  return keys.filter((key) => known.has(key)).length * 2 > keys.length;
}

/** A run log that was saved as Markdown begins with an event, perhaps below a title; a text about run logs shows events in code, further down. */
function beginsWithEvent(text: string): boolean {
  const first = text
    .slice(0, beginning)
    .split(/\r?\n/)
    .find((line) => line.trim() !== '' && !line.startsWith('# '));
  return first !== undefined && readEventHeader(first) !== null && hasEvents(text);
}

const heading = /^ {0,3}#{1,3}[ \t]+(.*\d.*)$/gm;
const version = /^[^\p{L}\p{N}]*v?\d+\.\d+(?:\.\d+)?\b(?!-\d)/iu;
const fewestEntries = 3;

/**
 * A journal under another name: of the headings of one level at least three and most begin with a date. One that ends with a date may say when a
 * section was written, of whatever text. Not so if they name versions, as those of a changelog do (`2026-01-04: v1.2.0`).
 */
function isMostlyDated(text: string): boolean {
  // Most files have none and need not be parsed for it.
  const candidates = [...text.matchAll(heading)].filter(([, written = '']) => readDatedHeading(written)?.startsWithDate === true);
  if (candidates.length < fewestEntries) return false;
  const sections = findSections(text);
  return [1, 2, 3].some((depth) => {
    const level = sections.filter((section) => section.depth === depth);
    const dated = level.map(({ text: written }) => readDatedHeading(written)).filter((name) => name?.startsWithDate === true);
    const versions = dated.filter((name) => version.test(name?.title ?? ''));
    return dated.length >= fewestEntries && dated.length * 2 > level.length && versions.length * 2 < dated.length;
  });
}
