import { parse } from 'yaml';
import { z } from 'zod';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({});

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: values,
  env: values,
  run: z.string().optional(),
});

const concurrency = z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() });

const job = z.strictObject({
  if: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.int(),
  concurrency: concurrency.optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])),
  steps: z.array(step),
});

const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  env: values,
  permissions: z.record(z.string(), z.string()),
  concurrency: concurrency.optional(),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.literal('bash') }) }),
  jobs: z.record(z.string(), job),
});

export type Workflow = z.infer<typeof workflow>;
export type Job = z.infer<typeof job>;
export type Step = z.infer<typeof step>;

/** A workflow file as ours are written: a key that the tests do not know how to carry out is refused. */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}
