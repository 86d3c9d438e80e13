import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/bootstrap/test-counts.mjs';
import { createWorkspace } from '../../workspace.ts';

const report = (content: object): string => join(createWorkspace({ 'report.json': JSON.stringify(content) }), 'report.json');

test('the last line of npm test adds up what vitest reports', () => {
  const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(countVitest(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('a browser test that passed only when repeated counts as failed', () => {
  expect(countPlaywright(report({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } }), 0)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 0,
  });
});

test('a run that failed without a failed test counts one failure', () => {
  expect(countVitest(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  expect(countPlaywright('/no/such/report.json', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a report is counted once', () => {
  const file = report({ numPassedTests: 7 });
  countVitest(file, 0);
  expect(existsSync(file)).toBe(false);
});
