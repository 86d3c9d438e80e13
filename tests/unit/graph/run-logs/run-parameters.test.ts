import { expect, it } from 'vitest';
import { namedRuns } from '#graph/run-logs/run-parameters.ts';
import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import { expectLinear } from '../../../linear-time.ts';

function runsOf(pattern: string, ...names: readonly string[]): string[] {
  const text = `[2026-01-04 09:00:00] ANALYZE_PARAMETERS\nResult: Directory naming pattern: ${pattern}\nDetails: ${names.join(', ')}\n`;
  const { runLog } = parseRunLog({ path: 'ranks/scaffold-torchtune.log', text, digest: '', problems: [] });
  const runs = namedRuns(runLog === null ? [] : [runLog]);
  return runs.map(({ name, parameters }) => [name, ...parameters.map((each) => `${each.name}=${each.value}`)].join(' '));
}

it.each([
  ['{model}_r{rank}_lr{lr}', 'Llama-3.2-1B_r8_lr1e-5', 'Llama-3.2-1B_r8_lr1e-5 model=Llama-3.2-1B rank=8 lr=1e-5'],
  ['rank{N}_lr{LR}', 'rank8_lr1e-5/setup_finetune.yaml', 'rank8_lr1e-5 rank=8 lr=1e-5'],
  ['rank{N}_lr{LR}/', 'rank8_lr1e-5', 'rank8_lr1e-5 rank=8 lr=1e-5'],
  ['seed={seed}', 'seed=7', 'seed=7 seed=7'],
  ['v1.5-{size}-r{rank}', 'v1.5-7B-r8', 'v1.5-7B-r8 size=7B rank=8'],
])('reads the parameters of %s off %s', (pattern, name, run) => {
  expect(runsOf(pattern.replace(/\/$/, ''), name)).toEqual([run]);
});

it.each([
  ['{a}{b}', 'xy'],
  ['{run}', 'anything'],
  ['{dir}/x', 'y/x'],
])('takes %s for no pattern that tells anything', (pattern, name) => {
  expect(runsOf(pattern, name)).toEqual([]);
});

it('names each run once, in the order of the log', () => {
  expect(runsOf('r{rank}', 'r8', 'r16', 'r8')).toEqual(['r8 rank=8', 'r16 rank=16']);
});

it('divides a name at its last literals, in time that does not grow with their number', () => {
  expect(runsOf('{model}_r{rank}', 'my_run_r8')).toEqual(['my_run_r8 model=my_run rank=8']);
  expectLinear(
    (count) => '-'.repeat(count),
    (name) => {
      expect(runsOf('{a}-{b}-{c}-{d}-{e}-{f}-{g}x', name)).toEqual([]);
    },
    150,
  );
});
