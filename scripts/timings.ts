import { readFile, writeFile } from 'node:fs/promises';

/** The stages of a build. Each is reported where it happens, as `performance.measure('priors:<stage>', { start })`. */
type Stage = 'wait' | 'ingest' | 'check' | 'pages' | 'index';

/** How long the stages of a build took, for `build --timings FILE` and `bench`. */
export interface Timings {
  readonly schema: 1;
  /**
   * Seconds by stage. `index` runs beside `pages`, so the whole is not their sum; `wait` is the time until no other build of the checkout ran.
   */
  readonly seconds: Readonly<Record<Stage, number>>;
  /** The most memory that the process held at once, in MB of 10⁶ bytes, threads included, helper processes not. */
  readonly peakMemoryMb: number;
}

/** Writes what this process measured so far. */
export async function writeTimings(file: string): Promise<void> {
  const secondsOf = (stage: Stage): number =>
    performance.getEntriesByName(`priors:${stage}`, 'measure').reduce((sum, { duration }) => sum + duration, 0) / 1000;
  const timings: Timings = {
    schema: 1,
    seconds: {
      wait: secondsOf('wait'),
      ingest: secondsOf('ingest'),
      check: secondsOf('check'),
      pages: secondsOf('pages'),
      index: secondsOf('index'),
    },
    // `maxRSS` counts kibibytes.
    peakMemoryMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
  };
  await writeFile(file, `${JSON.stringify(timings, null, 2)}\n`);
}

/** @throws where the file is missing: the build that should have written it failed. */
export async function readTimings(file: string): Promise<Timings> {
  // Written by `writeTimings` of this very version.
  return JSON.parse(await readFile(file, 'utf8')) as Timings;
}
