import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { counted } from '#views/entries/entry-row.ts';

/** A piece of a sentence: words, words that lead somewhere, or words that matter. Null leads nowhere. */
export type Piece =
  string | { readonly text: string; readonly href: string | null } | { readonly code: string } | { readonly strong: string };

/** A line of a list, or the cells of a row. */
export type Item = { readonly mark: ItemMark | null; readonly pieces: readonly Piece[] } | { readonly cells: readonly Piece[] };

export type ItemMark = 'error' | 'warning' | 'policy' | 'added' | 'changed' | 'renamed' | 'removed';

/** A part of what is said of a change: a list, or a table where it has a head. */
export interface Section {
  readonly title: readonly Piece[];
  /** What is said above the items, each a paragraph. */
  readonly notes: readonly (readonly Piece[])[];
  readonly head: readonly { readonly name: string; readonly numeric: boolean }[] | null;
  readonly items: readonly Item[];
  /** How many there are, of which `items` may hold fewer. */
  readonly total: number;
}

/** The parts of what is said of a change, what needs attention first; those that say nothing are left out. */
export function changesSections(changes: KnowledgeChangesJson): Section[] {
  return [
    problems(changes),
    ...changes.tables.map(tableSection),
    ideas(changes),
    entries(changes),
    ...findings(changes),
    vague(changes),
    similar(changes),
  ].filter(({ items, notes }) => items.length + notes.length > 0);
}

function section(title: string, items: readonly (readonly Piece[])[]): Section {
  return { title: [title], notes: [], head: null, items: items.map((pieces) => ({ mark: null, pieces })), total: items.length };
}

function problems({ diagnostics }: KnowledgeChangesJson): Section {
  const { errors, warnings, gone } = diagnostics;
  return {
    title: ['Problems'],
    notes: gone > 0 ? [[`${counted(gone, 'problem is', 'problems are')} gone.`]] : [],
    head: null,
    items: diagnostics.new.map(({ severity, code, path, line, message, is_policy: isPolicy }) => ({
      mark: isPolicy ? 'policy' : severity,
      pieces: [{ code: `${path}:${line}` }, ` ${message}`, ' (', { code }, ')'],
    })),
    total: errors + warnings,
  };
}

type TableJson = KnowledgeChangesJson['tables'][number];

function tableSection({ path, url, metric, unit, best, direction, added, changed, removed, runs, rows_are: rows }: TableJson): Section {
  const [one, many] = rows === 'runs' ? ['run', 'runs'] : ['row', 'rows'];
  const counts = [
    ...(added > 0 ? [counted(added, `new ${one}`, `new ${many}`)] : []),
    ...(changed > 0 ? [`${counted(changed, one, many)} changed`] : []),
    ...(removed > 0 ? [`${counted(removed, one, many)} gone`] : []),
  ];
  return {
    title: ['Results: ', { text: path, href: url }],
    notes: [
      ...(counts.length > 0 ? [[`${counts.join(', ')}.`]] : []),
      ...(best.after === null || metric === null ? [] : [bestPieces(best.before, best.after, best.is_new, metric, direction)]),
    ],
    head: [
      { name: one, numeric: true },
      { name: metric === null ? 'value' : unit === null ? metric : `${metric} (${unit})`, numeric: true },
      { name: 'status', numeric: false },
      { name: 'verdict', numeric: false },
      { name: 'description', numeric: false },
    ],
    items: runs.map((run) => ({
      cells: [
        { text: run.id.slice(run.id.lastIndexOf('/') + 1), href: run.url },
        run.value,
        run.status,
        run.verdict ?? '',
        run.description,
      ],
    })),
    total: added,
  };
}

type BestJson = NonNullable<TableJson['best']['after']>;

function bestPieces(before: BestJson | null, after: BestJson, isNew: boolean, metric: string, direction: string | null): Piece[] {
  const runs = after.runs === 1 ? 'one run' : `${after.runs} runs`;
  const rests = after.verdict === null ? 'a baseline' : `${after.verdict}, ${runs}`;
  const value: Piece = { text: after.value, href: after.url };
  const tail = ` (${rests}${direction === null ? '' : `; ${direction} is better`}).`;
  if (!isNew) return [`The best ${metric} stays `, value, tail];
  return before === null ? [`Best ${metric}: `, value, tail] : [`Best ${metric}: ${before.value} → `, value, tail];
}

function ideas({ ideas: changed }: KnowledgeChangesJson): Section {
  return section(
    'Ideas that changed state',
    changed.map(({ title, url, before, after, because }) => [
      { text: title, href: url },
      before === null ? ': new, ' : `: ${before} → `,
      { strong: after },
      `, since ${because}`,
    ]),
  );
}

function entries({ entries: changed, beyond }: KnowledgeChangesJson): Section {
  return {
    title: ['Entries'],
    notes: [],
    head: null,
    items: changed.map(({ change, kind, title, path, url, was, words }) => ({
      mark: change,
      pieces: [
        `${kindDescriptions[kind].singular} `,
        { text: title, href: url },
        ' ',
        { code: path },
        ...(was === null || was.path === path ? [] : [', was ', { code: was.path }]),
        ...(words.added + words.removed === 0 ? [] : [`, +${words.added} −${words.removed} words`]),
      ],
    })),
    total: changed.length + beyond,
  };
}

function findings({ findings: { added, removed, superseded, contradicted } }: KnowledgeChangesJson): Section[] {
  const stated = ({ text, entry, url }: { text: string; entry: string; url: string | null }): Piece[] => [
    text,
    ' (',
    { text: entry, href: url },
    ')',
  ];
  const doubted = (found: KnowledgeChangesJson['findings']['superseded'][number]): Piece[] => [
    ...stated(found),
    ', by ',
    { text: found.by.title, href: found.by.url },
  ];
  return [
    section('Findings contradicted', contradicted.map(doubted)),
    section('Findings superseded', superseded.map(doubted)),
    section('New findings', added.map(stated)),
    section('Findings that are gone', removed.map(stated)),
  ];
}

function vague({ vague: conclusions }: KnowledgeChangesJson): Section {
  return section(
    'Vague conclusions',
    conclusions.map(({ title, url, line }) => [{ text: title, href: url }, `, line ${line}: it says nothing that could be checked`]),
  );
}

/** So many names of what two entries have in common say enough. */
const mostNames = 5;

function similar({ similar: ideas }: KnowledgeChangesJson): Section {
  const common = (sort: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${sort} ${names.slice(0, mostNames).join(', ')}`];
  return section(
    'Has this been tried?',
    ideas.flatMap(({ title, url, earlier }) =>
      earlier.map(({ title: other, url: where, tags, links, words }): Piece[] => [
        { text: title, href: url },
        ' is like ',
        { text: other, href: where },
        `: ${[...common('words', words), ...common('tags', tags), ...common('links to', links)].join('; ')}`,
      ]),
    ),
  );
}
