import { describe, expect, it } from 'vitest';
import { readStatus } from '#graph/status.ts';

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
