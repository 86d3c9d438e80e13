import type { ValuePlace } from '#schemas/entry.ts';
import type { OpenItem } from '#schemas/open-items.ts';
import { openSectionOf } from '#schemas/open-words.ts';
import type { CompletedItem, ProgressAccount } from '#schemas/progress.ts';
import { bodyLines, type BodyLine } from '#ingest/entries/body-lines.ts';
import { readOpenItems } from '#ingest/entries/parse-open-items.ts';
import { findDate } from '#ingest/text/dates.ts';

/** What a progress entry's text says: its account, and the keys that its frontmatter may have left out. */
export interface ReadProgress {
  readonly account: ProgressAccount | null;
  /** What it leaves open: the account's criteria, blockers and questions are of these. */
  readonly open: readonly OpenItem[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, ValuePlace>>;
}

/**
 * Reads a progress entry's text (formats.md, "progress"; seed `progress-log.md`): times of completed items, what went well, what could be
 * improved, insights, check boxes, success criteria, blockers, questions, and the footer with the next planned update. Sections go by the
 * words of their headings, a section in another by the inner one if that has such words. Never throws, linear in the text.
 */
export function readProgress(markdown: string, lineOffset: number): ReadProgress {
  const lines = bodyLines(markdown, lineOffset);
  const items = completedItems(lines);
  const open = readOpenItems(lines);
  const textsOf = (sort: OpenItem['sort']): string[] => open.filter((item) => item.sort === sort).map(({ text }) => text);
  const categories = lines.filter(isIn('times')).flatMap(categoryIn);
  const boxes = lines.filter(({ done }) => done !== null);
  const labels = labelsIn(lines);
  const totals = categories.filter(({ name }) => isTotal(name));
  const total = totals[0] ?? timeOf(labels.get('total time'));
  const account: ProgressAccount = {
    items,
    itemMinutes: items.length === 0 ? null : items.reduce((sum, { minutes }) => sum + minutes, 0),
    totalMinutes: total?.minutes ?? null,
    totalLine: totals.length > 1 ? null : (total?.line ?? null),
    categories: categories.filter(({ name }) => !isTotal(name)).map(({ name, minutes }) => ({ name, minutes })),
    tasks: { done: boxes.filter(({ done }) => done).length, total: boxes.length },
    wentWell: textsIn(lines, 'went well'),
    couldImprove: textsIn(lines, 'could improve'),
    insights: textsIn(lines, 'insights'),
    criteria: open
      .filter(({ sort }) => sort === 'criterion')
      .map(({ text, line, done }) => ({ text, done: done || boxes.some((box) => box.line === line) ? done : null })),
    blockers: textsOf('blocker'),
    questions: textsOf('question'),
    completed: dateIn(labels.get('log entry completed')?.value),
    nextPhase: labels.get('next phase')?.value ?? null,
  };
  return { account: isEmpty(account) ? null : account, open, ...keysIn(labels) };
}

type Topic = 'went well' | 'could improve' | 'insights' | 'times' | 'open';

const topics: readonly (readonly [Topic, RegExp])[] = [
  ['went well', /\bwent well\b|^successes$/i],
  ['could improve', /\bcould (?:be|have been|have gone) (?:improved|better)\b|\bcould improve\b|\bto improve\b|^improvements?$/i],
  ['times', /\btime (?:investment )?(?:summary|breakdown)\b|^time (?:investment|spent)$/i],
  ['insights', /\binsights?\b|\blessons? learned\b|\blearnings\b/i],
];

function topicOf({ headings }: BodyLine): Topic | null {
  for (const heading of headings.toReversed()) {
    const topic = topics.find(([, words]) => words.test(heading))?.[0] ?? (openSectionOf(heading) === null ? null : 'open');
    if (topic !== null) return topic;
  }
  return null;
}

function isIn(topic: Topic): (line: BodyLine) => boolean {
  return (line) => line.is !== 'heading' && topicOf(line) === topic;
}

/** Items of the outermost list only: further in they explain. */
function isItem({ is, indent }: BodyLine): boolean {
  return is === 'item' && indent < 2;
}

function textsIn(lines: readonly BodyLine[], topic: Topic): string[] {
  return lines
    .filter(isIn(topic))
    .filter(isItem)
    .map(({ text }) => text);
}

/** `Time Investment: ~2 hours` belongs to the item around it, else to the heading above. */
function completedItems(lines: readonly BodyLine[]): CompletedItem[] {
  const around: BodyLine[] = [];
  return lines.flatMap((line): CompletedItem[] => {
    const value = /^time (?:investment|spent|taken)\s*:\s*(.+)$/i.exec(line.text)?.[1];
    const minutes = value === undefined || line.is === 'heading' ? null : minutesIn(value);
    if (line.is === 'heading') around.length = 0;
    while (line.is === 'item' && (around.at(-1)?.indent ?? -1) >= line.indent) around.pop();
    const outer = around.findLast(({ indent }) => indent < line.indent) ?? (line.is === 'text' ? around.at(-1) : undefined);
    if (line.is === 'item') around.push(line);
    const title = outer?.text ?? line.headings.at(-1);
    if (minutes === null || title === undefined || isIn('times')(line)) return [];
    return [{ title, category: (outer === undefined ? line.headings.at(-2) : line.headings.at(-1)) ?? '', minutes, line: line.line }];
  });
}

function categoryIn({ text, is, line }: BodyLine): { readonly name: string; readonly minutes: number; readonly line: number }[] {
  const [, name = '', value = ''] = /^([^:]{1,80}):\s*(.+)$/.exec(text) ?? [];
  const minutes = is === 'blank' ? null : minutesIn(value);
  return minutes === null ? [] : [{ name: name.trim(), minutes, line }];
}

function timeOf(label: Label | undefined): { readonly minutes: number; readonly line: number } | null {
  const minutes = minutesIn(label?.value ?? '');
  return label === undefined || minutes === null ? null : { minutes, line: label.line };
}

function isTotal(name: string): boolean {
  return /^total\b/i.test(name);
}

/**
 * `~2.5 hours`, `30 minutes`, `2h 30m`, `1:30 h`; of a range its middle; `145 minutes (~2.5 hours)` says the same twice. Null for anything else:
 * nobody knows how long a day is.
 */
export function minutesIn(text: string): number | null {
  const start = text.slice(0, 80).replace(/(?<=\p{L}\s?)\(.*$/u, '');
  const clock = /^\D{0,10}(\d{1,3}):(\d{2}) ?h/i.exec(start);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = [
    ...start.matchAll(/(\d+(?:\.\d+)?)(?: ?(?:-|–|to) ?(\d+(?:\.\d+)?))? ?(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)(?![\p{L}])/giu),
  ];
  const [first] = parts;
  if (first === undefined || !/^[^\p{L}\p{N}]*(?:(?:about|around|approx\.?|ca\.?) )?$/iu.test(start.slice(0, first.index))) return null;
  const [hours, minutes] = ['h', 'm'].map((unit) => parts.find(([, , , written = '']) => written.toLowerCase().startsWith(unit)));
  const total = valueOf(hours) * 60 + valueOf(minutes);
  return Math.round(total);
}

function valueOf(match: RegExpExecArray | undefined): number {
  const [, from = '0', to = from] = match ?? [];
  return (Number(from) + Number(to)) / 2;
}

interface Label {
  readonly value: string;
  readonly line: number;
}

/** The last of each `Label: value`: a footer stands at the end. */
function labelsIn(lines: readonly BodyLine[]): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>();
  for (const { text, line, is } of lines) {
    if (is === 'heading') continue;
    const [, label = '', value = ''] = /^([\p{L} ]{4,30})\s*:\s*(\S.*)$/u.exec(text) ?? [];
    if (footerLabels.has(label.toLowerCase().trim())) labels.set(label.toLowerCase().trim(), { value: value.trim(), line });
  }
  return labels;
}

const footerLabels: ReadonlySet<string> = new Set([
  ...['log entry completed', 'next planned update', 'next update', 'current phase', 'next phase'],
  ...['target duration', 'duration', 'period', 'total time'],
]);

function keysIn(labels: ReadonlyMap<string, Label>): Pick<ReadProgress, 'data' | 'places'> {
  const data: Record<string, unknown> = {};
  const places: Record<string, ValuePlace> = {};
  const set = (key: string, value: unknown, { line }: Label): void => {
    if (value === null || Object.hasOwn(data, key)) return;
    data[key] = value;
    places[key] = { line, column: 1, endColumn: 1 };
  };
  for (const [name, label] of labels) {
    if (name === 'next planned update' || name === 'next update') set('next_update', dateIn(label.value), label);
    else if (name === 'current phase') set('phase', label.value, label);
    else if (name === 'target duration' || name === 'duration' || name === 'period') set('period', periodIn(label.value), label);
  }
  return { data, places };
}

function periodIn(value: string): { readonly from: string; readonly to: string } | null {
  const found = findDate(value);
  return found?.start === 0 && found.real && found.until !== null ? { from: found.date, to: found.until } : null;
}

function dateIn(value: string | undefined): string | null {
  const found = findDate(value ?? '');
  return found?.real === true && found.start === 0 ? found.date : null;
}

function isEmpty({
  items,
  totalMinutes,
  categories,
  tasks,
  wentWell,
  couldImprove,
  insights,
  criteria,
  blockers,
  questions,
  ...rest
}: ProgressAccount): boolean {
  const lists: readonly (readonly unknown[])[] = [items, categories, wentWell, couldImprove, insights, criteria, blockers, questions];
  return (
    lists.every(({ length }) => length === 0) &&
    totalMinutes === null &&
    tasks.total === 0 &&
    rest.completed === null &&
    rest.nextPhase === null
  );
}
