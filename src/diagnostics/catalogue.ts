import type { CodeDescription } from './codes/code.ts';
import { argumentMapsCodes } from './codes/argument-maps.ts';
import { claimsCodes } from './codes/claims.ts';
import { filesCodes } from './codes/files.ts';
import { frontmatterCodes } from './codes/frontmatter.ts';
import { journalsCodes } from './codes/journals.ts';
import { linksCodes } from './codes/links.ts';
import { logsCodes } from './codes/logs.ts';
import { machineCodes } from './codes/machine.ts';
import { policyCodes } from './codes/policy.ts';
import { publishingCodes } from './codes/publishing.ts';
import { queuesCodes } from './codes/queues.ts';
import { runLogsCodes } from './codes/run-logs.ts';
import { tablesCodes } from './codes/tables.ts';
import type { DiagnosticClass, Place, Problem } from './diagnostic.ts';

/** Every diagnostic code there is. A test runs one bad and one good example of each (`tests/unit/diagnostics`). */
export const catalogue = {
  ...machineCodes,
  ...publishingCodes,
  ...policyCodes,
  ...filesCodes,
  ...frontmatterCodes,
  ...linksCodes,
  ...journalsCodes,
  ...tablesCodes,
  ...runLogsCodes,
  ...logsCodes,
  ...claimsCodes,
  ...queuesCodes,
  ...argumentMapsCodes,
} as const;

export type DiagnosticCode = keyof typeof catalogue;

type ParametersOf<Code extends DiagnosticCode> = (typeof catalogue)[Code] extends CodeDescription<infer Parameters> ? Parameters : never;

/** The class of a code. @throws where it is not in the catalogue, which is a mistake in Priors */
export function classOf(diagnosticCode: string): DiagnosticClass {
  if (!isCode(diagnosticCode)) throw new Error(`The diagnostic code "${diagnosticCode}" is not in the catalogue`);
  return catalogue[diagnosticCode].class;
}

function isCode(diagnosticCode: string): diagnosticCode is DiagnosticCode {
  return Object.hasOwn(catalogue, diagnosticCode);
}

/** A problem with the texts of its code. */
export function problem<Code extends DiagnosticCode>(diagnosticCode: Code, place: Place, parameters: ParametersOf<Code>): Problem {
  // The catalogue's entry for this very code takes these very parameters, which TypeScript cannot see through the index.
  const description = catalogue[diagnosticCode] as unknown as CodeDescription<ParametersOf<Code>>;
  return { code: diagnosticCode, ...place, message: description.message(parameters), hint: description.hint(parameters) };
}
