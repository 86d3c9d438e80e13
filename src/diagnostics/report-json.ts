import type { Diagnostic } from './diagnostic.ts';
import { summarize, type FileAccount, type Report, type Summary } from './report.ts';

/** The JSON of `check --format json` and of `api/health.json` (contract "Commands"). */
export interface ReportDocument {
  readonly schema: 1;
  readonly summary: Summary;
  readonly diagnostics: readonly Pick<Diagnostic, 'code' | 'severity' | 'path' | 'line' | 'column' | 'message' | 'hint'>[];
  readonly files: readonly FileAccount[];
  readonly skipped: Report['skipped'];
}

/** All diagnostics, none capped, in exactly the shape of the contract. */
function reportDocument({ diagnostics, files, skipped }: Report): ReportDocument {
  return {
    schema: 1,
    summary: summarize(diagnostics),
    diagnostics: diagnostics.map(({ code, severity, path, line, column, message, hint }) => ({
      code,
      severity,
      path,
      line,
      column,
      message,
      hint,
    })),
    files: files.map(({ path, kind, entries, rows, events, unaccounted }) => ({ path, kind, entries, rows, events, unaccounted })),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
  };
}

/** The document as text, with a newline at its end. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(reportDocument(report), null, 2)}\n`;
}
