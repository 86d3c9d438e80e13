import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { markdownCode, markdownLink, markdownText } from './markdown-text.ts';

/** A part of the comment: a list, or a table where it has a head. */
export interface Section {
  readonly title: string;
  /** What is said above the items, each a paragraph. */
  readonly note: readonly string[];
  readonly head: string | null;
  /** Each is a line. */
  readonly items: readonly string[];
  /** How many of them are seen without unfolding. */
  readonly open: number;
  /** How many there are, of which `items` may hold fewer. */
  readonly total: number;
}

/** Gives an address within the site its place on the web; null where nothing is linked. */
type Place = (address: string | null) => string | null;

/** Contract "Commands": the first ten diagnostics are seen. */
const openItems = 10;

/** The parts of a comment, what needs attention first; those without items are left out. */
export function changesSections(changes: KnowledgeChangesJson, place: Place): Section[] {
  return [
    problems(changes),
    ...changes.tables.map((table) => tableSection(table, place)),
    ideas(changes, place),
    entries(changes, place),
    ...findings(changes, place),
    vague(changes, place),
    similar(changes, place),
  ].filter(({ items, note }) => items.length + note.length > 0);
}

function section(title: string, items: readonly string[], more: Partial<Section> = {}): Section {
  return { title, note: [], head: null, items, open: openItems, total: items.length, ...more };
}

function problems({ diagnostics }: KnowledgeChangesJson): Section {
  const { errors, warnings, gone } = diagnostics;
  const marks = { error: '❌', warning: '⚠️' } as const;
  const items = diagnostics.new.map(
    ({ severity, code, path, line, message, is_policy: isPolicy }) =>
      `- ${marks[severity]} ${isPolicy ? '**policy** ' : ''}${markdownCode(code)} ${markdownCode(`${path}:${line}`)} ${markdownText(message)}`,
  );
  return section('Problems', items, {
    note: gone > 0 ? [`${gone === 1 ? '1 problem is' : `${gone} problems are`} gone.`] : [],
    total: errors + warnings,
  });
}

function tableSection(table: KnowledgeChangesJson['tables'][number], place: Place): Section {
  const { path, url, metric, direction, unit, best, added, removed, runs } = table;
  const name = metric === null ? 'value' : `${markdownText(metric, 60)}${unit === null ? '' : ` (${markdownText(unit, 20)})`}`;
  const bests = best.after === null || metric === null ? [] : [`${bestText(best, metric, direction, place)}.`];
  const gone =
    removed === 0 ? [] : [`${removed === 1 ? '1 row that was there is' : `${removed} rows that were there are`} changed or gone.`];
  return section(
    `Results: ${markdownLink(path, place(url))}`,
    runs.map(
      (run) =>
        `| ${markdownLink(run.id.slice(run.id.lastIndexOf('/') + 1), place(run.url))} | ${markdownText(run.value, 40)} | ${markdownText(run.status, 40)} | ${markdownText(run.verdict ?? '', 40)} | ${markdownText(run.description, 160)} |`,
    ),
    {
      note: [...bests, ...gone],
      head: runs.length === 0 ? null : `| run | ${name} | status | verdict | description |\n| ---: | ---: | --- | --- | --- |`,
      total: added,
    },
  );
}

function bestText(
  { before, after, is_new: isNew }: KnowledgeChangesJson['tables'][number]['best'],
  metric: string,
  direction: string | null,
  place: Place,
): string {
  const which = direction === null ? '' : `, ${direction} is better`;
  if (after === null) return '';
  const runs = after.runs === 1 ? 'one run' : `${after.runs} runs`;
  const rests = after.verdict === null ? 'a baseline' : `${markdownText(after.verdict, 40)}, ${runs}`;
  const value = markdownLink(after.value, place(after.url));
  if (!isNew) return `The best ${markdownText(metric, 60)} stays ${value} (${rests}${which})`;
  return before === null
    ? `Best ${markdownText(metric, 60)}: ${value} (${rests}${which})`
    : `Best ${markdownText(metric, 60)}: ${markdownText(before.value, 60)} → ${value} (${rests}${which})`;
}

function ideas({ ideas: changed }: KnowledgeChangesJson, place: Place): Section {
  return section(
    'Ideas that changed state',
    changed.map(
      ({ title, url, before, after, because }) =>
        `- ${markdownLink(title, place(url))}: ${before === null ? 'new' : markdownText(before)} → **${markdownText(after)}**, since ${markdownText(because)}`,
    ),
  );
}

function entries({ entries: changed, beyond }: KnowledgeChangesJson, place: Place): Section {
  return section(
    'Entries',
    changed.map(({ change, kind, title, path, url, was, words }) => {
      const from = was === null || was.path === path ? '' : ` (was ${markdownCode(was.path)})`;
      const size = change === 'changed' || words.added + words.removed > 0 ? ` · +${words.added} −${words.removed} words` : '';
      return `- ${change} ${kindDescriptions[kind].singular} ${markdownLink(title, place(url))} ${markdownCode(path)}${from}${change === 'added' ? '' : size}`;
    }),
    { total: changed.length + beyond },
  );
}

function findings({ findings: { added, removed, superseded, contradicted } }: KnowledgeChangesJson, place: Place): Section[] {
  const by = (found: KnowledgeChangesJson['findings']['superseded'][number]): string =>
    `- ${markdownText(found.text)} (${markdownLink(found.entry, place(found.url))}), by ${markdownLink(found.by.title, place(found.by.url))}`;
  return [
    section('Findings contradicted', contradicted.map(by)),
    section('Findings superseded', superseded.map(by)),
    section(
      'New findings',
      added.map(({ text, entry, url }) => `- ${markdownText(text)} (${markdownLink(entry, place(url))})`),
    ),
    section(
      'Findings that are gone',
      removed.map(({ text, entry }) => `- ${markdownText(text)} (${markdownText(entry)})`),
    ),
  ];
}

function vague({ vague: conclusions }: KnowledgeChangesJson, place: Place): Section {
  return section(
    'Vague conclusions',
    conclusions.map(({ title, url, line }) => `- ${markdownLink(title, place(url))}, line ${line}: it says nothing that could be checked`),
  );
}

function similar({ similar: ideas }: KnowledgeChangesJson, place: Place): Section {
  const common = (sort: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${sort} ${names.slice(0, 5).map((name) => markdownText(name, 80)).join(', ')}`]; // prettier-ignore
  return section(
    'Has this been tried?',
    ideas.flatMap(({ title, url, earlier }) =>
      earlier.map(
        ({ title: other, url: where, tags, links, words }) =>
          `- ${markdownLink(title, place(url))} is like ${markdownLink(other, place(where))}: ${[...common('words', words), ...common('tags', tags), ...common('links to', links)].join('; ')}`,
      ),
    ),
  );
}
