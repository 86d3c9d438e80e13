import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { makeCorpus, type CorpusSize } from './bench/corpus.ts';
import { measureBuild, writeCorpus } from './bench/measure.ts';
import { readCount } from './bench/read-count.ts';
import { tableCommand } from './bench/table-command.ts';
import { measuredCommit, measuredRow, recordMeasurement, type MeasuredRow } from './bench/record-measurement.ts';
import { UsageError } from './usage-error.ts';
import { workspaceOption } from './workspace.ts';
import { reporting } from './write/reporting.ts';

interface BenchOptions extends CorpusSize {
  readonly workspace: string;
  readonly repeat: number;
  readonly record?: true;
  readonly status: string;
  readonly description: string;
  readonly format: 'text' | 'json';
}

/** `priors bench`: builds the reference corpus, times it, and appends what it measured to the workspace's results. */
export function benchCommand(): Command {
  return (
    withSize(new Command('bench'))
      .description('build a reference corpus and measure how long that takes')
      .addOption(workspaceOption())
      .option('--repeat <number>', 'how many times to build', readCount, 3)
      .option('--record', "append a row for each build to the workspace's results.tsv, which is made when missing")
      .option('--status <word>', 'the status of the rows, such as baseline or keep', '')
      .option('--description <text>', 'what was measured', '')
      .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
      .addHelpText('after', "\nExample:\n  $ priors bench --repeat 3 --record --status baseline --description 'before worker threads'")
      .action(reporting(bench))
      // What stands behind a subcommand is its own: both have a number of rows.
      .enablePositionalOptions()
      .addCommand(corpusCommand())
      .addCommand(tableCommand())
  );
}

function corpusCommand(): Command {
  return withSize(new Command('corpus'))
    .description('only write the reference corpus, into a folder that is empty or not there yet')
    .argument('<dir>', 'the folder')
    .addHelpText('after', '\nExample:\n  $ priors bench corpus /tmp/corpus --entries 5000')
    .action(
      reporting(async (folder: string, size: CorpusSize) => {
        const present = await readdir(folder).catch(() => []);
        if (present.length > 0) throw new UsageError(`The folder "${folder}" is not empty`, 'Name one that is empty or not there yet.');
        await writeCorpus(folder, makeCorpus(size));
        console.log(folder);
      }),
    );
}

function withSize(command: Command): Command {
  return command
    .option('--entries <number>', 'entries of the corpus', readCount, 1000)
    .option('--rows <number>', 'rows of its results table', readCount, 1000);
}

async function bench(options: BenchOptions): Promise<void> {
  const { entries, rows, status, description } = options;
  const folder = await mkdtemp(join(tmpdir(), 'priors-corpus-'));
  const measured: MeasuredRow[] = [];
  try {
    await writeCorpus(folder, makeCorpus({ entries, rows }));
    for (let repeat = 1; repeat <= options.repeat; repeat += 1) {
      const commit = await measuredCommit(options.workspace);
      const row = measuredRow(await measureBuild(folder), { entries, rows, commit, status, description });
      measured.push(row);
      if (options.format === 'text') console.log(inWords(repeat, row));
      if (options.record === true) await recordMeasurement(options.workspace, 'results.tsv', row);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (options.format === 'json') console.log(JSON.stringify({ schema: 1, builds: measured }));
}

function inWords(repeat: number, row: MeasuredRow): string {
  const stages = `ingest ${row.ingest_seconds}, check ${row.check_seconds}, pages ${row.pages_seconds}, index ${row.index_seconds}`;
  return `${repeat}: ${row.build_seconds} s for ${row.entries} entries and ${row.rows} rows (${stages}; ${row.peak_memory_mb} MB)`;
}
