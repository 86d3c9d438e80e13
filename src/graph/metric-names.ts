import type { Direction } from '#schemas/program.ts';

/** How good a result is. */
const qualities: Readonly<Record<Direction, ReadonlySet<string>>> = {
  lower: new Set([
    'loss',
    'bpb',
    'bpc',
    'error',
    'errors',
    'err',
    'ppl',
    'perplexity',
    'nll',
    'wer',
    'cer',
    'mae',
    'mse',
    'rmse',
    'fid',
    'regret',
    'failures',
    'mape',
  ]),
  higher: new Set([
    'acc',
    'accuracy',
    'f1',
    'score',
    'auc',
    'auroc',
    'bleu',
    'rouge',
    'reward',
    'throughput',
    'precision',
    'recall',
    'iou',
    'psnr',
    'ssim',
    'mfu',
    'speedup',
    'tps',
    'fps',
    'qps',
    'elo',
    'winrate',
    'sharpe',
    'mrr',
    'ndcg',
  ]),
};

/** What a result costs; less is better. */
const costs = new Set([
  'seconds',
  'second',
  'secs',
  'sec',
  'ms',
  'us',
  'ns',
  'time',
  'duration',
  'latency',
  'runtime',
  'elapsed',
  'memory',
  'mem',
  'vram',
  'gb',
  'gib',
  'mb',
  'mib',
  'kb',
  'kib',
  'bytes',
  'size',
  'rss',
  'cost',
]);

/** Settings that hold one of the words above: `batch_size`, `loss_weight`, `time_budget`. */
const settings = new Set([
  'batch',
  'hidden',
  'vocab',
  'kernel',
  'window',
  'patch',
  'image',
  'block',
  'context',
  'embedding',
  'head',
  'dim',
  'weight',
  'coef',
  'coefficient',
  'scale',
  'type',
  'fn',
  'function',
  'budget',
  'limit',
  'step',
  'chunk',
]);

const rates = new Set(['s', 'sec', 'second', 'seconds', 'min', 'minute', 'hour']);

export interface MetricName {
  /** Null where the name does not tell. */
  readonly direction: Direction | null;
  /** Whether the name tells quality (`val_loss`) or cost (`memory_gb`); quality is ranked first. */
  readonly tells: 'quality' | 'cost';
}

/**
 * What the name of a numeric column says about it as a metric (formats.md: directions are guessed from names where nobody declares them).
 *
 * @returns null where the name is not that of a metric
 */
export function readMetricName(name: string): MetricName | null {
  const tokens: string[] =
    name
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .match(/[a-z]+\d*/g) ?? [];
  const isRate = tokens.some((token, index) => token === 'per' && rates.has(tokens[index + 1] ?? ''));
  if (isRate) return { direction: 'higher', tells: 'quality' };
  if (tokens.some((token) => settings.has(token)) && !(tokens.includes('step') && tokens.some((token) => costs.has(token)))) return null;
  if (tokens.some((token) => qualities.lower.has(token))) return { direction: 'lower', tells: 'quality' };
  if (tokens.some((token) => qualities.higher.has(token))) return { direction: 'higher', tells: 'quality' };
  if (tokens.some((token) => costs.has(token))) return { direction: 'lower', tells: 'cost' };
  return ['metric', 'value', 'result'].includes(tokens.join('_')) ? { direction: null, tells: 'quality' } : null;
}
