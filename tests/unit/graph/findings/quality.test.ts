import { describe, expect, it } from 'vitest';
import { isVague, qualityOf } from '#graph/findings/quality.ts';
import { expectLinear } from '../../../linear-time.ts';

describe('a conclusion that is only a judgement is vague', () => {
  it.each([
    // The seed's bad ones (engineering-log-template.md).
    'Performance improved',
    'Training was more stable',
    'Model works better',
    // Others of their like.
    'Everything works.',
    'The model is now much faster',
    'Training was faster and more stable',
    'Performance improved, and training was more stable than before!',
    'Works well',
    'Overall, results look really promising',
    'PERFORMANCE IMPROVED SIGNIFICANTLY',
    'The new loader is faster',
    'Memory usage improved',
    'Overall performance is better than before',
    'A clear win',
  ])('%s', (conclusion) => {
    expect(isVague(conclusion)).toBe(true);
  });
});

describe('a conclusion with a number, a contrast or more than a judgement is not', () => {
  it.each([
    // The seed's good ones.
    'mHC projection reduced variance across recursive depth by 47%',
    'Orthogonal init allowed stable unroll from 12 → 24 steps',
    'Virtual Width achieved equivalent accuracy with 25% fewer params',
    'Training converged in 150 epochs vs 400 without orthogonal penalty',
    'Action accuracy: 87% → 100% (+13%) after orthogonal init',
    'Subject accuracy plateaued at 97.98% - limited by category granularity',
    'Divergence eliminated: 0/50 runs failed vs 12/50 baseline',
    'Orthogonal init eliminated gradient spikes in first 50 epochs',
    'Manifold projection every 100 steps maintained W^T*W ≈ I (penalty < 0.01)',
    'Convergence accelerated from 300 → 200 epochs (33% faster)',
    'Subject accuracy ceiling appears to be category design, not training stability',
    // Others of their like.
    'Cosine schedule beats linear decay on all seeds',
    'Smaller batches generalize better',
    'Larger batches are faster but less accurate',
    'Rust port is faster than Python',
    'EMA weights work better than raw weights',
    'Better initialization explains the whole gain',
    'Faster data loading does not change wall clock',
    'Training is more stable with orthogonal init',
    'Curriculum improves sample efficiency',
    'Seeds disagree',
    'Accuracy is limited by category granularity',
    'Warmup works instead of clipping',
    'Dropout helps only without weight decay',
    'Training speed doubled',
    'The tokenizer was never the bottleneck',
    'The model is better because attention heads specialise',
    'Gradient clipping before the optimizer step removes the spikes',
    'Loss curves improved after the orthogonal init',
    "Pruning didn't help",
    '学習が安定した',
    '',
    '…',
  ])('%s', (conclusion) => {
    expect(isVague(conclusion)).toBe(false);
  });

  it('is judged in linear time, however long it is', () => {
    expectLinear((count) => 'better and '.repeat(count), isVague, 100_000);
    expectLinear((count) => 'a'.repeat(count), isVague, 1_000_000);
  });
});

describe('the quality of a finding', () => {
  it.each([
    ['Loss fell by 0.011', 'quantified'],
    ['Three of 12 runs crashed', 'quantified'],
    ['Performance improved', 'vague'],
    ['Warmup works instead of clipping', null],
    // These numbers only name something.
    ['Rotary helps on run 5 instead of run/results/12', null],
    ['Fixed by 187e419 on 2026-01-04 instead', null],
    ['Loss fell to 0.972 on run 5', 'quantified'],
    ['GPT2 and ResNet50_v2 need fp16 on an H100, says v2.1', null],
    ['GPT2 is 16x slower', 'quantified'],
    ['A step takes 3ms instead', 'quantified'],
    ['lr=0.5 diverges on v2', 'quantified'],
    ['H100 saves 12%', 'quantified'],
    // Where words are not set apart by spaces a number stands beside any letter.
    ['在GPT2上提升至0.97', 'quantified'],
    ['1000000 samples were enough', 'quantified'],
  ])('of %j is %j', (text, quality) => {
    expect(qualityOf(text)).toBe(quality);
  });

  it('is found in linear time', () => {
    expectLinear((count) => 'run/a'.repeat(count), qualityOf, 100_000);
    expectLinear((count) => '1'.repeat(count), qualityOf, 1_000_000);
    expectLinear((count) => 'a'.repeat(count), qualityOf, 1_000_000);
  });
});
