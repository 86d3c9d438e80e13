import type { ExperimentStage } from '#graph/run-logs/experiment-stages.ts';
import { experimentStages } from '#graph/run-logs/experiment-stages.ts';
import type { StageName } from '#graph/run-logs/stage-of-log.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { State } from '#views/entries/entry-state.ts';

const titles: Readonly<Record<StageName, string>> = {
  design: 'Design',
  scaffold: 'Scaffold',
  run: 'Run',
  evaluate: 'Evaluate',
  summarise: 'Summarise',
};

export function stageTitle(name: StageName | null): string {
  return name === null ? 'Other logs' : titles[name];
}

/** How a stage stands, in a word. */
export const stageStates: Readonly<Record<ExperimentStage['state'], State>> = {
  done: { word: 'done', tone: 'good' },
  failed: { word: 'failed', tone: 'bad' },
  unfinished: { word: 'unfinished', tone: 'caution' },
  missing: { word: 'no log', tone: 'open' },
};

/** `design done · run unfinished, 2 events report failures · no log of scaffold, evaluate, summarise`; null where no log belongs to a stage. */
export function stagesInShort(logs: readonly RunLog[]): string | null {
  const stages = experimentStages(logs).filter(({ name }) => name !== null);
  if (stages.length === 0) return null;
  const there = stages.filter(({ state }) => state !== 'missing');
  const missing = stages.filter(({ state }) => state === 'missing').map(({ name }) => name);
  return [...there.map(shortText), ...(missing.length === 0 ? [] : [`no log of ${missing.join(', ')}`])].join(' · ');
}

function shortText({ name, state, failures }: ExperimentStage): string {
  const failed = failures.length === 0 ? '' : `, ${counted(failures.length, 'event reports', 'events report')} failure`;
  return `${name ?? ''} ${stageStates[state].word}${failed}`;
}
