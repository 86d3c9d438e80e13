import type { RunStatus } from './knowledge-graph.ts';

/** Words of status columns as found in public tables (formats.md, "Status"), by what they mean. */
const words: Readonly<Record<Exclude<RunStatus, 'other'>, readonly string[]>> = {
  baseline: ['baseline', 'base', 'reference', 'control'],
  keep: [
    'keep',
    'keeper',
    'kept',
    'accept',
    'accepted',
    'adopt',
    'adopted',
    'merge',
    'merged',
    'promote',
    'promoted',
    'ship',
    'shipped',
    'win',
    'winner',
    'improved',
    'improvement',
    'best',
    'ok',
    'okay',
    'pass',
    'passed',
    'success',
    'successful',
    'succeeded',
    'true',
    'yes',
  ],
  discard: [
    'discard',
    'discarded',
    'invalid',
    'revert',
    'reverted',
    'reject',
    'rejected',
    'rollback',
    'rolled',
    'drop',
    'dropped',
    'abandon',
    'abandoned',
    'shelved',
    'worse',
    'regressed',
    'regression',
    'lose',
    'lost',
    'false',
    'no',
  ],
  crash: [
    'crash',
    'crashed',
    'oom',
    'error',
    'errored',
    'err',
    'exception',
    'timeout',
    'nan',
    'diverged',
    'killed',
    'fail',
    'failed',
    'failure',
    'broken',
    'segfault',
    'aborted',
  ],
  running: ['running', 'progress', 'wip', 'started', 'active', 'ongoing'],
  planned: ['planned', 'plan', 'todo', 'tbd', 'queued', 'pending', 'proposed', 'scheduled', 'waiting'],
};

const statusOfWord: ReadonlyMap<string, RunStatus> = new Map(
  // The keys of `words` are statuses by its type; Object.entries only says string.
  Object.entries(words).flatMap(([status, spellings]) => spellings.map((word) => [word, status as RunStatus] as const)),
);

/** Text without spaces between words, and signs. */
const fragments: readonly (readonly [string, RunStatus])[] = [
  ['基线', 'baseline'],
  ['基准', 'baseline'],
  ['未保留', 'discard'],
  ['回滚', 'discard'],
  ['丢弃', 'discard'],
  ['放弃', 'discard'],
  ['舍弃', 'discard'],
  ['拒绝', 'discard'],
  ['崩溃', 'crash'],
  ['失败', 'crash'],
  ['错误', 'crash'],
  ['超时', 'crash'],
  ['保留', 'keep'],
  ['采纳', 'keep'],
  ['接受', 'keep'],
  ['成功', 'keep'],
  ['进行中', 'running'],
  ['运行中', 'running'],
  ['计划', 'planned'],
  ['待', 'planned'],
  ['💥', 'crash'],
  ['⏳', 'running'],
  ['✅', 'keep'],
  ['✔', 'keep'],
  ['✓', 'keep'],
  ['❌', 'discard'],
  ['✗', 'discard'],
  ['✘', 'discard'],
];

/**
 * What a status cell means: by its first word that has a meaning (`KEEP:major_win`, `revert (feature mismatch)`, `保留✔`), turned round by a
 * leading "not" or "no". Anything else is `other`; the raw word is always shown beside it.
 */
export function readStatus(cell: string): RunStatus {
  const tokens = cell.toLowerCase().match(/[a-z]+/g) ?? [];
  const [first, second = ''] = tokens;
  if ((first === 'not' || first === 'no') && tokens.length > 1) {
    if (second === 'started' || second === 'run') return 'planned';
    return statusOfWord.get(second) === 'keep' ? 'discard' : 'other';
  }
  for (const token of tokens) {
    const status = statusOfWord.get(token);
    if (status !== undefined) return status;
  }
  return fragments.find(([fragment]) => cell.includes(fragment))?.[1] ?? 'other';
}
