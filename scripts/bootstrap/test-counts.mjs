// How many tests passed, from the reports of the test runners.
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** Counts in a report of vitest. A run that failed counts at least one failure, whatever its report says. The report is removed. */
export function countVitest(file, exitCode) {
  const report = takeReport(file);
  return atLeastOneFailure(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/** Counts in a report of Playwright, likewise; a test that passed only when repeated is a failure. */
export function countPlaywright(file, exitCode) {
  const stats = takeReport(file)?.stats;
  return atLeastOneFailure(exitCode, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

export function addCounts(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function atLeastOneFailure(exitCode, counts) {
  return exitCode === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

function takeReport(file) {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return report;
}
