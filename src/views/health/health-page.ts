import type { Diagnostic, Severity } from '#diagnostics/diagnostic.ts';
import { reportJson } from '#diagnostics/report-json.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import { cutHistory, type CutHistory } from './cut-history.ts';
import { filePages } from './file-pages.ts';
import { healthAccount, type HealthAccount } from './health-account.ts';
import type { Href } from '#views/href.ts';

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

/** How much of the workspace was read and is not published: all that a site says of it. */
export interface Withheld {
  readonly files: number;
  readonly problems: number;
}

const nothingWithheld: Withheld = { files: 0, problems: 0 };

/** Every diagnostic of the workspace, and an account of every file. */
export interface HealthPage {
  readonly summary: string;
  /** "3 files and 2 problems are not published."; null where nothing is withheld. */
  readonly withheld: string | null;
  /** Null where the history of the repository is whole, or there is none. */
  readonly cutHistory: CutHistory | null;
  readonly isClean: boolean;
  readonly files: readonly FileProblems[];
  /** How many files with problems are not listed; `api/health.json` has all. */
  readonly furtherFiles: number;
  readonly account: HealthAccount;
  readonly json: string;
}

const itemsPerGroup = 20;
const filesPerPage = 200;

/** @param graph of what is published, as are the diagnostics */
export function healthPage(
  graph: KnowledgeGraph,
  diagnostics: readonly Diagnostic[],
  href: Href,
  withheld: Withheld = nothingWithheld,
): HealthPage {
  const byPath = [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.path)];
  const pages = filePages(graph, href);
  return {
    summary: summaryOf(diagnostics, byPath.length),
    withheld: withheldText(withheld),
    cutHistory: cutHistory(graph.content.history),
    isClean: diagnostics.length === 0,
    files: byPath.slice(0, filesPerPage).map(([path, found]) => ({
      path,
      href: pages.get(path) ?? null,
      count: found.length,
      groups: [...Map.groupBy(found, (diagnostic) => diagnostic.code)].map(([code, same]) => problemGroup(code, same, href)),
    })),
    furtherFiles: Math.max(0, byPath.length - filesPerPage),
    account: healthAccount(graph, diagnostics, pages, href),
    json: href.api('health'),
  };
}

/** `api/health.json`: what `check --format json` prints, byte for byte; without what is not published, of which it has the number. */
export function healthJson(graph: KnowledgeGraph, diagnostics: readonly Diagnostic[], withheld: Withheld = nothingWithheld): string {
  const { files, skipped, assets } = graph.content;
  return reportJson({ diagnostics, files, skipped, assets, ...(withheldText(withheld) === null ? {} : { withheld }) });
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

function withheldText({ files, problems }: Withheld): string | null {
  const parts = [
    ...(files > 0 ? [counted(files, 'file', 'files')] : []),
    ...(problems > 0 ? [counted(problems, 'problem', 'problems')] : []),
  ];
  if (parts.length === 0) return null;
  return `${parts.join(' and ')} ${files + problems === 1 ? 'is' : 'are'} not published; “priors check” shows everything.`;
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
