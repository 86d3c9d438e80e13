import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { gapsOf } from '#graph/lineage/gaps.ts';
import { ideaState, ideaStates, type IdeaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import { predictionsOf, type PredictionRecord } from '#graph/predictions/predictions.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { daysBetween } from '#graph/days-between.ts';
import { ageText } from '#views/age-text.ts';
import { capitalized, counted, entryRow, type EntryRow } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { earlierIdeas, type EarlierIdea } from './earlier-ideas.ts';
import { hasPredictions } from '#views/predictions/calibration-page.ts';
import { expectedText, observedText } from '#views/predictions/effect-text.ts';
import { timelineSlice } from '#views/timeline-page.ts';

/** An idea on the board. */
export interface BoardIdea {
  readonly row: EntryRow;
  /** What its state follows from. */
  readonly because: string;
  /** `7/10`. */
  readonly rating: string | null;
  readonly expected: string | null;
  readonly observed: string | null;
  /** `12 days`, counted to the day that ages count from. */
  readonly age: string | null;
  /** How many runs, reports and journal entries there are. */
  readonly evidence: string;
  readonly earlier: readonly EarlierIdea[];
}

export interface BoardGroup {
  readonly state: IdeaState;
  readonly title: string;
  readonly count: number;
  readonly ideas: readonly BoardIdea[];
  /** Where the ideas are that are not shown; null where all are. */
  readonly more: string | null;
}

/** All ideas by derived state. */
export interface IdeasBoard {
  readonly about: string;
  readonly count: string;
  /** Each state that there is, leading to its group. */
  readonly states: readonly { readonly title: string; readonly count: number; readonly anchor: string }[];
  /** What the seed says of so many open ideas. */
  readonly advice: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly groups: readonly BoardGroup[];
}

const mostInGroup = 100;
/** With fewer open ideas than these the loop ideates, else it implements (seed `research-program.md`, "Agent Algorithm"). */
const enoughOpenIdeas = 30;
const openStates: ReadonlySet<IdeaState> = new Set(['proposed', 'queued', 'running']);

/** Within a state the best rated stand first, then the newest. */
export function ideasBoard(graph: KnowledgeGraph, href: Href): IdeasBoard {
  const lineages = lineagesOf(graph).all;
  const predictions = new Map(
    predictionsOf(graph).flatMap((record) => (record.idea === null || record.job !== null ? [] : [[record.idea.id, record]])),
  );
  const byState = Map.groupBy(lineages, (lineage) => ideaState(lineage, graph).state);
  const groups = ideaStates.flatMap((state): BoardGroup[] => {
    const members = (byState.get(state) ?? []).toSorted((a, b) => (ratingOf(b.idea) ?? 0) - (ratingOf(a.idea) ?? 0));
    if (members.length === 0) return [];
    return [
      {
        state,
        title: capitalized(state),
        count: members.length,
        ideas: members.slice(0, mostInGroup).map((lineage) => boardIdea(lineage, graph, href, predictions)),
        more: members.length > mostInGroup ? href.timeline(timelineSlice('idea', null)) : null,
      },
    ];
  });
  const open = groups.reduce((sum, { state, count }) => sum + (openStates.has(state) ? count : 0), 0);
  const gaps = gapsOf(graph).length;
  return {
    about: kindDescriptions.idea.about,
    count: counted(lineages.length, 'idea', 'ideas'),
    states: groups.map(({ state, title, count }) => ({ title, count, anchor: state })),
    advice: `${counted(open, 'idea is', 'ideas are')} open: ${open < enoughOpenIdeas ? `fewer than ${enoughOpenIdeas}, with which the research loop looks for more` : 'enough to pick the best and test it'}.`,
    links: [
      ...(hasPredictions(graph) ? [{ text: 'Expected against observed', href: href.calibration() }] : []),
      ...(gaps > 0 ? [{ text: counted(gaps, 'gap', 'gaps'), href: href.gaps() }] : []),
    ],
    groups,
  };
}

function boardIdea(lineage: Lineage, graph: KnowledgeGraph, href: Href, predictions: ReadonlyMap<EntryId, PredictionRecord>): BoardIdea {
  const { idea, runs, reports, journal } = lineage;
  const rating = ratingOf(idea);
  const age = daysBetween(idea.date, graph.content.asOf);
  const record = predictions.get(idea.id) ?? null;
  const isRelative = record?.effect?.says === 'amount' && record.effect.isRelative;
  const observed = record?.observed ?? null;
  return {
    // Under a state's heading the row need not repeat it.
    row: { ...entryRow(idea, graph, href), state: null },
    because: ideaState(lineage, graph).because,
    rating: rating === null ? null : `${rating}/10`,
    expected: record === null ? null : record.effect === null ? record.written : expectedText(record.effect),
    observed: observed === null ? null : `${observedText(observed, isRelative)} ${observed.metric}`,
    age: age === null ? null : ageText(age),
    evidence: [
      ...(runs.length === 0 ? [] : [counted(runs.length, 'run', 'runs')]),
      ...(reports.length === 0 ? [] : [counted(reports.length, 'report', 'reports')]),
      ...(journal.length === 0 ? [] : [counted(journal.length, 'journal or log entry', 'journal or log entries')]),
    ].join(', '),
    earlier: earlierIdeas(idea.id, graph, href),
  };
}

/** The reviewer's rating, 1 to 10; null where there is none. */
export function ratingOf({ data }: Entry): number | null {
  const rating = Object.hasOwn(data, 'rating') ? data['rating'] : undefined;
  return typeof rating === 'number' ? rating : null;
}
