import type { KnowledgeGraph, Run } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { joined, type Phrase } from './judged/phrase.ts';
import type { JudgedFact } from './judged/table-facts.ts';

/** More entries than this are in the list of who links here. */
const mostNamed = 5;

/** The commit of a run, the reports that rest on it, and the ideas that these are about. */
export function runSources(run: Run, graph: KnowledgeGraph, href: Href): JudgedFact[] {
  const citing = new Set((graph.backlinks.get(run.id) ?? []).map(({ from }) => from));
  const entries = [...citing].flatMap((id) => graph.entriesById.get(id) ?? []);
  const reports = entries.filter(({ kind }) => kind === 'report');
  const ideas = new Set([
    ...entries.filter(({ kind }) => kind === 'idea').map(({ id }) => id),
    ...reports.flatMap(({ id }) => ideasOf(id, graph)),
  ]);
  return [
    ...entryFact(
      'Idea',
      'Ideas',
      [...ideas].flatMap((id) => graph.entriesById.get(id) ?? []),
      href,
    ),
    ...entryFact('Report', 'Reports', reports, href),
    ...commitFact(run, href),
  ];
}

function ideasOf(report: EntryId, graph: KnowledgeGraph): EntryId[] {
  return (graph.links.get(report) ?? []).flatMap(({ relation, destination }) =>
    relation === 'idea' && destination.to === 'entry' ? [destination.id] : [],
  );
}

function entryFact(one: string, several: string, entries: readonly Entry[], href: Href): JudgedFact[] {
  if (entries.length === 0) return [];
  const named = entries.slice(0, mostNamed).map(({ id, title }): Phrase => [{ text: title, href: href.entry(id) }]);
  return [{ name: entries.length === 1 ? one : several, value: joined(named, ' · ') }];
}

/** Names such as `baseline` or `HEAD` lead nowhere, and are a cell like any other. */
function commitFact({ commit }: Run, href: Href): JudgedFact[] {
  const address = commit !== null && /^[0-9a-f]{7,40}$/i.test(commit) ? href.commit(commit) : null;
  return commit === null || address === null ? [] : [{ name: 'Commit', value: [{ text: commit, href: address }] }];
}
