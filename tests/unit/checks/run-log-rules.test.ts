import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import { makeContent } from '../graph/make-content.ts';
import { expectLinear } from '../../linear-time.ts';

/** What the rules find in one log, as `line:column code found`. */
function check(text: string, path = 'experiments/ranks/run.log'): string[] {
  const { runLog } = parseRunLog({ path, text, digest: '', problems: [] });
  if (runLog === null) throw new Error(`This is no run log: ${text}`);
  const lines = text.split('\n');
  const diagnostics = runChecks(buildGraph(makeContent({ runLogs: [runLog] })));
  return diagnostics.map(
    ({ line, column, endColumn, code }) =>
      `${line}:${column} ${code} ${lines[line - 1]?.slice(column - 1, (endColumn ?? column) - 1) ?? ''}`,
  );
}

const event = (...fields: readonly string[]): string => ['[2026-01-04 09:00:00] STEP: one', ...fields, ''].join('\n');
const at = (time: string, ...lines: readonly string[]): string =>
  [`[2026-01-04 ${time}] ${lines[0] ?? ''}`, ...lines.slice(1), ''].join('\n');

/** In the shape of the seeds' own examples, with nothing wrong. */
const design = [
  at(
    '14:23:15',
    'VERIFY_MODEL: Checking Gemma-2B',
    'Command: ls {models_dir}/Gemma-2B',
    'Result: Directory exists with 15 files (config.json, model.safetensors, etc.)',
  ),
  at('14:23:42', 'VERIFY_DATASET: Checking spelling dataset', 'Result: File exists, 655KB'),
  at(
    '14:24:01',
    'SEARCH_PRIOR_RUNS: Similar runs',
    'Command: find {dir} -name "slurm-*.out" -size +100k | head -5',
    'Result: Found 3 similar runs: ck-out-red-fox, ck-out-blue-hare, ck-out-old-owl',
  ),
  at(
    '14:24:15',
    'EXTRACT_SPEED: One prior run',
    'Command: grep -E "[0-9.]+it/s" slurm-123.out | tail -20',
    'Result: Average speed after warmup: 4.34 it/s',
  ),
  at(
    '14:24:30',
    'CALCULATE_TIME: Training time',
    'Input: 8000 samples, batch_size=4, speed=4.34 it/s, epochs=2',
    'Calculation: steps = 8000/4 = 2000, time_per_epoch = 2000/4.34 ≈ 461s ≈ 8min',
    'Result: Estimated 16 minutes total (8 min × 2 epochs)',
  ),
  at('14:25:00', 'CHECK_DISK: Free space', 'Result: 2.1T available', 'Explanation: Space for ~40 GiB of checkpoints'),
  at(
    '14:26:00',
    'CREATE_SUMMARY: The plan',
    'Command: Created {scratch_dir}/ranks/experiment_summary.md',
    'Result: File created with 6 runs (2 fine-tuned × 2 ranks + 2 controls)',
  ),
  at('14:26:15', 'COMPLETE: Design finished', 'Status: Plan approved by user, files written'),
].join('\n');

const scaffold = [
  at('10:20:15', 'SCAFFOLD_INSPECT_START', 'Details: Generating configs for 4 runs × 2 tasks × 2 epochs'),
  at(
    '10:20:16',
    'ANALYZE_EVALUATION_PLAN',
    'Details: Tasks: capitalization, reasoning; Epochs: 0, 1',
    'Result: 16 total evaluations to configure',
  ),
  at('10:20:19', 'GENERATE_SLURM_SCRIPTS', 'Result: 16 SLURM scripts created (4 runs × 2 tasks × 2 epochs)'),
  at('10:20:19', 'RUN_SETUP_SCRIPTS', 'Result: 4 runs processed, 4 successful, 0 failures'),
  at('10:20:20', 'SCAFFOLD_INSPECT_COMPLETE', 'Details: Generated configs for 16 evaluations', 'Duration: 5 seconds'),
].join('\n');

describe('logs in the shape of the seeds', () => {
  it('have nothing wrong', () => {
    expect(check(design, 'experiments/ranks/design-experiment.log')).toEqual([]);
    expect(check(scaffold, 'experiments/ranks/scaffold-inspect.log')).toEqual([]);
  });

  it.each([
    ['8000/4 = 2000', '8000/4 = 200', 'wrong-arithmetic'],
    ['≈ 461s', '≈ 561s', 'wrong-arithmetic'],
    ['16 minutes total (8 min × 2 epochs)', '26 minutes total (8 min × 2 epochs)', 'wrong-arithmetic'],
    ['6 runs (2 fine-tuned', '4 runs (2 fine-tuned', 'wrong-arithmetic'],
    ['Found 3 similar', 'Found 4 similar', 'wrong-count'],
    ['VERIFY_MODEL', 'LOOK_AT_MODEL', 'incomplete-design'],
    ['CHECK_DISK', 'LOOK_AT_DISK', 'incomplete-design'],
    ['[2026-01-04 14:25:00]', '[2026-01-03 14:25:00]', 'time-runs-backwards'],
    ['/ranks/experiment_summary.md', '/cap_8L/experiment_summary.md', 'misplaced-log'],
    ['ls {models_dir}', 'squeue -u me; ls', 'logged-status-check'],
    ['Result: 2.1T available', 'Result: 2 failures', 'reported-failures'],
  ])('have one thing wrong where %j becomes %j', (right, wrong, code) => {
    expect(design).toContain(right);
    const found = check(design.replace(right, wrong), 'experiments/ranks/design-experiment.log');
    expect(found.map((each) => each.split(' ')[1])).toEqual([code]);
  });

  it.each([
    ['16 SLURM scripts created (4', '12 SLURM scripts created (4', 'wrong-arithmetic'],
    ['4 successful, 0', '3 successful, 0', 'wrong-count'],
    ['Duration: 5 seconds', 'Duration: 50 seconds', 'contradicted-duration'],
    ['SCAFFOLD_INSPECT_COMPLETE', 'VALIDATE_SCRIPTS', 'unfinished-stage'],
  ])('of scaffolding have one thing wrong where %j becomes %j', (right, wrong, code) => {
    expect(check(scaffold.replace(right, wrong)).map((each) => each.split(' ')[1])).toEqual([code]);
  });
});

describe('arithmetic', () => {
  it.each([
    'Calculation: 8000 / 4 = 2000 steps',
    'Calculation: 2000/3 = 667',
    'Calculation: 2000/4.34 = 460.83',
    'Calculation: time = 2000/4.34 ≈ 8min/epoch',
    'Calculation: 8,000 × 2 = 16,000',
    'Calculation: 10 GB × 4 = 40 GB, 40 GB × 1024 = 40960 MB',
    'Calculation: 120 seconds × 2 runs = 4 minutes',
    'Calculation: 8000/4 = 2000 steps × 2 epochs = 4000 steps',
    'Calculation: 7/8 = 87.5%',
    'Calculation: (2 + 3) × 4 = 20',
    'Calculation: 460 ≈ 500',
    'Generated: 2 runs + 1 control = 3 total',
    'Parameters: rank=8, lr=1e-5, batch_size=4, epochs=1',
    'Details: k2 * 3 = 9 and n-1 = 4',
    'Details: split 2025-10-22 = 3 and 16:9 = 2 and v1.2.3 = 4',
    'Details: ratio = 3/4',
    'Details: rows a=9526 + b=2382 = 11908',
    'Details: loss 0.85 - 0.80 = 0.06 after rounding',
    'Result: 10 files (2.5 GB × 5)',
    'Result: Evaluating 2 tasks (4 runs × 2 tasks)',
    'Result: 5 jobs (2 h each × 3)',
    'Result: epoch 3 (4 runs × 2 tasks)',
    'Command: python x.py --n 8000/4 = 7',
    'Result: seq_len = 2 ** 10 = 1024',
    'Result: total >= 3 * 4 = 12 or so',
    'Input: 1e-5 * 10 = 1e-4',
    'Result: 3 x 4 = 12',
  ])('says nothing of %j', (field) => {
    expect(check(event(field))).toEqual([]);
  });

  it.each([
    ['Calculation: steps = 8000/4 = 200', '8000/4 = 200'],
    ['Calculation: 2000/4.34 ≈ 561s', '2000/4.34 ≈ 561s'],
    ['Calculation: 4 runs × 2 tasks = 9', '4 runs × 2 tasks = 9'],
    ['Calculation: (2 + 3) × 4 = 14', '(2 + 3) × 4 = 14'],
    ['Details: 3 x 4 = 13, 2 x 2 = 4', '3 x 4 = 13'],
    ['Calculation: 8,000 × 2 = 1,600', '8,000 × 2 = 1,600'],
    ['Result: 16 = 4 runs * 3 tasks', '16 = 4 runs * 3 tasks'],
    ['Total rows: 21434 (9526 train + 2x2382 test)', '21434 (9526 train + 2x2382 test)'],
    ['Result: Will generate 9 evaluations (8 runs × 1 task × 1 epoch)', '9 evaluations (8 runs × 1 task × 1 epoch)'],
  ])('reports %j at its place', (field, calculation) => {
    expect(check(event(field))).toEqual([`2:${field.indexOf(calculation) + 1} wrong-arithmetic ${calculation}`]);
  });

  it('is at the true line and column of a continued value, and in JSON', () => {
    expect(check(event('Calculation:', '  - steps: 8000/4 = 200'))).toEqual(['3:12 wrong-arithmetic 8000/4 = 200']);
    const json = '{"timestamp": "2026-01-04T09:00:00Z", "action": "A", "calculation": "8000/4 = 200"}\n';
    expect(check(json)).toEqual([`1:${json.indexOf('8000') + 1} wrong-arithmetic 8000/4 = 200`]);
  });
});

describe('counts', () => {
  it.each([
    'Result: 8 runs created successfully, 0 failures',
    'Result: 8 runs, 7 successful, 0 failures, 1 skipped',
    'Result: 10 jobs, 8 completed, 1 failed, 1 running'.replace('1 failed', '0 failed').replace('8 completed', '9 completed'),
    'Result: 16 COMPLETED, 0 FAILED',
    'Result: Directory with 15 files: config.json, model.safetensors, …',
    'Result: first 3 of 10 runs: run_1, run_2, run_3',
    'Result: Found 1 task: capitalization (cap_task.py)',
    'Result: 2 problems: the disk is full, and slow',
    'Columns: 3 (AGE, SEX, ST)',
    'Result: 8 runs, 1 evaluation task',
  ])('says nothing of %j', (field) => {
    expect(check(event(field))).toEqual([]);
  });

  it.each([
    ['Result: 8 runs, 6 successful, 0 failures', '8 runs, 6 successful, 0 failures'],
    ['Result: Found 3 similar runs: ck-out-a, ck-out-b', '3 similar runs: ck-out-a, ck-out-b'],
    ['Columns: 4 (AGE, SEX, ST)', '4 (AGE, SEX, ST)'],
  ])('reports %j at its place', (field, statement) => {
    expect(check(event(field))).toEqual([`2:${field.indexOf(statement) + 1} wrong-count ${statement}`]);
  });
});

describe('failures', () => {
  it.each([
    ['Result: 2 failures', '2:9 reported-failures 2 failures'],
    ['Summary: 6 scripts created, 2 failed', '2:29 reported-failures 2 failed'],
    ['Details: 3 runs failed', '2:10 reported-failures 3 runs failed'],
    ['Failures: 1', '2:11 reported-failures 1'],
  ])('above zero are reported: %j', (field, found) => {
    expect(check(event(field))).toEqual([found]);
  });

  it.each([
    'Result: 0 failures',
    'Result: (0 failures)',
    'Explanation: 3 prior runs failed',
    'Result: stops after 3 failures',
    'Result: 0.5 failed',
    'Failed: 0',
    'Command: echo 2 failed',
  ])('are not reported of %j', (field) => {
    expect(check(event(field))).toEqual([]);
  });
});

describe('durations', () => {
  const stage = (duration: string): string => at('09:00:00', 'TRAIN_START') + at('09:12:34', 'TRAIN_COMPLETE', duration);

  it.each([
    '754 seconds',
    '12m 34s',
    '00:12:34',
    '12 minutes',
    '13 min',
    '~10 minutes',
    '0.2 hours',
    'about an hour',
    '5 min per epoch',
    '12-13 minutes',
  ])('that the timestamps bear out, or that nothing is known of: %s', (duration) => {
    expect(check(stage(`Duration: ${duration}`))).toEqual([]);
  });

  it.each(['75 seconds', '15 minutes', '00:02:34', '~30 minutes', '2 hours'])('that the timestamps contradict: %s', (duration) => {
    expect(check(stage(`Duration: ${duration}`))).toEqual([`3:11 contradicted-duration ${duration}`]);
  });

  it('without a start can only be too long', () => {
    const log = (duration: string) => at('09:00:00', 'CHECK') + at('09:10:00', 'COMPLETE', `Duration: ${duration}`);
    expect(check(log('2 minutes'))).toEqual([]);
    expect(check(log('20 minutes'))).toHaveLength(1);
  });
});

describe('stages', () => {
  it('may end by failing, or with the whole log', () => {
    expect(check(at('09:00:00', 'TRAIN_START') + at('09:00:00', 'TRAIN_FAILED'))).toEqual([]);
    expect(check(at('09:00:00', 'TRAIN_START') + at('09:00:00', 'COMPLETE: all'))).toEqual([]);
    expect(check(at('09:00:00', 'START_DESIGN') + at('09:00:00', 'COMPLETE_DESIGN'))).toEqual([]);
  });

  it('that end without a start are those of other logs', () => {
    expect(check(at('09:00:00', 'TRAIN_COMPLETE'))).toEqual([]);
  });

  it('must each have an end', () => {
    expect(check(at('09:00:00', 'TRAIN_START') + at('09:00:00', 'TRAIN_COMPLETE') + at('09:00:00', 'TRAIN_START'))).toEqual([
      '3:23 unfinished-stage TRAIN_START',
    ]);
  });
});

describe('status checks', () => {
  it.each([
    ['Command: sleep 60 && squeue --me', '2:22 logged-status-check squeue'],
    ['Command: sacct -j 12', '2:10 logged-status-check sacct'],
  ])('are reported: %j', (field, found) => {
    expect(check(event(field))).toEqual([found]);
  });

  it('are reported where they are the action', () => {
    expect(check(at('09:00:00', 'CHECK_SQUEUE: me'))).toEqual(['1:23 logged-status-check CHECK_SQUEUE']);
  });

  it.each(['Details: job states come from sacct', 'Command: cat squeue.log', 'Command: ls my-sacct/'])('are not what %j is', (field) => {
    expect(check(event(field))).toEqual([]);
  });
});

describe('a log in its place', () => {
  it('names its own folder, or one above it, or the summary of another experiment as a source', () => {
    const log = (action: string) => at('09:00:00', action, 'Command: Created /scratch/ranks/experiment_summary.md');
    expect(check(log('CREATE_SUMMARY'), 'experiments/ranks/logs/design-experiment.log')).toEqual([]);
    expect(check(log('CREATE_SUMMARY'), 'experiments/ranks/r8/scaffold.log')).toEqual([]);
    expect(check(log('CONSULT_PRIOR_EXPERIMENT'), 'experiments/cap/design-experiment.log')).toEqual([]);
    expect(check(log('CREATE_SUMMARY'), 'attic/copy-of-a-log.log')).toEqual([]);
  });
});

it('the rules take linear time', () => {
  expectLinear((count) => event(`Result: ${'1 + '.repeat(count)}`), check, 500_000);
  expectLinear((count) => event(`Result: ${'8 runs, '.repeat(count)}`), check, 490);
  expectLinear((count) => event(`Calculation: ${'(1 × '.repeat(count)}`), check, 390);
  expectLinear((count) => at('09:00:00', 'A_START').repeat(count), check, 20_000);
}, 60_000);
