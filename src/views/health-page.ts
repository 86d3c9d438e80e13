import type { Diagnostic, Severity } from '#diagnostics/diagnostic.ts';
import { reportJson } from '#diagnostics/report-json.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { FileRecord, SkippedFile } from '#schemas/workspace.ts';
import { counted } from './entry-row.ts';
import type { Href } from './href.ts';

/** Diagnostics of one code in one file. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly hint: string;
  readonly items: readonly { readonly line: number; readonly column: number; readonly message: string; readonly href: string | null }[];
  /** How many more there are than are listed. */
  readonly further: number;
}

export interface FileProblems {
  readonly path: string;
  /** The page that the file became; null where it became none. */
  readonly href: string | null;
  readonly count: number;
  readonly groups: readonly ProblemGroup[];
}

/** Every diagnostic of the workspace, and an account of every file. */
export interface HealthPage {
  readonly summary: string;
  readonly isClean: boolean;
  readonly files: readonly FileProblems[];
  /** How many files with problems are not listed; `api/health.json` has all. */
  readonly furtherFiles: number;
  readonly account: readonly {
    readonly kind: string;
    readonly files: number;
    readonly entries: number;
    readonly rows: number;
    readonly events: number;
  }[];
  readonly unaccounted: readonly { readonly path: string; readonly lines: string }[];
  readonly skipped: readonly SkippedFile[];
  readonly json: string;
}

const itemsPerGroup = 20;
const filesPerPage = 200;

export function healthPage(graph: KnowledgeGraph, diagnostics: readonly Diagnostic[], href: Href): HealthPage {
  const byPath = [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.path)];
  const pages = new Map(graph.entries.toReversed().map((entry) => [entry.path, href.entry(entry.id)]));
  for (const table of graph.content.tables) pages.set(table.path, href.table(table.id));
  return {
    summary: summaryOf(diagnostics, byPath.length),
    isClean: diagnostics.length === 0,
    files: byPath.slice(0, filesPerPage).map(([path, found]) => ({
      path,
      href: pages.get(path) ?? null,
      count: found.length,
      groups: [...Map.groupBy(found, (diagnostic) => diagnostic.code)].map(([code, same]) => problemGroup(code, same, href)),
    })),
    furtherFiles: Math.max(0, byPath.length - filesPerPage),
    account: accountOf(graph.content.files),
    unaccounted: graph.content.files
      .filter((file) => file.unaccounted.length > 0)
      .map((file) => ({ path: file.path, lines: lineRanges(file.unaccounted) })),
    skipped: graph.content.skipped,
    json: href.api('health'),
  };
}

/** `api/health.json`: what `check --format json` prints, byte for byte. */
export function healthJson(graph: KnowledgeGraph, diagnostics: readonly Diagnostic[]): string {
  return reportJson({ diagnostics, files: graph.content.files, skipped: graph.content.skipped });
}

function problemGroup(code: string, same: readonly Diagnostic[], href: Href): ProblemGroup {
  return {
    code,
    severity: same.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    hint: same[0]?.hint ?? '',
    items: same
      .slice(0, itemsPerGroup)
      .map(({ path, line, column, message }) => ({ line, column, message, href: href.source(path, line) })),
    further: Math.max(0, same.length - itemsPerGroup),
  };
}

function summaryOf(diagnostics: readonly Diagnostic[], files: number): string {
  if (diagnostics.length === 0) return 'Every file was read, and every link leads somewhere.';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error', 'errors')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning', 'warnings')] : []),
  ];
  return `${parts.join(' and ')} in ${counted(files, 'file', 'files')}.`;
}

function accountOf(files: readonly FileRecord[]): HealthPage['account'] {
  const sum = (members: readonly FileRecord[], key: 'entries' | 'rows' | 'events'): number =>
    members.reduce((total, file) => total + file[key], 0);
  return [...Map.groupBy(files, (file) => file.kind)]
    .map(([kind, members]) => ({
      kind,
      files: members.length,
      entries: sum(members, 'entries'),
      rows: sum(members, 'rows'),
      events: sum(members, 'events'),
    }))
    .sort((a, b) => b.files - a.files || a.kind.localeCompare(b.kind, 'en'));
}

/** `3–5, 9` for 3, 4, 5, 9. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
