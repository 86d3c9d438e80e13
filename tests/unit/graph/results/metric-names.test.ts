import { describe, expect, it } from 'vitest';
import { readMetricName } from '#graph/results/metric-names.ts';

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

describe('names from public tables', () => {
  it.each([
    [
      'higher',
      'tok_s | tg_tok_s | decode_tok_s | win_rate | exact_match_rate | primary_f05 | cv_r2_mean | tss | speedup_vs_pytorch | pnl | variance_explained | context_recall | improvement_pct | 准确率',
    ],
    [
      'lower',
      'hf_wer | kid_mean | ece | brier | exploitability | collision_rate | cv_mae_days | intent_err | wall_s | ttft_p50_ms | gpu_hours | block_time | top1_error | 损失',
    ],
    [null, 'metric | primary_metric | objective | delta_vs_best | cv_auc_std | mae_ci_low | standard_error | composite'],
  ] as const)('direction %s: %s', (direction, names) => {
    const found = names.split(' | ');
    expect(found.map((name) => [name, readMetricName(name)?.direction])).toEqual(found.map((name) => [name, direction]));
  });

  it.each([
    'n_train',
    'top_k',
    'learning_rate',
    'dropout_rate',
    'use_k_gain',
    'target_score',
    'score_threshold',
    'loss_type',
    'p_value',
    'ci_low',
  ])('takes %s for no metric', (name) => {
    expect(readMetricName(name)).toBeNull();
  });
});
