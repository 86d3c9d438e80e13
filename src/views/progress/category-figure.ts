import type { BarRow } from '#charts/bar-chart.ts';
import { timeByCategory, type TimeByCategory } from '#graph/progress/time-by-category.ts';
import type { Entry } from '#schemas/entry.ts';
import { counted } from '#views/entries/entry-row.ts';
import { timeText } from '#views/entries/progress-facts.ts';
import { cell, type DataTable, type ResultsFigure } from '#views/results/charts/figure.ts';
import { barFigure } from './bar-figure.ts';

/** A table on an index has so many rows. */
const mostRows = 200;

/** Where the time of all entries went; null where none divides its time. */
export function categoryFigure(entries: readonly Entry[]): ResultsFigure | null {
  const time = timeByCategory(entries);
  return time.categories.length === 0 ? null : figureOf(time, 'time-by-category', counted(time.entries, 'entry', 'entries'));
}

/** Where the time of one entry went; null where it names fewer than two categories, which its facts say as well. */
export function entryCategoryFigure(entry: Entry): ResultsFigure | null {
  const time = timeByCategory([entry]);
  return time.categories.length < 2 ? null : figureOf(time, 'entry-time', null);
}

/** @param basis the entries that it rests on; null where it is of one */
function figureOf(time: TimeByCategory, id: string, basis: string | null): ResultsFigure {
  const { categories, minutes, undivided } = time;
  const [first] = categories;
  const share = (part: number): string => `${Math.round((100 * part) / minutes)}%`;
  const rest =
    undivided.minutes === 0
      ? ''
      : ` Without a category: ${timeText(undivided.minutes)}${basis === null ? '' : ` in ${counted(undivided.entries, 'entry', 'entries')}`}.`;
  const most = first === undefined || minutes === 0 ? '' : ` Most went into ${first.name}: ${share(first.minutes)}.`;
  return barFigure({
    id,
    title: 'Time by category',
    rows: categories.map((category): BarRow => ({
      name: category.name,
      bars: [
        {
          value: category.minutes,
          text: minutes === 0 ? timeText(category.minutes) : `${timeText(category.minutes)} · ${share(category.minutes)}`,
          isHollow: false,
        },
      ],
    })),
    summary: `${timeText(minutes)} as stated${basis === null ? '' : ` in ${basis}`}.${most}${rest}`,
    tables: [tableOf(time, basis !== null)],
  });
}

function tableOf({ categories }: TimeByCategory, ofSeveral: boolean): DataTable {
  return {
    caption: categories.length > mostRows ? `The first ${mostRows} of ${categories.length} categories` : 'Stated time by category',
    columns: [
      { name: 'Category', numeric: false },
      { name: 'Time', numeric: true },
      { name: 'Minutes', numeric: true },
      ...(ofSeveral ? [{ name: 'Entries', numeric: true }] : []),
    ],
    rows: categories
      .slice(0, mostRows)
      .map(({ name, minutes, entries }) => [
        cell(name),
        cell(timeText(minutes)),
        cell(minutes.toLocaleString('en-US')),
        ...(ofSeveral ? [cell(entries.toLocaleString('en-US'))] : []),
      ]),
  };
}
