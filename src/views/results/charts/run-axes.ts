import type { RunAxis } from '#charts/run-axis.ts';
import { normalised } from '#graph/results/column-names.ts';
import { readMeasure } from '#graph/results/numbers.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import { readTime, type WrittenTime } from './written-time.ts';

export interface DescribedAxis {
  readonly axis: RunAxis;
  /** What the reader chooses it by. */
  readonly name: string;
  /** What the positions are, in whole sentences; empty for the order of the file. */
  readonly remark: string;
}

const hour = 3_600_000;

/** The order of the file. */
export function orderAxis({ runs }: Results): DescribedAxis {
  return { axis: { kind: 'order', label: 'run', positions: runs.map(({ ordinal }) => ordinal) }, name: 'by order', remark: '' };
}

/** What the runs of a table can be drawn along: always their order; their dates and the hours that passed where the table tells. */
export function runAxes(results: Results): DescribedAxis[] {
  const times = timesOf(results);
  return [
    orderAxis(results),
    ...(times === null ? [] : [dateAxis(times)]),
    ...(hoursByDuration(results) ?? (times === null ? null : hoursByClock(times)) ?? []),
  ];
}

interface Times {
  readonly column: string;
  readonly times: readonly (WrittenTime | null)[];
}

/** The first column of times that most runs have a different one in; null where there is none. */
function timesOf({ columns, runs }: Results): Times | null {
  for (const { name, role } of columns) {
    if (role !== 'time') continue;
    const times = runs.map((run) => readTime(run.cells[name] ?? ''));
    const known = times.flatMap((time) => time?.at ?? []);
    if (known.length * 2 >= runs.length && new Set(known).size > 1) return { column: name, times };
  }
  return null;
}

function dateAxis({ column, times }: Times): DescribedAxis {
  const back = backwards(times);
  return {
    axis: { kind: 'date', label: `${column}, as written`, positions: times.map((time) => time?.at ?? null) },
    name: 'by date',
    remark:
      back === 0
        ? ''
        : `${counted(back, 'run is', 'runs are')} dated before the one above in the file; here all stand in the order of their dates.`,
  };
}

function hoursByClock({ column, times }: Times): DescribedAxis[] | null {
  const known = times.filter((time) => time !== null);
  // Without a time of day there are only days; between zones the text tells no hours.
  if (!known.some(({ hasClock }) => hasClock) || new Set(known.map(({ zone }) => zone)).size > 1) return null;
  const start = known.reduce((earliest, { at }) => Math.min(earliest, at), Infinity);
  return [
    {
      axis: {
        kind: 'hours',
        label: 'hours since the first run',
        positions: times.map((time) => (time === null ? null : (time.at - start) / hour)),
      },
      name: 'by hours',
      remark: `Hours are those on the clock since the earliest ${column}, whatever ran in them.`,
    },
  ];
}

/** How often a time is before the last one above it. */
function backwards(times: readonly (WrittenTime | null)[]): number {
  let [count, last] = [0, -Infinity];
  for (const time of times) {
    if (time === null) continue;
    if (time.at < last) count += 1;
    last = time.at;
  }
  return count;
}

/** Hours of a unit, by how names and cells write it. */
const unitHours: Readonly<Partial<Record<string, number>>> = {
  ms: 1 / 3_600_000,
  s: 1 / 3600,
  sec: 1 / 3600,
  secs: 1 / 3600,
  second: 1 / 3600,
  seconds: 1 / 3600,
  min: 1 / 60,
  mins: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  hr: 1,
  hrs: 1,
  hour: 1,
  hours: 1,
};
/** What else may stand in the name of a column that says how long a whole run took; `ingest_seconds` is a part of one. */
const wholeRun = new Set('train training total run wall clock wallclock walltime time duration elapsed runtime'.split(' '));

/** The hours that the runs took, summed in the order of the file; null where no column says it. */
function hoursByDuration({ columns, runs, metric }: Results): DescribedAxis[] | null {
  for (const { name, role } of columns) {
    if ((role !== 'metric' && role !== 'parameter') || name === metric.name) continue;
    const words = normalised(name).split('_');
    if (!words.every((word) => wholeRun.has(word) || Object.hasOwn(unitHours, word))) continue;
    const named = unitHours[words.findLast((word) => Object.hasOwn(unitHours, word)) ?? ''];
    const hours = runs.map((run) => hoursOf(run.cells[name] ?? '', named));
    const stated = hours.filter((each) => each !== null).length;
    if (stated * 2 < runs.length) continue;
    let sum = 0;
    const positions = hours.map((each) => (sum += each ?? 0));
    if (!(sum > 0) || !Number.isFinite(sum)) continue;
    const without = runs.length - stated;
    const silent = without === 0 ? '' : ` ${counted(without, 'run that states none counts', 'runs that state none count')} as none.`;
    return [
      {
        axis: { kind: 'hours', label: `hours of ${name}, summed`, positions },
        name: 'by hours',
        remark: `Hours are the sum of ${name} over the runs so far: ${sum.toLocaleString('en-US', { maximumSignificantDigits: 3 })} in all.${silent}`,
      },
    ];
  }
  return null;
}

function hoursOf(cell: string, named: number | undefined): number | null {
  const measure = readMeasure(cell);
  if (measure === null || measure.value < 0) return null;
  const unit = measure.unit === '' ? named : unitHours[measure.unit.toLowerCase()];
  return unit === undefined ? null : measure.value * unit;
}
