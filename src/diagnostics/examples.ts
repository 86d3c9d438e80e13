import type { DiagnosticCode } from './catalogue.ts';
import { argumentMapsExamples } from './examples/argument-maps.ts';
import { claimsExamples } from './examples/claims.ts';
import type { Circumstance, Example } from './examples/example.ts';
import { filesExamples } from './examples/files.ts';
import { frontmatterExamples } from './examples/frontmatter.ts';
import { journalsExamples } from './examples/journals.ts';
import { linksExamples } from './examples/links.ts';
import { logsExamples } from './examples/logs.ts';
import { machineExamples } from './examples/machine.ts';
import { policyExamples } from './examples/policy.ts';
import { publishingExamples } from './examples/publishing.ts';
import { queuesExamples } from './examples/queues.ts';
import { runLogsExamples } from './examples/run-logs.ts';
import { tablesExamples } from './examples/tables.ts';

export type { Circumstance, Example, ExampleWorkspace } from './examples/example.ts';

/** One bad and one good example of each code: for the guide, and for the test that runs them all. */
export const examples: Readonly<Record<DiagnosticCode, Example | Circumstance>> = {
  ...machineExamples,
  ...publishingExamples,
  ...policyExamples,
  ...filesExamples,
  ...frontmatterExamples,
  ...linksExamples,
  ...journalsExamples,
  ...tablesExamples,
  ...runLogsExamples,
  ...logsExamples,
  ...claimsExamples,
  ...queuesExamples,
  ...argumentMapsExamples,
};
