import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { systemClock } from '#write/local-time.ts';
import { UsageError } from '../usage-error.ts';
import { workspaceOption } from '../workspace.ts';
import { reporting } from '../write/reporting.ts';
import { withBuild, writeCorpus, type Measurement } from './measure.ts';
import { readCount } from './read-count.ts';
import { measuredCommit, recordMeasurement } from './record-measurement.ts';
import { makeTableCorpus, tableCorpusColumns } from './table-corpus.ts';
import type { MeasureTable, TableMeasurement } from './measure-table.ts';

interface TableOptions {
  readonly workspace: string;
  readonly rows: number;
  readonly repeat: number;
  readonly record?: true;
  readonly status: string;
  readonly description: string;
}

const measuredColumns = {
  numbers: ['val_bpb', 'memory_gb', 'seconds', 'val_bpb'],
  texts: ['description', 'commit', 'description'],
  query: 'rotary width',
};

/** `priors bench table`: builds a workspace that is one long results table, and opens its page in a real browser. */
export function tableCommand(): Command {
  return new Command('table')
    .description('build one long results table and measure its page in a browser (in a checkout, with Chromium)')
    .addOption(workspaceOption())
    .option('--rows <number>', 'rows of the table', readCount, 100_000)
    .option('--repeat <number>', 'how many times', readCount, 3)
    .option('--record', "append a row for each time to the workspace's results/table.tsv, which is made when missing")
    .option('--status <word>', 'the status of the rows, such as baseline or keep', '')
    .option('--description <text>', 'what was measured', '')
    .addHelpText('after', '\nExample:\n  $ priors bench table --rows 100000 --repeat 3')
    .action(reporting(benchTable));
}

async function benchTable(options: TableOptions): Promise<void> {
  const { rows, repeat, workspace } = options;
  const { measureTable } = await browserTools();
  const executablePath = await browserPath();
  const folder = await mkdtemp(join(tmpdir(), 'priors-table-'));
  try {
    await writeCorpus(folder, makeTableCorpus(rows));
    for (let time = 1; time <= repeat; time += 1) {
      const commit = await measuredCommit(workspace);
      const row = await withBuild(folder, async ({ measurement, site }) =>
        tableRow(measurement, await measureTable(site, executablePath, measuredColumns), { ...options, commit }),
      );
      console.log(inWords(time, row));
      if (options.record === true) await recordMeasurement(workspace, 'results/table.tsv', row);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws {UsageError} in an installed package, which has no browser tools */
async function browserTools(): Promise<{ readonly measureTable: MeasureTable }> {
  return import('./measure-table.ts').catch(() => {
    throw new UsageError('The tools that drive a browser are not installed', 'Run this in a checkout of Priors, after npm ci.');
  });
}

/** The browser that `npm test` uses: null for the one that Playwright downloaded. */
async function browserPath(): Promise<string | null> {
  const { findBrowser } = await import('../bootstrap/find-browser.mjs');
  const found = await findBrowser(process.execPath);
  if (found === null)
    throw new UsageError('There is no browser to measure in', 'Install Chromium, or run: npx playwright install chromium');
  return found['PRIORS_BROWSER'] ?? null;
}

function tableRow(
  { buildSeconds, timings }: Measurement,
  page: TableMeasurement,
  occasion: Pick<TableOptions, 'rows' | 'status' | 'description'> & { readonly commit: string },
) {
  return {
    commit: occasion.commit,
    sort_ms: page.sortNumbers.toFixed(1),
    sort_text_ms: page.sortTexts.toFixed(1),
    filter_ms: page.filter.toFixed(1),
    filter_most_ms: page.filterMost.toFixed(1),
    first_rows_ms: page.firstRows.toFixed(0),
    load_ms: page.load.toFixed(0),
    before_kb: (page.bytesBefore / 1000).toFixed(1),
    build_seconds: buildSeconds.toFixed(3),
    peak_memory_mb: timings.peakMemoryMb.toFixed(1),
    rows: String(occasion.rows),
    columns: String(tableCorpusColumns.length),
    browser: page.browser,
    cpus: String(availableParallelism()),
    status: occasion.status,
    description: occasion.description,
    date: systemClock(),
  };
}

function inWords(time: number, row: ReturnType<typeof tableRow>): string {
  return [
    `${time}: ${row.rows} rows by ${row.columns} columns, built in ${row.build_seconds} s (${row.peak_memory_mb} MB)`,
    `   first rows after ${row.first_rows_ms} ms, ${row.before_kb} kB before interaction, data loaded in ${row.load_ms} ms`,
    `   sort ${row.sort_ms} ms (texts ${row.sort_text_ms} ms), filter ${row.filter_ms} ms a keystroke (slowest ${row.filter_most_ms} ms)`,
  ].join('\n');
}
