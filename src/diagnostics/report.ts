import type { Diagnostic } from './diagnostic.ts';

/** The account of one input file, as `schemas/workspace.ts` has it. */
export interface FileAccount {
  readonly path: string;
  readonly kind: string;
  readonly entries: number;
  readonly rows: number;
  readonly events: number;
  readonly unaccounted: readonly number[];
}

/** What reporters print: all diagnostics of a workspace, sorted, and the files they were looked for in. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly FileAccount[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
}

export function summarize(diagnostics: readonly Diagnostic[]): Summary {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** "2 errors, 5 warnings in 14 files"; of a clean workspace "No problems in 14 files (9 entries, 120 runs).", with the events of run logs if there are any. */
export function summaryLine({ diagnostics, files }: Report): string {
  const { errors, warnings } = summarize(diagnostics);
  const place = `in ${count(files.length, 'file')}`;
  if (diagnostics.length > 0) return `${count(errors, 'error')}, ${count(warnings, 'warning')} ${place}`;
  const total = (of: 'entries' | 'rows' | 'events'): number => files.reduce((sum, file) => sum + file[of], 0);
  const events = total('events') === 0 ? '' : `, ${count(total('events'), 'event')}`;
  return `No problems ${place} (${count(total('entries'), 'entry', 'entries')}, ${count(total('rows'), 'run')}${events}).`;
}

/** "3 paths were skipped: …", so that a report without problems does not look as if everything had been read; null where nothing was. */
export function skippedLine({ skipped }: Report): string | null {
  if (skipped.length === 0) return null;
  return `${skipped.length === 1 ? '1 path was' : `${skipped.length} paths were`} skipped; the health page and "priors check --format json" say why.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
