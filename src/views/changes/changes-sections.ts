import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Piece, Section } from './section.ts';
import { rewrittenSection, tableSection } from './table-sections.ts';

/** The parts of what is said of a change, what needs attention first; those that say nothing are left out. */
export function changesSections(changes: KnowledgeChangesJson): Section[] {
  return [
    problems(changes),
    ...changes.tables.flatMap((table) => [tableSection(table), rewrittenSection(table)]),
    ideas(changes),
    entries(changes),
    ...findings(changes),
    vague(changes),
    similar(changes),
  ].filter(({ items, notes }) => items.length + notes.length > 0);
}

/** @param beyond how many more there are than these */
function section(title: string, items: readonly (readonly Piece[])[], beyond = 0): Section {
  return { title: [title], notes: [], head: null, items: items.map((pieces) => ({ mark: null, pieces })), total: items.length + beyond };
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

function ideas({ ideas: changed, beyond }: KnowledgeChangesJson): Section {
  return section(
    'Ideas that changed state',
    changed.map(({ title, url, before, after, because }) => [
      { text: title, href: url },
      before === null ? ': new, ' : `: ${before} → `,
      { strong: after },
      `, since ${because}`,
    ]),
    beyond.ideas,
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
    total: changed.length + beyond.entries,
  };
}

function findings({ findings: { added, removed, superseded, contradicted }, beyond }: KnowledgeChangesJson): Section[] {
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
    section('Findings contradicted', contradicted.map(doubted), beyond.findings_contradicted),
    section('Findings superseded', superseded.map(doubted), beyond.findings_superseded),
    section('New findings', added.map(stated), beyond.findings_added),
    section('Findings that are gone', removed.map(stated), beyond.findings_removed),
  ];
}

function vague({ vague: conclusions, beyond }: KnowledgeChangesJson): Section {
  return section(
    'Vague conclusions',
    conclusions.map(({ title, url, line }) => [{ text: title, href: url }, `, line ${line}: it says nothing that could be checked`]),
    beyond.vague,
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
