import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '#graph/knowledge-graph.ts';
import { isKnownStatus, readFlag, readStatus, suggestStatus } from '#graph/results/status.ts';
import { expectLinear } from '../../../linear-time.ts';

describe('readStatus', () => {
  it.each([
    ['keep', 'keep'],
    ['KEEP:major_win', 'keep'],
    ['保留✔', 'keep'],
    ['✅', 'keep'],
    ['True', 'keep'],
    ['accepted', 'keep'],
    ['discard', 'discard'],
    ['revert (feature mismatch)', 'discard'],
    ['REVERTED:fails_at_high_demand', 'discard'],
    ['回滚', 'discard'],
    ['❌ SHELVED 2026-04-19', 'discard'],
    ['False', 'discard'],
    ['not kept', 'discard'],
    ['no improvement', 'discard'],
    ['crash', 'crash'],
    ['OOM', 'crash'],
    ['TIMEOUT', 'crash'],
    ['失败', 'crash'],
    ['baseline', 'baseline'],
    ['running', 'running'],
    ['in progress', 'running'],
    ['not started', 'planned'],
    ['queued', 'planned'],
    ['TIE', 'other'],
    ['n/a', 'other'],
    ['', 'other'],
    ['constructor', 'other'],
  ])('reads %j as %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status);
  });
});

describe('a status in many words', () => {
  it.each([
    [
      'keep',
      'NEW_BEST | kept_for_diversity | keep-candidate | marginal-keep | compile_clean_accept | smoke_ok | discard->keep | APPROVE | ✔️ | 👍 keep',
    ],
    ['keep', '採用 | 유지 | 采纳 | mantenido | übernommen | accepté | mantido | принято'],
    [
      'discard',
      'discard_wallclock | REVERT-NEEDED | confirmed-discard | keep -> discard | superseded | stale_recipe_v1 | worse | no gain | no_improvement',
    ],
    [
      'discard',
      'not better | did not improve | failed to improve | KILL | ❌ | 不保留 | 不採用 | 폐기 | verworfen | descartado | rejeté | отклонено',
    ],
    ['crash', 'failed_structural | correctness_fail | DIVERGED | interrupted | 💥 | 崩溃 | エラー | 실패 | abgestürzt | falló'],
    ['baseline', 'BASELINE | NAIVE_BASELINE | 基线（新评分体系：score=sharpe×(1+return%)） | ベースライン | CONTROL | línea base'],
    ['running', 'WIP | training | 进行中 | ⏳ | läuft'],
    ['planned', 'not run | not yet tested | reserved | TODO | 待 | 예정 | geplant'],
    [
      'other',
      'TIE | neutral | mixed | partial | inconclusive | near-miss | done | completed | iterate | no-op | INFO | no change | skipped | 完了 | curriculum_0.67',
    ],
  ] as const)('reads as %s: %s', (status, cells) => {
    const words = cells.split(' | ');
    expect(words.map((cell) => [cell, readStatus(cell)])).toEqual(words.map((cell) => [cell, status]));
  });

  it('takes 1 and 0 for flags in a column of flags only', () => {
    expect([readFlag('1'), readFlag('0'), readFlag('yes'), readStatus('1')]).toEqual(['keep', 'discard', 'keep', 'other']);
  });

  it('knows words that mean no status of ours, and what a slip was meant to be', () => {
    expect(['TIE', 'done', 'keep', '回滚'].every(isKnownStatus)).toBe(true);
    expect(['keeep', 'curriculum_0.67', 'xyz'].some(isKnownStatus)).toBe(false);
    expect([suggestStatus('keeep'), suggestStatus('discrad'), suggestStatus('curriculum_0.67')]).toEqual(['keep', 'discard', null]);
  });

  it('never throws, whatever a cell holds, and reads a long one in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        expect(statuses).toContain(readStatus(cell));
      }),
    );
    expectLinear((count) => 'not '.repeat(count), readStatus, 1_000_000);
  });
});
