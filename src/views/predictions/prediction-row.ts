import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { ObservedEffect } from '#graph/predictions/observed-effect.ts';
import { predictionsOf, type PredictionRecord } from '#graph/predictions/predictions.ts';
import type { EntryId } from '#schemas/entry.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import type { Tone } from '#views/entries/entry-state.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { jobTitle } from '#views/jobs-page.ts';
import { runLink, runLinks } from '#views/results/judged/run-links.ts';
import { phrase, type Phrase } from '#views/results/judged/phrase.ts';
import { expectedText, observedText } from './effect-text.ts';

/** An expectation and what became of it, as a table shows it. */
export interface PredictionRow {
  readonly title: string;
  readonly href: string;
  readonly sort: 'idea' | 'job';
  /** As read, else as written. */
  readonly expected: string;
  readonly metric: string | null;
  /** The day of the commit in which it first stood, and where that is. */
  readonly since: { readonly date: ShownDate; readonly commit: string; readonly href: string | null } | null;
  /** What the file says today, where that is something else; empty where it says nothing any more. */
  readonly today: string | null;
  readonly observed: string | null;
  /** What the observed change is of. */
  readonly restsOn: Phrase;
  readonly verdict: { readonly word: string; readonly tone: Tone };
  /** Why it is open or cannot be checked. */
  readonly reason: string;
}

const mostRuns = 6;

/** The prediction of an idea, and those of its jobs. */
export function ideaPredictions(id: EntryId, graph: KnowledgeGraph, href: Href): PredictionRow[] {
  return predictionsOf(graph).flatMap((record) => (record.idea?.id === id ? (predictionRow(record, graph, href) ?? []) : []));
}

/** Null for one that is of nothing. */
export function predictionRow(record: PredictionRecord, graph: KnowledgeGraph, href: Href): PredictionRow | null {
  const { idea, job, effect, observed, since } = record;
  const isRelative = effect?.says === 'amount' && effect.isRelative;
  const what = job === null ? idea : null;
  if (what === null && job === null) return null;
  return {
    title: what === null ? (job === null ? '' : `Job ${job.number}: ${jobTitle(job)}`) : what.title,
    href: what === null ? (job === null ? '' : href.job(job.id)) : href.entry(what.id),
    sort: job === null ? 'idea' : 'job',
    expected: effect === null ? record.written : expectedText(effect),
    metric: observed?.metric ?? null,
    since: since === null ? null : { date: shortDate(since.date), commit: since.commit.slice(0, 7), href: href.commit(since.commit) },
    today: record.today,
    observed: observed === null ? null : observedText(observed, isRelative),
    restsOn: observed === null ? [] : restsOn(observed, graph, href),
    verdict: verdictOf(record),
    reason: record.reason,
  };
}

function restsOn({ runs, against, reference }: ObservedEffect, graph: KnowledgeGraph, href: Href): Phrase {
  const own = runLinks(runs, graph, href, mostRuns);
  const mean = runs.length === 1 ? own : phrase`mean of ${counted(runs.length, 'run', 'runs')} (${own})`;
  const other = runLink(against, graph, href);
  switch (reference.of) {
    case 'one run':
      return phrase`${mean} against ${other}`;
    case 'replicates':
      return phrase`${mean} against the mean of ${counted(reference.n, 'replicate', 'replicates')} of ${other}`;
    case 'baselines':
      return phrase`${mean} against the mean of the ${counted(reference.n, 'baseline', 'baselines')} like ${other}`;
  }
}

function verdictOf({ state, inDirection, inRange }: PredictionRecord): PredictionRow['verdict'] {
  switch (state) {
    case 'open':
      return { word: 'open', tone: 'open' };
    case 'not checkable':
      return { word: 'not checkable', tone: 'caution' };
    case 'checked':
      if (inRange === true) return { word: 'in range', tone: 'good' };
      if (inDirection === false) return { word: 'other direction', tone: 'bad' };
      if (inRange === false)
        return { word: inDirection === true ? 'right direction, outside the range' : 'outside the range', tone: 'caution' };
      return { word: inDirection === true ? 'right direction' : 'checked', tone: inDirection === true ? 'good' : 'caution' };
  }
}
