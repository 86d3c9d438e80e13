import { timeBySprint, type SprintTime } from '#graph/progress/time-by-sprint.ts';
import type { Entry } from '#schemas/entry.ts';
import { periodText, shortDate } from '#views/date-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import { timeText } from '#views/entries/progress-facts.ts';
import type { Href } from '#views/href.ts';
import { cell, type ResultsFigure } from '#views/results/charts/figure.ts';
import { barFigure } from './bar-figure.ts';

/** A table on an index has so many rows. */
const mostRows = 200;
const ways = { period: 'its days', phase: 'its phase', entry: 'the entry' } as const;

/** How much time each sprint took, the newest first; null where no entry states a time. */
export function sprintFigure(entries: readonly Entry[], href: Href): ResultsFigure | null {
  const sprints = timeBySprint(entries);
  if (sprints.length === 0) return null;
  const minutes = sprints.reduce((sum, sprint) => sum + sprint.minutes, 0);
  const stating = sprints.reduce((sum, sprint) => sum + sprint.stating, 0);
  return barFigure({
    id: 'time-by-sprint',
    title: 'Time by sprint',
    rows: sprints.map((sprint) => ({
      name: nameOf(sprint),
      bars: [{ value: sprint.minutes, text: timeText(sprint.minutes), isHollow: false }],
    })),
    summary: `${timeText(minutes)} as stated in ${counted(stating, 'entry', 'entries')}, over ${counted(sprints.length, 'sprint', 'sprints')}, newest first. A sprint is the period of an entry, else its phase, else the entry.`,
    tables: [
      {
        caption: sprints.length > mostRows ? `The newest ${mostRows} of ${sprints.length} sprints` : 'Stated time by sprint',
        columns: [
          { name: 'Sprint', numeric: false },
          { name: 'Known by', numeric: false },
          { name: 'Newest entry', numeric: false },
          { name: 'Entries', numeric: true },
          { name: 'Time', numeric: true },
          { name: 'Minutes', numeric: true },
        ],
        rows: sprints.slice(0, mostRows).map((sprint) => {
          const [newest] = sprint.entries;
          return [
            cell(sprintName(sprint)),
            cell(ways[sprint.by]),
            newest === undefined ? cell('') : cell(newest.title, href.entry(newest.id)),
            cell(sprint.entries.length.toLocaleString('en-US')),
            cell(timeText(sprint.minutes)),
            cell(sprint.minutes.toLocaleString('en-US')),
          ];
        }),
      },
    ],
  });
}

function sprintName({ period, phase, entries }: SprintTime): string {
  if (period !== null) return periodText(period);
  const date = entries[0]?.date ?? null;
  return phase ?? (date === null ? (entries[0]?.title ?? '') : shortDate(date).text);
}

/** In the chart a sprint of one entry has its title beside it: days alone say little. */
function nameOf(sprint: SprintTime): string {
  const [only, ...others] = sprint.entries;
  const name = sprintName(sprint);
  return only === undefined || others.length > 0 || only.title === name ? name : `${name} · ${only.title}`;
}
