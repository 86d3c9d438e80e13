import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Joined } from '#graph/lineage/evidence.ts';
import { ideaState } from '#graph/lineage/idea-state.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { shortDate } from '#views/date-text.ts';
import { ideaStateShown, stateOf, type State } from '#views/entries/entry-state.ts';
import { counted } from '#views/entries/entry-row.ts';
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
  readonly kind: Kind | 'run' | 'job' | null;
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

function hasWay({ branch, commits, jobs, runs, reports, experiments, journal }: Lineage): boolean {
  return branch !== null || [commits, jobs, runs, reports, experiments, journal].some(({ length }) => length > 0);
}

function strip(lineage: Lineage, here: EntryId | RunId, graph: KnowledgeGraph, href: Href): LineageStrip {
  const { idea, jobs, runs, reports, experiments, journal } = lineage;
  const { because } = ideaState(lineage, graph);
  const entryItem = (entry: Entry, isDated: boolean): StripItem => ({
    text: `${isDated && entry.date !== null ? `${shortDate(entry.date).text}: ` : ''}${shortened(entry.title, longestTitle)}`,
    href: entry.id === here ? null : href.entry(entry.id),
    isHere: entry.id === here,
    kind: entry.kind,
    state: entry.kind === 'report' ? stateOf(entry, graph) : null,
  });
  const runItem = (id: RunId): StripItem => ({
    text: citedRun(id, id, graph),
    href: id === here ? null : runAddress(graph, href, id),
    isHere: id === here,
    kind: 'run',
    state: null,
  });
  const stages: (StripStage & { readonly isOptional?: boolean })[] = [
    { name: 'Idea', groups: [{ items: [entryItem(idea, false)], more: '', evidence: '' }], missing: '' },
    { name: 'Branch', groups: branchGroups(lineage), missing: graph.content.history === null ? 'unknown outside git' : 'no branch' },
    {
      name: 'Jobs',
      groups: grouped(jobs, here, ({ id }) => id, (job) => ({
        text: `job ${job.number}: ${shortened(jobTitle(job), longestTitle)}`, href: href.job(job.id), isHere: false, kind: 'job', state: { word: job.state, tone: 'open' },
      })), // prettier-ignore
      missing: '',
      isOptional: true,
    },
    { name: 'Experiments', groups: grouped(experiments, here, ({ id }) => id, (entry) => entryItem(entry, false)), missing: '', isOptional: true }, // prettier-ignore
    { name: 'Runs', groups: grouped(runs, here, (id) => id, runItem), missing: 'no run yet' },
    { name: 'Report', groups: grouped(reports, here, ({ id }) => id, (entry) => entryItem(entry, true)), missing: 'no report yet' }, // prettier-ignore
    { name: 'Journal', groups: grouped(journal, here, ({ id }) => id, (entry) => entryItem(entry, true)), missing: 'nowhere in a journal or log' }, // prettier-ignore
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
function grouped<To>(
  joined: readonly Joined<To>[],
  here: EntryId | RunId,
  idOf: (to: To) => string,
  itemOf: (to: To) => StripItem,
): StripGroup[] {
  const byGrounds = Map.groupBy(
    joined.toSorted((a, b) => Number(idOf(b.to) === here) - Number(idOf(a.to) === here)),
    ({ evidence }) => evidence.map(({ words }) => words).join('; '),
  );
  const all = Array.from(byGrounds, ([evidence, members]): StripGroup => ({
    items: members.slice(0, mostItems).map(({ to }) => itemOf(to)),
    more: members.length > mostItems ? `and ${(members.length - mostItems).toLocaleString('en-US')} more` : '',
    evidence,
  }));
  const left = [...byGrounds.values()].slice(mostGroups).reduce((sum, { length }) => sum + length, 0);
  const [last, ...before] = all.slice(0, mostGroups).reverse();
  if (last === undefined || left === 0) return all;
  return [...before.reverse(), { ...last, more: `and ${(left + hidden(last.more)).toLocaleString('en-US')} more` }];
}

function hidden(more: string): number {
  return Number(more.replace(/\D/g, ''));
}

function branchGroups({ branch }: Lineage): StripGroup[] {
  if (branch === null) return [];
  const word = branch.isMerged === true ? 'merged' : branch.isMerged === false ? 'not merged' : 'without commits of its own';
  const place = branch.isInWorktree && branch.isMerged !== true ? `${word}, in a worktree` : word;
  const item = { text: `${branch.name} · ${place} · ${shortDate(branch.date).text}`, href: null, isHere: false, kind: null, state: null };
  return [{ items: [item], more: '', evidence: 'the branch is called as the idea is' }];
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
      kind: null,
      state: null,
    })),
    more: members.length > mostItems ? `and ${counted(members.length - mostItems, 'more', 'more')}` : '',
    evidence,
  })).slice(0, mostGroups);
}
