import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { ideaState, type IdeaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Entry } from '#schemas/entry.ts';
import { outcomes, type Outcome } from '#schemas/report.ts';

/** `good` and `bad` are settled, `caution` is settled without an answer, `open` is not settled. */
export type Tone = 'good' | 'bad' | 'caution' | 'open';

/** The state of an idea or report in a word. */
export interface State {
  readonly word: string;
  readonly tone: Tone;
}

const tones: Readonly<Record<Outcome, Tone>> = { supported: 'good', refuted: 'bad', inconclusive: 'caution', invalid: 'caution' };
const ideaTones: Readonly<Record<IdeaState, Tone>> = {
  ...tones,
  running: 'open',
  queued: 'open',
  proposed: 'open',
  merged: 'good',
  reported: 'caution',
  abandoned: 'caution',
};

/** What has become of an entry; null for kinds that have no state. That of an idea is derived (`graph/lineage/idea-state.ts`). */
export function stateOf(entry: Entry, graph: KnowledgeGraph): State | null {
  if (entry.kind === 'report') return outcomeState(entry);
  const lineage = entry.kind === 'idea' ? lineagesOf(graph).of(entry.id) : null;
  return lineage === null ? null : ideaStateShown(lineage, graph);
}

/** The state of an idea as pages show it. */
export function ideaStateShown(lineage: Lineage, graph: KnowledgeGraph): State {
  const { state } = ideaState(lineage, graph);
  return { word: state, tone: ideaTones[state] };
}

function outcomeState(report: Entry): State | null {
  const word = outcomes.find((outcome) => outcome === report.data['outcome']);
  return word === undefined ? null : { word, tone: tones[word] };
}
