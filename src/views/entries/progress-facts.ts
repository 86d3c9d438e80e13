import { overdueEntries } from '#graph/overdue-entries.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { progressAccountOf, type ProgressAccount } from '#schemas/progress.ts';
import { counted } from './entry-row.ts';
import type { Fact } from './entry-facts.ts';

/** What a progress entry's text says of time and tasks, in a few words each. Empty for other kinds. */
export function progressFacts(entry: Entry, graph: KnowledgeGraph): Fact[] {
  const account = progressAccountOf(entry);
  const due = overdueEntries(graph).get(entry.id);
  return [
    ...(due === undefined ? [] : [factOf('Overdue', [`since ${due}, counted on ${graph.content.asOf.slice(0, 10)}`])]),
    ...(account === null ? [] : accountFacts(account)),
  ].filter(({ values }) => values.length > 0);
}

function accountFacts({ items, itemMinutes, totalMinutes, categories, tasks, criteria, nextPhase }: ProgressAccount): Fact[] {
  const met = criteria.filter(({ done }) => done === true).length;
  return [
    factOf('Time', [
      ...(totalMinutes === null ? [] : [`${timeText(totalMinutes)} as stated`]),
      ...(itemMinutes === null ? [] : [`${timeText(itemMinutes)} summed over ${counted(items.length, 'item', 'items')}`]),
    ]),
    factOf(
      'Time by category',
      // Two and more are a chart.
      categories.length > 1 ? [] : categories.map(({ name, minutes }) => `${name}: ${timeText(minutes)}`),
    ),
    factOf('Tasks', tasks.total === 0 ? [] : [`${tasks.done} of ${tasks.total} done (${Math.round((100 * tasks.done) / tasks.total)}%)`]),
    factOf('Success criteria', criteria.some(({ done }) => done !== null) ? [`${met} of ${criteria.length} met`] : []),
    factOf('Next phase', nextPhase === null ? [] : [nextPhase]),
  ];
}

function factOf(name: string, texts: readonly string[]): Fact {
  return { name, values: texts.map((text) => ({ text, href: null, code: false })), inferred: false, isLong: texts.length > 2 };
}

/** `45 min`, `2 h`, `38 h 30 min`: hours of work do not make days. */
export function timeText(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
