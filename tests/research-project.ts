import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorkspace } from './workspace.ts';

/** A repository with the history of a small research project, for tests of the whole loop. */
export interface ResearchProject {
  readonly root: string;
  /** The short hashes of its experiments' commits, by slug. */
  readonly commits: Readonly<Record<string, string>>;
  readonly git: (...parameters: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
  readonly edit: (path: string, change: (text: string) => string) => void;
  /** Commits everything, dated to a day of January 2026; gives the short hash. */
  readonly commit: (day: number, message: string) => string;
}

const program = `---
title: Tiny language models
project: Which changes lower val_bpb of a tiny language model?
metric: { name: val_bpb, direction: lower, min_effect: "0.005" }
files:
  frozen: [program.md, eval.py]
  global: [results.tsv, RESEARCH_JOURNAL.md]
strict: true
---

# Program
`;

/** Slug, date and what the idea expects when it is proposed. */
const proposals = [
  ['rotary-embeddings', 2, 'expected: "-0.03 to -0.01"\nrating: 8'],
  ['longer-warmdown', 2, 'expected: "-0.005"\nrating: 5'],
  ['muon-optimizer', 2, 'expected: "-2% to -1%"\nrating: 9'],
  ['larger-batch', 2, 'expected: "-0.01"'],
  ['qk-norm', 2, 'expected: "at least -0.003"'],
  ['flash-attention', 2, 'rating: 4'],
  ['gated-mlp', 2, 'rating: 7'],
  ['value-embeddings', 2, 'expected: "-0.004"'],
  ['tied-heads', 2, 'expected: "-0.001"\nabandoned: The vocabulary is too small for it'],
  ['sliding-window', 2, 'expected: "-0.02"'],
  // The same name as an earlier idea: what is called so may mean either.
  ['value-embeddings', 9, 'rating: 3'],
] as const;

/**
 * Twelve ideas, their branches, thirty runs and five reports, as agents and people leave them: `main` is checked out at the end, and nothing in it breaks
 * the rules. The same every time but for the place.
 */
export function createResearchProject(): ResearchProject {
  const root = createWorkspace();
  const git = (...parameters: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false', ...parameters],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      },
    ).trim();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const edit = (path: string, change: (text: string) => string): void => {
    write(path, change(readFileSync(join(root, path), 'utf8')));
  };
  let minute = 0;
  const dated = (day: number): void => {
    minute += 1;
    const date = `2026-01-${two(day)}T10:${two(minute)}:00+01:00`;
    process.env['GIT_AUTHOR_DATE'] = date;
    process.env['GIT_COMMITTER_DATE'] = date;
  };
  const commit = (day: number, message: string): string => {
    dated(day);
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', '--short=8', 'HEAD');
  };
  const idea = (slug: string, day: number, keys: string): void => {
    write(
      ideaPath(slug, day),
      `---\ntitle: ${titleOf(slug)}\ndate: 2026-01-${two(day)}\nhypothesis: It lowers val_bpb\n${keys}\n---\n\nHow.\n`,
    );
  };
  const rows = (hash: string, status: string, description: string, ...values: readonly string[]): void => {
    const added = values.map((value, seed) => `${hash}\t${value}\t${status}\t${seed + 1}\t${description}\n`);
    edit('results.tsv', (text) => text + added.join(''));
  };
  const report = (slug: string, day: number, outcome: string, runs: readonly number[]): void => {
    const cited = runs.length === 0 ? '' : `runs: [${runs.map((run) => `run/results/${run}`).join(', ')}]\n`;
    write(
      `reports/2026-01-${two(day)}_${slug}-tested.md`,
      `---\ntitle: ${titleOf(slug)} tested\ndate: 2026-01-${two(day)}\nidea: ${slug}\n${cited}outcome: ${outcome}\n---\n\n## Observations\n\n- It was measured.\n`,
    );
  };
  const journal = (day: number, title: string, text: string): void => {
    edit('RESEARCH_JOURNAL.md', (all) => all.replace('## ', `## 2026-01-${two(day)}: ${title}\n\n${text}\n\n## `));
  };
  /** Works on a branch of its own, and comes back to main. */
  const experiment = (slug: string, day: number, message: string): string => {
    git('checkout', '--quiet', '-b', `exp/${slug}`);
    write('train.py', `# ${slug}\n`);
    const hash = commit(day, message);
    git('checkout', '--quiet', 'main');
    return hash;
  };

  git('init', '--quiet', '--initial-branch=main');
  write('program.md', program);
  write('eval.py', 'print("val_bpb")\n');
  write('train.py', '# baseline\n');
  write('papers/roformer.md', '---\ntitle: RoFormer\n---\n\nText.\n');
  write('papers/muon.md', '---\ntitle: Muon\n---\n\nText.\n');
  write('RESEARCH_JOURNAL.md', '# Journal\n\n## 2026-01-01: The baseline stands\n\nThree runs of it.\n');
  write('results.tsv', 'commit\tval_bpb\tstatus\tseed\tdescription\n');
  const start = commit(1, 'Set up the project');
  rows(start, 'baseline', 'baseline', '1.000', '1.004', '0.996');
  commit(1, 'Record the baselines');
  for (const [slug, day, keys] of proposals) idea(slug, day, keys);
  commit(2, 'Propose ideas');

  const rotary = experiment('rotary-embeddings', 3, 'exp(rotary-embeddings): rotate queries and keys');
  rows(rotary, 'keep', 'rotary', '0.980', '0.982', '0.978', '0.981', '0.979');
  report('rotary-embeddings', 4, 'supported', [4, 5, 6, 7, 8]);
  journal(4, 'Rotary saves 0.02', 'As [RoFormer](papers/roformer.md) claims, [the idea](ideas/2026-01-02_rotary-embeddings.md) held.');
  commit(4, 'Report on rotary embeddings');
  dated(4);
  git('merge', '--quiet', '--no-ff', '--message', "Merge branch 'exp/rotary-embeddings'", 'exp/rotary-embeddings');

  const warmdown = experiment('longer-warmdown', 5, 'exp(longer-warmdown): warm down over half of the steps');
  rows(warmdown, 'discard', 'warmdown', '0.986', '0.985');
  report('longer-warmdown', 6, 'refuted', [9, 10]);
  journal(6, 'A longer warmdown costs', `Commit ${warmdown} is worse than what we had.`);
  commit(6, 'Report on the warmdown');

  const muon = experiment('muon-optimizer', 7, 'Use Muon for matrices');
  rows(muon, 'keep', 'muon', '0.965', '0.966', '0.964', '0.967', '0.963');
  report('muon-optimizer', 8, 'supported', [11, 12, 13, 14, 15]);
  commit(8, 'Report on Muon');

  const batch = experiment('larger-batch', 9, 'exp(larger-batch): double the batch');
  rows(batch, 'discard', 'batch', '0.968', '0.969', '0.970');
  commit(9, 'Record the larger batch');
  edit(ideaPath('larger-batch', 2), (text) => text.replace('"-0.01"', '"+0.002 to +0.006"'));
  report('larger-batch', 10, 'inconclusive', [16, 17, 18]);
  journal(10, 'The larger batch', 'See [the report](reports/2026-01-10_larger-batch-tested.md).');
  commit(10, 'Report on the larger batch');

  idea('weight-decay-schedule', 11, 'expected: "+0.007"');
  rows(start, 'discard', 'weight decay', '0.972', '0.971');
  report('weight-decay-schedule', 11, 'refuted', [19, 20]);
  commit(11, 'Try a schedule for weight decay');

  const norm = experiment('qk-norm', 12, 'exp(qk-norm): normalise queries and keys');
  rows(norm, 'discard', 'qk', '0.966', '0.967', '0.965');
  rows('-', 'crash', 'out of memory', '0.000', '0.000', '0.000', '0.000');
  rows('-', 'keep', 'a check of the seed', '0.964');
  rows('-', 'running', 'gated, on exp/gated-mlp', '-');
  rows('-', 'planned', 'flash, on exp/flash-attention', '-');
  report('sliding-window', 12, 'invalid', []);
  write('queue.json', queue);
  commit(12, 'Record what ran, and what is queued');
  experiment('forgotten-idea', 13, 'exp(forgotten-idea): try something');
  delete process.env['GIT_AUTHOR_DATE'];
  delete process.env['GIT_COMMITTER_DATE'];
  return { root, git, write, edit, commit, commits: { rotary, warmdown, muon, batch, norm } };
}

const queue = JSON.stringify(
  {
    tasks: Object.fromEntries(
      [
        {
          id: 1,
          command: 'just eval rotary-embeddings',
          path: '/lab',
          label: 'Q: rotary or learned? H: rotary saves 0.02 bpb',
          status: {
            Done: {
              enqueued_at: '2026-01-03T11:00:00+01:00',
              start: '2026-01-03T11:00:05+01:00',
              end: '2026-01-03T12:00:00+01:00',
              result: 'Success',
            },
          },
        },
        {
          id: 7,
          command: 'just eval --config=configs/flash-attention.yaml',
          path: '/lab',
          label: 'Q: does flash attention cost anything? H: same val_bpb',
          status: { Queued: { enqueued_at: '2026-01-12T11:00:00+01:00' } },
        },
        {
          id: 8,
          command: 'just eval',
          path: '/lab/5_worktrees/gated-mlp',
          label: '',
          status: { Running: { enqueued_at: '2026-01-12T11:00:00+01:00', start: '2026-01-12T11:00:05+01:00' } },
        },
      ].map((task) => [task.id, { ...task, envs: {}, group: 'default' }]),
    ),
  },
  null,
  2,
);

function ideaPath(slug: string, day: number): string {
  return `ideas/2026-01-${two(day)}_${slug}.md`;
}

function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
