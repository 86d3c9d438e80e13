import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { outcomes, type Outcome } from '#schemas/report.ts';

/** `good` and `bad` are settled, `caution` is settled without an answer, `open` is not settled. */
export type Tone = 'good' | 'bad' | 'caution' | 'open';

/** The state of an idea or report in a word. */
export interface State {
  readonly word: string;
  readonly tone: Tone;
}

/** States of ideas, in the order in which an index lists them: what is open first. */
export const ideaStates = ['running', 'proposed', 'supported', 'inconclusive', 'refuted', 'invalid', 'reported', 'abandoned'] as const;

const tones: Readonly<Record<Outcome, Tone>> = { supported: 'good', refuted: 'bad', inconclusive: 'caution', invalid: 'caution' };

/**
 * What has become of an entry; null for kinds that have no state.
 * An idea's state is derived, never typed: abandoned, or the outcome of its newest report, or running while an experiment names it.
 */
export function stateOf(entry: Entry, graph: KnowledgeGraph): State | null {
  if (entry.kind === 'report') return outcomeState(entry);
  if (entry.kind !== 'idea') return null;
  if (typeof entry.data['abandoned'] === 'string') return { word: 'abandoned', tone: 'caution' };
  const report = entriesAbout(entry.id, 'report', graph)[0];
  if (report !== undefined) return outcomeState(report) ?? { word: 'reported', tone: 'caution' };
  if (entriesAbout(entry.id, 'experiment', graph).length > 0) return { word: 'running', tone: 'open' };
  return { word: 'proposed', tone: 'open' };
}

/** Entries of a kind whose frontmatter names this idea, newest first. */
export function entriesAbout(id: EntryId, kind: Entry['kind'], graph: KnowledgeGraph): Entry[] {
  const found = new Map<EntryId, Entry>();
  for (const backlink of graph.backlinks.get(id) ?? []) {
    const from = graph.entriesById.get(backlink.from);
    if (backlink.relation === 'idea' && from?.kind === kind) found.set(from.id, from);
  }
  return [...found.values()].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id));
}

function outcomeState(report: Entry): State | null {
  const word = outcomes.find((outcome) => outcome === report.data['outcome']);
  return word === undefined ? null : { word, tone: tones[word] };
}
