import type { Diagnostic } from './diagnostic.ts';
import { summarize, type FileAccount, type Report, type Summary } from './report.ts';

/** The JSON of `check --format json` and of `api/health.json` (contract "Commands"). */
export interface ReportDocument {
  readonly schema: 1;
  readonly summary: Summary;
  readonly diagnostics: readonly Pick<Diagnostic, 'code' | 'severity' | 'path' | 'line' | 'column' | 'message' | 'hint'>[];
  readonly files: readonly (FileAccount & { readonly diagnostics: number })[];
  readonly skipped: Report['skipped'];
  readonly assets: readonly string[];
  /** Only in a published report of a workspace that keeps something private: how much of it is left out. */
  readonly withheld?: FullReport['withheld'];
}

/** A report with the files that were not looked into, so that every file of the workspace is in it. */
export interface FullReport extends Report {
  readonly assets: readonly string[];
  readonly withheld?: { readonly files: number; readonly problems: number };
}

/** All diagnostics, none capped, in the shape of the contract with what docs/decisions/0012 adds to it. */
function reportDocument({ diagnostics, files, skipped, assets, withheld }: FullReport): ReportDocument {
  const counts = new Map<string, number>();
  for (const { path } of diagnostics) counts.set(path, (counts.get(path) ?? 0) + 1);
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
    files: files.map(({ path, kind, entries, rows, events, unaccounted }) => ({
      path,
      kind,
      entries,
      rows,
      events,
      diagnostics: counts.get(path) ?? 0,
      unaccounted,
    })),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    assets,
    ...(withheld === undefined ? {} : { withheld }),
  };
}

/** The document as text, with a newline at its end. */
export function reportJson(report: FullReport): string {
  return `${JSON.stringify(reportDocument(report), null, 2)}\n`;
}
