import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Joined } from '#graph/lineage/grounds.ts';
import { ideaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { Job } from '#schemas/queue.ts';
import { shortDate } from '#views/date-text.ts';
import { ideaStateShown, stateOf, type State } from '#views/entries/entry-state.ts';
import type { Href } from '#views/href.ts';
import { jobTitle } from '#views/jobs-page.ts';
import { citedRun } from '#views/results/cited-run.ts';
import { runAddress } from '#views/results/run-address.ts';
import { shortened } from '#views/shortened.ts';

/** One thing of a stage. */
export interface StripItem {
  readonly text: string;
  /** Null where there is nothing to lead to, and on the page of the thing itself. */
  readonly href: string | null;
  readonly isHere: boolean;
  readonly state: State | null;
}

/** Things of a stage that were joined on the same grounds. */
export interface StripGroup {
  readonly items: readonly StripItem[];
  /** How many more there are of them; empty where all are shown. */
  readonly more: string;
  /** What the join rests on; empty for the idea itself. */
  readonly evidence: string;
}

export interface StripStage {
  readonly name: string;
  readonly groups: readonly StripGroup[];
  /** What is said where there is nothing. */
  readonly missing: string;
}

/** The way of one idea: idea → branch → runs → report → journal → commit (formats.md, "Lineage"). */
export interface LineageStrip {
  readonly idea: EntryId;
  readonly state: State;
  /** What the state follows from. */
  readonly because: string;
  readonly stages: readonly StripStage[];
}

export interface LineageStrips {
  readonly strips: readonly LineageStrip[];
  /** Further ideas that the page belongs to. */
  readonly others: readonly { readonly text: string; readonly href: string }[];
}

/** A page that belongs to more ideas shows the way of the first ones and names the others. */
const mostStrips = 2;
const mostOthers = 20;
const mostGroups = 4;
const mostItems = 6;
const longestTitle = 90;

/** The way of each idea that an entry or a run belongs to. */
export function lineageStrips(id: EntryId | RunId, graph: KnowledgeGraph, href: Href): LineageStrips {
  // An idea that nothing rests on has no way yet.
  const around = lineagesOf(graph)
    .around(id)
    .filter((lineage) => lineage.idea.id !== id || hasWay(lineage));
  return {
    strips: around.slice(0, mostStrips).map((lineage) => strip(lineage, id, graph, href)),
    others: around.slice(mostStrips, mostStrips + mostOthers).map(({ idea }) => ({ text: idea.title, href: href.entry(idea.id) })),
  };
}

function hasWay({ branches, commits, jobs, runs, reports, experiments, journal }: Lineage): boolean {
  return [branches, commits, jobs, runs, reports, experiments, journal].some(({ length }) => length > 0);
}

function strip(lineage: Lineage, here: EntryId | RunId, graph: KnowledgeGraph, href: Href): LineageStrip {
  const { idea, jobs, runs, reports, experiments, journal } = lineage;
  const { because } = ideaState(lineage, graph);
  const entryItem = (entry: Entry, isDated: boolean): StripItem => ({
    text: `${isDated && entry.date !== null ? `${shortDate(entry.date).text}: ` : ''}${shortened(entry.title, longestTitle)}`,
    href: entry.id === here ? null : href.entry(entry.id),
    isHere: entry.id === here,
    state: entry.kind === 'report' ? stateOf(entry, graph) : null,
  });
  const runItem = (id: RunId): StripItem => ({
    text: citedRun(id, id, graph),
    href: id === here ? null : runAddress(graph, href, id),
    isHere: id === here,
    state: null,
  });
  const jobItem = (job: Job): StripItem => ({
    text: `job ${job.number}: ${shortened(jobTitle(job), longestTitle)}`,
    href: href.job(job.id),
    isHere: false,
    state: { word: job.state, tone: 'open' },
  });
  const stages: (StripStage & { readonly isOptional?: boolean })[] = [
    { name: 'Idea', groups: [{ items: [entryItem(idea, false)], more: '', evidence: '' }], missing: '' },
    { name: 'Branch', groups: branchGroups(lineage), missing: graph.content.history === null ? 'unknown outside git' : 'no branch' },
    { name: 'Jobs', groups: grouped(jobs, here, jobItem), missing: '', isOptional: true },
    { name: 'Experiments', groups: grouped(experiments, here, (entry) => entryItem(entry, false)), missing: '', isOptional: true },
    { name: 'Runs', groups: grouped(runs, here, runItem), missing: 'no run yet' },
    { name: 'Report', groups: grouped(reports, here, (entry) => entryItem(entry, true)), missing: 'no report yet' },
    { name: 'Journal', groups: grouped(journal, here, (entry) => entryItem(entry, true)), missing: 'nowhere in a journal or log' },
    {
      name: 'Commit',
      groups: commitGroups(lineage, graph, href),
      missing: graph.content.history === null ? 'unknown outside git' : 'no commit',
    },
  ];
  return {
    idea: idea.id,
    state: ideaStateShown(lineage, graph),
    because,
    stages: stages.filter(({ isOptional, groups }) => isOptional !== true || groups.length > 0),
  };
}

/** What was joined on the same grounds stands together; the thing whose page it is comes first. */
function grouped<To extends Entry | Job | RunId>(
  joined: readonly Joined<To>[],
  here: EntryId | RunId,
  itemOf: (to: To) => StripItem,
): StripGroup[] {
  const isHere = ({ to }: Joined<To>): boolean => (typeof to === 'string' ? to : to.id) === here;
  const groups = [...byGrounds(joined)].map(([evidence, members]) => ({ evidence, members, own: members.find(isHere) }));
  const ordered = groups.toSorted((a, b) => Number(b.own !== undefined) - Number(a.own !== undefined));
  const shown = ordered.slice(0, mostGroups).map(({ evidence, members, own }): StripGroup => {
    const others = members.slice(0, mostItems).filter((member) => member !== own);
    const named = own === undefined ? others : [own, ...others.slice(0, mostItems - 1)];
    return { items: named.map(({ to }) => itemOf(to)), more: moreText(members.length - named.length), evidence };
  });
  const left = ordered.slice(mostGroups).reduce((sum, { members }) => sum + members.length, 0);
  return left === 0 ? shown : [...shown, { items: [], more: moreText(left), evidence: 'on other grounds' }];
}

function moreText(count: number): string {
  return count === 0 ? '' : `and ${count.toLocaleString('en-US')} more`;
}

type AnyJoined = readonly Joined<Entry | Job | RunId>[];
const grounds = new WeakMap<AnyJoined, ReadonlyMap<string, AnyJoined>>();

/** Made once for an idea: each of its runs may have a page. */
function byGrounds<To extends Entry | Job | RunId>(joined: readonly Joined<To>[]): ReadonlyMap<string, readonly Joined<To>[]> {
  // What is known of these joins was made from them, so that it holds things of their sort.
  const known = grounds.get(joined) as ReadonlyMap<string, readonly Joined<To>[]> | undefined;
  const made = known ?? Map.groupBy(joined, ({ evidence }) => evidence.map(({ words }) => words).join('; '));
  grounds.set(joined, made);
  return made;
}

function branchGroups({ branches }: Lineage): StripGroup[] {
  const items = branches.map(({ name, isMerged, isInWorktree, date }): StripItem => {
    const word = isMerged === true ? 'merged' : isMerged === false ? 'not merged' : 'nobody can tell whether it is merged';
    const place = isInWorktree && isMerged !== true ? `${word}, in a worktree` : word;
    return { text: `${name} · ${place} · ${shortDate(date).text}`, href: null, isHere: false, state: null };
  });
  return items.length === 0 ? [] : [{ items, more: '', evidence: 'the branch is called as the idea is' }];
}

function commitGroups({ commits }: Lineage, graph: KnowledgeGraph, href: Href): StripGroup[] {
  const main = graph.content.history?.mainBranch ?? 'HEAD';
  const byGrounds = Map.groupBy(commits, ({ by, slug, isOnMain }) => {
    const ground = by === 'subject' ? `the subject says exp(${slug})` : `made on exp/${slug}`;
    return `${ground}; ${isOnMain ? 'in' : 'not in'} ${main}`;
  });
  return Array.from(byGrounds, ([evidence, members]): StripGroup => ({
    items: members.slice(0, mostItems).map(({ hash, subject }) => ({
      text: `${hash.slice(0, 7)} ${shortened(subject, longestTitle)}`,
      href: href.commit(hash),
      isHere: false,
      state: null,
    })),
    more: moreText(Math.max(0, members.length - mostItems)),
    evidence,
  })).slice(0, mostGroups);
}
