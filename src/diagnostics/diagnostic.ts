/** How bad a diagnostic is in the workspace it was found in. */
export type Severity = 'error' | 'warning';

/**
 * What sort of trouble a code stands for; it decides the severity:
 * - `broken`: cannot be read or leads nowhere. An error in a strict workspace, a warning in any other.
 * - `policy`: breaks the workspace's file policy. Always an error.
 * - `advice`: readable, but could be better. Always a warning.
 * - `machine`: the workspace or the output cannot be used at all. Always an error.
 */
export type DiagnosticClass = 'broken' | 'policy' | 'advice' | 'machine';

/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units. */
export interface Place {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The column behind the offending text, on the same line; absent where only a point is known. */
  readonly endColumn?: number;
}

/** A problem as parsers and rules find it: its severity depends on the workspace and is added later. */
export interface Problem extends Place {
  /** A code of the catalogue (`catalogue.ts`). */
  readonly code: string;
  /** What is wrong: "Unexpected X, expected Y". One sentence, no trailing advice. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Other files that its texts name: it is published only where they are. What rules and links name is found among published things anyway. */
  readonly names?: readonly string[];
}

/** A problem with its severity: what reporters print and `api/health.json` holds. */
export interface Diagnostic extends Problem {
  readonly severity: Severity;
}

/**
 * The severity of a class of problems (contract "Severity").
 *
 * @param strict whether the workspace's `program.md` says `strict: true`
 */
export function severityOf(diagnosticClass: DiagnosticClass, strict: boolean): Severity {
  switch (diagnosticClass) {
    case 'broken':
      return strict ? 'error' : 'warning';
    case 'policy':
    case 'machine':
      return 'error';
    case 'advice':
      return 'warning';
  }
}

/** Orders by path, then line, column and code, so that reports are the same on every machine. */
export function comparePlaces(a: Problem, b: Problem): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
