import { describe, expect, it } from 'vitest';
import { readMetricName } from '#graph/metric-names.ts';

describe('readMetricName', () => {
  it.each(['val_bpb', 'loss', 'valLoss', 'error_rate', 'ppl', 'build_seconds', 'step_ms', 'memory_gb', 'total_bytes', 'peak-memory'])(
    'guesses that lower %s is better',
    (name) => {
      expect(readMetricName(name)?.direction).toBe('lower');
    },
  );

  it.each(['acc', 'val accuracy', 'f1', 'score', 'auc', 'BLEU', 'mean_reward', 'throughput', 'tokens_per_s', 'tokens_per_sec'])(
    'guesses that higher %s is better',
    (name) => {
      expect(readMetricName(name)?.direction).toBe('higher');
    },
  );

  it.each(['metric', 'value'])('knows %s for a metric without a direction', (name) => {
    expect(readMetricName(name)).toEqual({ direction: null, tells: 'quality' });
  });

  it.each(['batch_size', 'loss_weight', 'time_budget', 'lr', 'depth', 'seed', 'hidden_size', 'description'])(
    'takes %s for no metric',
    (name) => {
      expect(readMetricName(name)).toBeNull();
    },
  );
});
