import type { DiagnosticClass } from '#diagnostics/diagnostic.ts';

/**
 * One code of the catalogue. `message` says what is wrong ("Unexpected X, expected Y"), `hint` what to do about it; both
 * are pure functions of the parameters, so that all texts of one code read alike.
 */
export interface CodeDescription<Parameters> {
  readonly class: DiagnosticClass;
  /** The rule in one sentence, for the guide and the health page. */
  readonly about: string;
  readonly message: (parameters: Parameters) => string;
  readonly hint: (parameters: Parameters) => string;
}

/** Keeps each code's parameter type. */
export function code<Parameters>(description: CodeDescription<Parameters>): CodeDescription<Parameters> {
  return description;
}

/** The hint of a name that is nearly right; `otherwise` where nothing is near. */
export function didYouMean(suggestion: string | null, otherwise: string): string {
  return suggestion === null ? otherwise : `Did you mean "${suggestion}"?`;
}

/** Items in a sentence. */
export function list(items: readonly string[]): string {
  return items.join(', ');
}

/** A passage of a file as part of a message: in quotes, and short. */
export function quoted(text: string): string {
  return `"${text.length > 100 ? `${text.slice(0, 99)}…` : text}"`;
}
