import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { gapSorts, gapsOf, type Gap, type GapSort } from '#graph/lineage/gaps.ts';
import type { EntryId, RunId } from '#schemas/entry.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { citedRun } from '#views/results/cited-run.ts';
import { runAddress } from '#views/results/run-address.ts';

export interface GapRow {
  readonly text: string;
  readonly href: string | null;
  readonly words: string;
}

export interface GapGroup {
  readonly sort: GapSort;
  readonly title: string;
  /** Why it matters, and what closes it. */
  readonly about: string;
  readonly count: number;
  readonly rows: readonly GapRow[];
  /** How many are not shown; empty where all are. */
  readonly more: string;
}

/** What is missing between ideas and what is known of them. */
export interface GapsPage {
  readonly lead: string;
  readonly groups: readonly GapGroup[];
  readonly json: string;
}

const mostRows = 100;

const titles: Readonly<Record<GapSort, { readonly title: string; readonly about: string }>> = {
  'idea without report': {
    title: 'Ideas that ran and have no report',
    about: 'What they showed is known to whoever ran them. A report that names the idea closes it: priors new report.',
  },
  'report without run': {
    title: 'Reports that cite no run',
    about: 'What they say rests on nothing that can be looked up. Name rows or commits under "runs" in the frontmatter.',
  },
  'kept run without journal entry': {
    title: 'Kept runs that no journal entry speaks of',
    about:
      'Why they were kept is written nowhere. A journal entry that links to the run, mentions its commit, or speaks of its idea closes it.',
  },
  'branch without idea': {
    title: 'Branches and commits without an idea',
    about: 'exp/<slug> and exp(<slug>) belong to the idea whose file is called so; here there is none, or several.',
  },
  'slug of several ideas': {
    title: 'Slugs that mean several ideas',
    about: 'Nothing is joined by them. Give one of the files another name, with its old one under "aliases" where links use it.',
  },
  'paper without insight': {
    title: 'Papers that no journal entry draws from',
    about: 'The program asks for one to three observations with their source in the journal for each paper that is read.',
  },
};

/** Whether there is any gap to show. */
export function hasGaps(graph: KnowledgeGraph): boolean {
  return gapsOf(graph).length > 0;
}

export function gapsPage(graph: KnowledgeGraph, href: Href): GapsPage {
  const gaps = gapsOf(graph);
  const bySort = Map.groupBy(gaps, ({ sort }) => sort);
  return {
    lead: `${counted(gaps.length, 'gap', 'gaps')} between what was tried and what is known of it. None is a mistake; each is something that somebody will look for.`,
    groups: gapSorts.flatMap((sort) => {
      const members = bySort.get(sort) ?? [];
      if (members.length === 0) return [];
      const left = members.length - mostRows;
      return {
        sort,
        ...titles[sort],
        count: members.length,
        rows: members.slice(0, mostRows).map((gap) => rowOf(gap, graph, href)),
        more: left > 0 ? `${left.toLocaleString('en-US')} more are in the JSON` : '',
      };
    }),
    json: href.api('lineage'),
  };
}

function rowOf({ of, slug, words }: Gap, graph: KnowledgeGraph, href: Href): GapRow {
  if (of === null) return { text: slug, href: null, words };
  if (isRun(of)) return { text: citedRun(of, of, graph), href: runAddress(graph, href, of), words };
  return { text: graph.entriesById.get(of)?.title ?? of, href: href.entry(of), words };
}

function isRun(id: EntryId | RunId): id is RunId {
  return id.startsWith('run/');
}
