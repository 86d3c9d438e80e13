import type { ValuePlace } from '#schemas/entry.ts';
import type { OpenItem } from '#schemas/open-items.ts';
import { openSectionOf } from '#schemas/open-words.ts';
import type { CompletedItem, NextSprint, Period, ProgressAccount } from '#schemas/progress.ts';
import { bodyLines, type BodyLine } from '#ingest/entries/body-lines.ts';
import { readOpenItems } from '#ingest/entries/parse-open-items.ts';
import { findDate } from '#ingest/text/dates.ts';
import { itemsAround, type Around } from './items-around.ts';
import { statedEstimates } from './stated-estimates.ts';
import { minutesIn } from './written-minutes.ts';

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
  const open = readOpenItems(lines);
  const textsOf = (sort: OpenItem['sort']): string[] => open.filter((item) => item.sort === sort).map(({ text }) => text);
  const around = itemsAround(lines);
  const items = completedItems(lines, around);
  const categories = lines.filter(isIn('times')).flatMap(categoryIn);
  const boxes = lines.filter(({ done }) => done !== null);
  const labels = labelsIn(lines);
  const totals = categories.filter(({ name }) => isTotal(name));
  const total = totals[0] ?? timeOf(labels.get('total time'));
  const itemMinutes = items.length === 0 ? null : items.reduce((sum, { minutes }) => sum + minutes, 0);
  const account: ProgressAccount = {
    items,
    itemMinutes,
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
    estimates: statedEstimates(lines, around, total?.minutes ?? itemMinutes),
    target: periodIn(labels.get('target duration')?.value ?? ''),
    nextSprint: nextSprintIn(lines),
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
function completedItems(lines: readonly BodyLine[], around: ReadonlyMap<BodyLine, Around>): CompletedItem[] {
  return lines.flatMap((line): CompletedItem[] => {
    const value = /^time (?:investment|spent|taken)\s*:\s*(.+)$/i.exec(line.text)?.[1];
    const minutes = value === undefined || line.is === 'heading' ? null : minutesIn(value);
    const { title = null, category = '' } = around.get(line) ?? {};
    return minutes === null || title === null || isIn('times')(line) ? [] : [{ title, category, minutes, line: line.line }];
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

interface Label {
  readonly value: string;
  readonly line: number;
}

/** The last of each `Label: value`: a footer stands at the end. Days that are stated of the next sprint are none of this entry. */
function labelsIn(lines: readonly BodyLine[]): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>();
  for (const line of lines) {
    const [label, value] = labelled(line);
    if (!footerLabels.has(label) || (periodLabels.includes(label) && nextHeading(line) !== null)) continue;
    labels.set(label, { value, line: line.line });
  }
  return labels;
}

function labelled({ text, is }: BodyLine): readonly [label: string, value: string] {
  const [, label = '', value = ''] = (is === 'heading' ? null : /^([\p{L} ]{4,30})\s*:\s*(\S.*)$/u.exec(text)) ?? [];
  return [label.toLowerCase().trim(), value.trim()];
}

/** The innermost heading above a line that speaks of the next sprint: `Next Sprint Preparation: Benchmark Analysis`. */
function nextHeading({ headings }: BodyLine): string | null {
  return headings.findLast((heading) => /\bnext (?:sprint|phase|period|iteration|milestone|week|month)\b/i.test(heading)) ?? null;
}

/** The first period that is stated below such a heading; its title is what the heading says behind a colon, else the whole heading. */
function nextSprintIn(lines: readonly BodyLine[]): NextSprint | null {
  for (const line of lines) {
    const [label, value] = labelled(line);
    const heading = periodLabels.includes(label) ? nextHeading(line) : null;
    const period = heading === null ? null : periodIn(value);
    if (heading === null || period === null) continue;
    const behind = heading.slice(heading.indexOf(':') + 1).trim();
    return { title: behind === '' ? heading : behind, ...period };
  }
  return null;
}

/** What was is said before what was planned. */
const periodLabels: readonly string[] = ['period', 'duration', 'target duration'];
const footerLabels: ReadonlySet<string> = new Set([
  ...['log entry completed', 'next planned update', 'next update', 'current phase', 'next phase', 'total time'],
  ...periodLabels,
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
  }
  for (const name of periodLabels) {
    const label = labels.get(name);
    if (label !== undefined) set('period', periodIn(label.value), label);
  }
  return { data, places };
}

function periodIn(value: string): Period | null {
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
  estimates,
  ...rest
}: ProgressAccount): boolean {
  const lists = [items, categories, wentWell, couldImprove, insights, criteria, blockers, questions, estimates];
  return (
    lists.every(({ length }) => length === 0) &&
    totalMinutes === null &&
    tasks.total === 0 &&
    rest.completed === null &&
    rest.nextPhase === null &&
    rest.target === null &&
    rest.nextSprint === null
  );
}
