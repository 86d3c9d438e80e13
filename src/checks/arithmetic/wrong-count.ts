import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { isCommandKey, textsOf } from '#checks/run-logs/run-log-places.ts';

const longestText = 4_000;

/**
 * Advice for every count in a run log that does not add up (formats.md, "run log"): `8 runs, 8 successful, 1 failure`, and
 * `3 similar runs: a, b`. What names only some of its parts is not reported.
 */
export function* wrongCount(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of log.events) {
      for (const { key, text, placeOf } of textsOf(log, event)) {
        if (text.length > longestText || isCommandKey(key) || !/\d/.test(text)) continue;
        for (const { start, end, counted, found } of [...wrongSums(text), ...wrongLists(text)]) {
          yield problem('wrong-count', placeOf(start, end), { statement: text.slice(start, end), counted, found });
        }
      }
    }
  }
}

export interface WrongCount {
  readonly start: number;
  readonly end: number;
  readonly counted: number;
  readonly found: number;
}

const outcomes: readonly RegExp[] = [
  /\b(?:successful(?:ly)?|success(?:es)?|succeeded|passed|completed|ok)\b/i,
  /\b(?:failures?|failed|errors?|crashed)\b/i,
  /\b(?:skipped|pending|running|queued|cancell?ed|timed out|timeouts?|aborted)\b/i,
];

/** `N runs processed, A successful, B failures`: the parts of a sentence that follow a total, all of them outcomes. */
function wrongSums(text: string): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const sentence of text.matchAll(/[^.;\n:|(){}[\]]+(?:\.\d[^.;\n:|(){}[\]]*)*/g)) {
    const parts = [...sentence[0].matchAll(/\s*(?:,\s*(?:and\s+)?|\band\s+)?(\d{1,9})\s+([^,\d]{2,60}?)(?=\s*,|\s+and\s+\d|\s*$)/gy)];
    const end = parts.reduce((sum, [whole]) => sum + whole.length, 0);
    if (parts.length < 3 || sentence[0].slice(end).trim() !== '') continue;
    const [total, ...rest] = parts.map(([, count = '', words = '']) => ({
      count: Number(count),
      outcome: outcomes.findIndex((pattern) => pattern.test(words)),
    }));
    const kinds = rest.map(({ outcome }) => outcome);
    if (total === undefined || total.outcome >= 0 || kinds.includes(-1) || new Set(kinds.filter((kind) => kind < 2)).size < 2) continue;
    if (kinds.filter((kind) => kind < 2).length > 2) continue;
    const found = rest.reduce((sum, { count }) => sum + count, 0);
    const start = sentence.index + sentence[0].search(/\d/);
    if (found !== total.count) wrong.push({ start, end: sentence.index + end, counted: total.count, found });
  }
  return wrong;
}

/** A count above one, what is counted, and behind a colon nothing but names. */
const list = /(?<![\p{L}\p{N}_.,/-])(\d{1,4})\s+((?:[\p{L}][\p{L}-]*\s+){0,3}[\p{L}][\p{L}-]*s):[ \t]+([^\n;]+)/gu;
/** `2 (dict_full, narr_full)` and nothing else. */
const bracketed = /^(\d{1,4})\s+\(([^()\n;]+)\)\.?$/;
const identifier = /^[\p{L}\p{N}_][\p{L}\p{N}_./+=@%-]*$/u;
/** Nobody names more in a sentence, and dividing it takes quadratic time of what is no list. */
const longestList = 2_000;
const isSelection = /\b(?:of|first|last|top|best|other|another|more|than|about|max|maximum|least|most|up to)\s+$/i;
const isIncomplete = /(?:\betc\b|\.{3}|…|\bmore\b|\bothers?\b|\be\.g\b|\bincluding\b|\bsuch as\b)/i;

function wrongLists(text: string): WrongCount[] {
  const whole = bracketed.exec(text);
  const candidates = [
    ...[...text.matchAll(list)].map((match) => ({ match, names: match[3] ?? '', what: match[2] ?? '' })),
    ...(whole === null ? [] : [{ match: whole, names: whole[2] ?? '', what: '' }]),
  ];
  return candidates.flatMap(({ match, names, what }) => {
    const counted = Number(match[1]);
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    if (counted < 2 || names.length > longestList || isSelection.test(before) || isIncomplete.test(names) || isIncomplete.test(what))
      return [];
    const items = names
      .trim()
      .replace(/\.$/, '')
      .split(/,\s+(?:and\s+)?|\s+and\s+/)
      .map((name) => name.replace(/\s+\([^()]*\)$/, '').trim());
    // Plain numbers may be what is measured of the things, and one name a folder that holds them all.
    const isList = items.length >= 2 && items.every((item) => identifier.test(item)) && items.some((item) => /\p{L}/u.test(item));
    return isList && items.length !== counted
      ? [{ start: match.index, end: match.index + match[0].trimEnd().length, counted, found: items.length }]
      : [];
  });
}
