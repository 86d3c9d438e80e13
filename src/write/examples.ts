import type { FileKind } from './file-name.ts';
import type { RawObject } from './json-input.ts';

/** An example of each kind, as `new KIND --json -` takes it: what `new KIND --template` prints. */
export const examples: Readonly<Record<FileKind | 'journal', RawObject>> = {
  log: {
    subject: 'Orthogonal initialization of the projection',
    achievement: 'Initialized the projection with an orthogonal matrix and projected it back every 100 steps.',
    rationale: 'Residuals that keep their norm let the recursion unroll further without gradient spikes.',
    tags: ['training', 'accuracy'],
    related_files: ['src/projection.py'],
    metrics: {
      params: '164,212',
      epochs: '500',
      wall_clock: '4m 56s',
      accuracy: 'Action: 100%, Subject: 98.5%',
      failure_mode: 'Subject accuracy stays at 98.5%, limited by category granularity',
      before: { accuracy: '97.98%', convergence: '300 epochs' },
      after: { accuracy: '98.5%', convergence: '200 epochs' },
      delta: '+0.52% subject accuracy, 33% faster convergence',
    },
    commits: ['abc1234'],
    references: ['https://arxiv.org/abs/2512.24880'],
    conclusions: ['Orthogonal init converged in 200 epochs instead of 300', '0/50 runs diverged, against 12/50 before'],
    next_steps: ['Expand subject categories from 16 to 24'],
  },
  idea: {
    title: 'Rotary position embedding',
    hypothesis: 'Rotary embedding lowers val_bpb by 0.01, because distance matters more than place',
    tags: ['architecture'],
    metric: 'val_bpb',
    expected: '-0.01',
    min_effect: '0.005',
    kill_if: 'No gain over three seeds',
    seeds: '3',
    mechanism: 'Attention sees relative distance without learned positions, which generalizes to lengths not seen in training.',
    test: 'Replace the sinusoidal embedding, keep everything else, and run three seeds against three baselines.',
  },
  report: {
    title: 'Rotary position embedding lowers val_bpb by 0.012',
    outcome: 'supported',
    idea: 'rotary-position-embedding',
    tags: ['architecture'],
    observations: ['val_bpb fell from 0.9979 to 0.9859 over three seeds'],
    inferences: ['Relative distance carries most of what the position embedding is used for'],
    claims: ['The authors report the same effect for longer contexts (https://arxiv.org/abs/2104.09864)'],
  },
  progress: {
    title: 'Evaluation pipeline in place',
    phase: 'Foundation',
    period: { from: '2026-01-01', to: '2026-01-07' },
    next_update: '2026-01-14',
    completed: ['Deterministic evaluation split (2.5 hours)', 'Three baseline runs (1 hour)'],
    insights: ['The spread over seeds is 0.002, a fifth of the effect we look for'],
    went_well: ['The smoke test found both regressions before a long run did'],
    improve: ['Estimate evaluation time before queueing'],
    next_steps: ['Write up the first idea'],
    blockers: ['One GPU for two people'],
  },
  journal: {
    title: 'Baseline measured three times',
    text: 'val_bpb 0.9979, 0.9981 and 0.9990. The spread is smaller than the effect we look for, so single runs can be trusted for screening.',
  },
};
