import { parentFinder } from '#graph/judgement/incumbents.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { joined, type Phrase } from './judged/phrase.ts';
import { runLink, runLinks } from './judged/run-links.ts';

/** What a run started from, and what started from it. */
export interface RunLineage {
  /** Null where the table has no parents, or the row names none. */
  readonly parents: Phrase | null;
  readonly children: Phrase | null;
  /** The run that the row names, if it names one. */
  readonly parent: Run | null;
}

const mostParents = 6;
const mostChildren = 12;
const longestName = 40;

interface Parents {
  readonly nameIn: (run: Run) => string | null;
  readonly parentOf: (run: Run) => Run | null;
  readonly childrenOf: ReadonlyMap<Run, readonly Run[]>;
  /** How many runs have a name as their id or commit. */
  readonly called: ReadonlyMap<string, number>;
}

/** Finding parents takes an index of the whole table: the pages of its runs share it. */
const known = new WeakMap<Results, Parents>();

/** Follows the parents of a run as far as a reader would; says where one does not exist, and where they go in a circle. */
export function runLineage(run: Run, results: Results, graph: KnowledgeGraph, href: Href): RunLineage {
  const parents = known.get(results) ?? parentsOf(results);
  known.set(results, parents);
  const children = (parents.childrenOf.get(run) ?? []).map(({ id }) => id);
  return {
    parents: parents.nameIn(run) === null ? null : parentsText(run, parents, graph, href),
    children: children.length === 0 ? null : runLinks(children, graph, href, mostChildren),
    parent: parents.parentOf(run),
  };
}

function parentsText(run: Run, { nameIn, parentOf, called }: Parents, graph: KnowledgeGraph, href: Href): Phrase {
  const line: Phrase[] = [];
  const seen = new Set([run]);
  let current = run;
  for (let name = nameIn(current); name !== null; name = nameIn(current)) {
    const parent = parentOf(current);
    const written = `“${shortened(name, longestName)}”`;
    if (parent === null) {
      const runs = called.get(name) ?? 0;
      line.push([runs > 1 ? `${written}, a name of ${runs} runs` : `${written}, the name of no other run`]);
    } else if (seen.has(parent)) line.push([runLink(parent.id, graph, href), ': the parents go in a circle']);
    else if (line.length === mostParents) line.push(['and so on']);
    else {
      seen.add(parent);
      line.push([runLink(parent.id, graph, href)]);
      current = parent;
      continue;
    }
    break;
  }
  return joined(line, ' ← ');
}

function parentsOf(results: Results): Parents {
  const parentOf = parentFinder(results);
  const column = results.columns.find(({ role }) => role === 'parent')?.name;
  const idColumn = results.columns.find(({ role }) => role === 'id')?.name;
  const childrenOf = new Map<Run, Run[]>();
  const called = new Map<string, number>();
  for (const run of results.runs) {
    const names = new Set([run.commit, idColumn === undefined ? null : (run.cells[idColumn] ?? '').trim()]);
    for (const name of names) if (name !== null) called.set(name, (called.get(name) ?? 0) + 1);
    const parent = parentOf(run);
    if (parent === null) continue;
    const children = childrenOf.get(parent);
    if (children === undefined) childrenOf.set(parent, [run]);
    else children.push(run);
  }
  return {
    nameIn: (run) => {
      const name = column === undefined ? '' : (run.cells[column] ?? '').trim();
      return isMissing(name) ? null : name;
    },
    parentOf,
    childrenOf,
    called,
  };
}
