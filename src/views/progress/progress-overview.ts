import { shareBar } from '#charts/share-bar.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { progressAccountOf } from '#schemas/progress.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import type { ResultsFigure } from '#views/results/charts/figure.ts';
import { categoryFigure } from './category-figure.ts';
import { estimateFigure } from './estimate-figure.ts';
import { sprintFigure } from './sprint-figure.ts';

/** How much of an entry's check boxes is ticked. */
export interface ChecklistRow {
  readonly title: string;
  readonly href: string;
  readonly date: ShownDate | null;
  /** `4 of 8 done`. */
  readonly text: string;
  /** Without a name: the text says it. */
  readonly svg: string;
}

/** What the entries of the progress log say together, above their list. */
export interface ProgressOverview {
  readonly figures: readonly ResultsFigure[];
  readonly checklists: readonly ChecklistRow[];
  /** `1 older entry has check boxes`; null where all are shown. */
  readonly olderChecklists: string | null;
  /** `12 of 40 boxes are ticked, in 5 entries`. */
  readonly boxes: string;
}

const mostChecklists = 12;

/** Null for other kinds, and where no entry states a time, an estimate or a check box. */
export function progressOverview(kind: Kind, graph: KnowledgeGraph, href: Href): ProgressOverview | null {
  if (kind !== 'progress') return null;
  const entries = graph.entries.filter((entry) => entry.kind === 'progress');
  const figures = [categoryFigure(entries), sprintFigure(entries, href), estimateFigure(entries, href)].filter((figure) => figure !== null);
  const lists = entries.flatMap((entry) => {
    const tasks = progressAccountOf(entry)?.tasks;
    return tasks === undefined || tasks.total === 0 ? [] : [{ entry, ...tasks }];
  });
  if (figures.length === 0 && lists.length === 0) return null;
  const older = Math.max(0, lists.length - mostChecklists);
  const [done, total] = lists.reduce<readonly [number, number]>((sums, list) => [sums[0] + list.done, sums[1] + list.total], [0, 0]);
  return {
    figures,
    checklists: lists.slice(0, mostChecklists).map((list) => checklistRow(list, href)),
    olderChecklists: older === 0 ? null : `${counted(older, 'older entry has', 'older entries have')} check boxes too.`,
    boxes: `${done.toLocaleString('en-US')} of ${counted(total, 'box is', 'boxes are')} ticked, in ${counted(lists.length, 'entry', 'entries')}.`,
  };
}

function checklistRow(
  { entry, done, total }: { readonly entry: Entry; readonly done: number; readonly total: number },
  href: Href,
): ChecklistRow {
  return {
    title: entry.title,
    href: href.entry(entry.id),
    date: entry.date === null ? null : shortDate(entry.date),
    text: `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} done`,
    svg: shareBar(done, total),
  };
}
