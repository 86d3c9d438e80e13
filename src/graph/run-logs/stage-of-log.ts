import { canonicalActions } from '#schemas/canonical-actions.ts';
import type { RunLog } from '#schemas/run-log.ts';

/** The stages of an experiment, in the order of work. */
export const stageNames = ['design', 'scaffold', 'run', 'evaluate', 'summarise'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * Words of a log's name, in the order in which they are looked for: `scaffold-inspect` prepares an evaluation and is scaffolding, `run-inspect`
 * is one (Inspect evaluates models), `run-torchtune` and `run-experiment` run.
 */
const nameWords: readonly (readonly [StageName, RegExp])[] = [
  ['design', /^(?:design|plan)/],
  ['scaffold', /^(?:scaffold|setup|prepare)/],
  ['summarise', /^(?:summar|explor|analy[sz]|report)/],
  ['evaluate', /^(?:eval|inspect|score)/],
  ['run', /^(?:run|train|torchtune|finetun|execut|launch)/],
];

const actionWords: readonly (readonly [StageName, RegExp])[] = [
  ['design', /(?:^|_)(?:DESIGN|DECIDE|VERIFY|CALCULATE|ESTIMATE)(?:_|$)|^(?:SEARCH_PRIOR|EXTRACT_)/],
  ['scaffold', /SCAFFOLD|^(?:CREATE|GENERATE)_(?:RUN|EVAL|YAML|SLURM|SETUP)/],
  ['summarise', /SUMMAR|EXPLORE|ANALY[SZ]E_RESULT/],
  ['evaluate', /EVAL(?:_|$|UAT)|INSPECT|SCORE/],
  ['run', /(?:^|_)(?:TRAIN|TRAINING|RUN|FINETUNE|SUBMIT|EPOCH)(?:_|$)/],
];

/**
 * The stage that a run log tells of: by a word of its name, else by what most of its actions are about. Null where neither
 * says.
 */
export function stageOfLog({ name, events }: Pick<RunLog, 'name' | 'events'>): StageName | null {
  const words = name.toLowerCase().split(/[^a-z]+/);
  const named = nameWords.find(([, pattern]) => words.some((word) => pattern.test(word)));
  if (named !== undefined) return named[0];
  const counts = new Map<StageName, number>();
  for (const { action } of events) {
    const stage = stageOfAction(action);
    if (stage !== null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function stageOfAction(action: string): StageName | null {
  if (action !== 'COMPLETE' && canonicalActions.get('design-experiment')?.includes(action) === true) return 'design';
  if (['scaffold-torchtune', 'scaffold-inspect'].some((log) => canonicalActions.get(log)?.includes(action))) return 'scaffold';
  return actionWords.find(([, pattern]) => pattern.test(action))?.[0] ?? null;
}
