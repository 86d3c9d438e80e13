import { suggest } from '#diagnostics/suggest.ts';
import { statuses, type RunStatus } from '#graph/knowledge-graph.ts';
import { faintVocabulary, statusFragments, statusVocabulary } from './status-words.ts';

const telling = byWord(statusVocabulary);
const faint = byWord(faintVocabulary);
const fragments = statusFragments.flatMap(([status, written]) => written.split(' ').map((fragment) => [fragment, status] as const));
/** What columns named `kept` hold where they are no text. */
const flags: Readonly<Partial<Record<string, RunStatus>>> = { '1': 'keep', '0': 'discard', '1.0': 'keep', '0.0': 'discard' };

const denials = new Set([
  'not',
  'no',
  'non',
  'never',
  'without',
  'didn',
  'doesn',
  'nicht',
  'kein',
  'keine',
  'pas',
  'sin',
  'nao',
  'не',
  'un',
]);
/** A longer cell is prose: nobody learns more from its end. */
const longestRead = 300;

/**
 * What a status cell means: by its first word that has a meaning (`KEEP:major_win`, `revert (feature mismatch)`, `保留✔`), turned round by a
 * "not" or "no" before it, and by an arrow (`discard->keep`). Words such as `ok` count only where no other does (`confirmed-discard`).
 * Anything else is `other`; the raw word is always shown beside it.
 */
export function readStatus(cell: string): RunStatus {
  return meaningOf(cell) ?? 'other';
}

/** Reads a column named `kept` or `accepted`, which can hold 1 and 0. */
export function readFlag(cell: string): RunStatus {
  return flags[cell.trim()] ?? readStatus(cell);
}

/** Whether any word or sign of a status cell is known, also one that means none of our statuses (`TIE`, `marginal`). */
export function isKnownStatus(cell: string): boolean {
  return meaningOf(cell) !== null || flags[cell.trim()] !== undefined;
}

/** Whether a cell says why there is no result (`DIVERGED`, `INVALID`, `pending`), as some write it where the number would stand. */
export function saysNoResult(cell: string): boolean {
  const status = readStatus(cell);
  return status === 'crash' || status === 'discard' || status === 'running' || status === 'planned';
}

/** The known word that a status was meant to be: `keep` for `keeep`. Null where none is near, or where the cell is more than a word. */
export function suggestStatus(cell: string): string | null {
  const word = cell.trim();
  return /^[a-z]{3,20}$/i.test(word)
    ? suggest(word, [...statuses, 'kept', 'discarded', 'crashed', 'revert', 'reverted', 'rejected'])
    : null;
}

function meaningOf(cell: string): RunStatus | null {
  if (/^\s*n[/_.]?a\.?\s*$/i.test(cell)) return null;
  const last =
    cell
      .slice(0, longestRead)
      .normalize('NFC')
      .split(/->|=>|→|➜|⇒/)
      .findLast((part) => part.trim() !== '') ?? '';
  const words: string[] = folded(last).match(/\p{L}+/gu) ?? [];
  return byWords(words, telling) ?? bySigns(last) ?? byWords(words, faint);
}

/** The first word that means a status; a word that is known to mean none counts only where no other word does. */
function byWords(words: readonly string[], vocabulary: ReadonlyMap<string, RunStatus>): RunStatus | null {
  let none: RunStatus | null = null;
  for (const [index, word] of words.entries()) {
    const status = vocabulary.get(word);
    if (status === undefined) continue;
    if (denials.has(words[index - 1] ?? '') || (words[index - 1] === 't' && denials.has(words[index - 2] ?? ''))) {
      if (status === 'keep') return 'discard';
      if (words[index - 1] === 'not' && (status === 'running' || word === 'tested' || word === 'evaluated')) return 'planned';
      none = 'other';
    } else if (status === 'other') none = 'other';
    // "failed to improve" ran to its end.
    else if (word.startsWith('fail') && words[index + 1] === 'to') return 'discard';
    else return status;
  }
  if (words[0] === 'not' && (words[1] === 'run' || words[1] === 'yet')) return 'planned';
  return none;
}

function bySigns(text: string): RunStatus | null {
  return fragments.find(([fragment]) => text.includes(fragment))?.[1] ?? null;
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function byWord(vocabulary: Readonly<Partial<Record<RunStatus, string>>>): ReadonlyMap<string, RunStatus> {
  return new Map(
    statuses.flatMap((status) => (vocabulary[status]?.match(/\p{L}+/gu) ?? []).map((word) => [folded(word), status] as const)),
  );
}
