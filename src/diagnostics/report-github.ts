import { summaryLine, type Report } from './report.ts';
import type { Diagnostic } from './diagnostic.ts';
import { visible } from './visible-text.ts';

export interface GithubOptions {
  /** The workspace's folder within the repository (`content`), so that annotations land on the repository's files; empty at its root. */
  readonly folder: string;
}

/** Workflow commands of GitHub Actions: each diagnostic is an annotation at its line; the summary follows as plain text. */
export function reportGithub(report: Report, { folder }: GithubOptions): string {
  return [...report.diagnostics.map((diagnostic) => annotation(diagnostic, folder)), summaryLine(report), ''].join('\n');
}

function annotation({ severity, path, line, column, endColumn, code, message, hint }: Diagnostic, folder: string): string {
  const file = folder === '' ? path : `${folder}/${path}`;
  const properties = [
    `file=${escapeProperty(visible(file))}`,
    `line=${line}`,
    `col=${column}`,
    ...(endColumn === undefined ? [] : [`endColumn=${endColumn}`]),
    `title=${escapeProperty(code)}`,
  ];
  return `::${severity} ${properties.join(',')}::${escapeData(`${visible(message)}\n${visible(hint)}`)}`;
}

/** A message ends at the line's end; `%` introduces an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Within properties `:` and `,` divide as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
