import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { FileHistory } from '#schemas/history.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import type { Href } from '#views/href.ts';
import { entryHistory, fileHistory, isSection } from './entry-history.ts';

/** What git says of an entry, in a line. */
export interface InGit {
  /** Whose facts and links these are: `In git`, or `The file in git` where the entry is a part of it. */
  readonly label: string;
  /** `created`, `last changed`, each with its day. */
  readonly dates: readonly { readonly words: string; readonly date: ShownDate }[];
  /** `by Ada and Bob`; empty where nobody is known. */
  readonly authors: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** Null where there is nothing to say. */
export function entryInGit(entry: Entry, graph: KnowledgeGraph, href: Href): InGit | null {
  const isPart = isSection(entry, graph);
  const history = isPart ? fileHistory(entry.path, graph) : entryHistory(entry, graph);
  // An experiment without a summary is a folder, which cannot be edited.
  const canEdit = entry.digest !== '';
  return inGit(entry.path, { label: isPart ? 'The file in git' : 'In git', history, says: !isPart, canEdit }, href);
}

/** The same of the page of a whole file. */
export function fileInGit(path: string, graph: KnowledgeGraph, href: Href): InGit | null {
  return inGit(path, { label: 'In git', history: fileHistory(path, graph), says: true, canEdit: true }, href);
}

interface Known {
  readonly label: string;
  readonly history: FileHistory | null;
  /** Whether what git says holds for what the page shows. */
  readonly says: boolean;
  readonly canEdit: boolean;
}

function inGit(path: string, { label, history, says, canEdit }: Known, href: Href): InGit | null {
  // What no commit has yet, is nowhere but here.
  if (history === null) return null;
  const addresses = [
    { text: 'history', href: href.history(path) },
    { text: 'edit', href: canEdit ? href.edit(path) : null },
  ];
  const links = addresses.flatMap(({ text, href: address }) => (address === null ? [] : [{ text, href: address }]));
  const dates = says ? datesOf(history) : [];
  return dates.length + links.length === 0 ? null : { label, dates, authors: says ? authorsText(history.authors) : '', links };
}

/** At the edge of a history that is cut, a file is as old as the commit or older. */
function datesOf({ created, updated }: FileHistory): InGit['dates'] {
  const [first, last] = [shortDate(created.date), shortDate(updated.date)];
  if (updated.isEdge) return [{ words: 'last changed on or before', date: last }];
  const change = { words: 'last changed', date: last };
  if (created.commit === updated.commit) return [created.isEdge ? change : { words: 'created', date: first }];
  return [{ words: created.isEdge ? 'created on or before' : 'created', date: first }, change];
}

const mostAuthors = 4;

function authorsText(authors: readonly string[]): string {
  if (authors.length === 0) return '';
  const shown =
    authors.length > mostAuthors ? [...authors.slice(0, mostAuthors - 1), `${authors.length - mostAuthors + 1} others`] : authors;
  const [last = ''] = shown.slice(-1);
  return `by ${shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`}`;
}
