import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { ExperimentCommit } from '#schemas/history.ts';
import { commitIndex } from './commit-starts.ts';
import { slugKey, type IdeaSlugs } from './idea-slugs.ts';
import { joinedById, withEvidence, type Ground, type Joined } from './grounds.ts';

/** What an entry can belong to an idea by, besides naming it: the idea's reports, runs and commits. */
interface KnownJoins {
  readonly reports: ReadonlyMap<EntryId, readonly Joined<Entry>[]>;
  readonly runs: ReadonlyMap<EntryId, readonly Joined<RunId>[]>;
  readonly commits: readonly ExperimentCommit[];
}

/**
 * The entries of a kind that belong to each idea:
 *
 * - by slug: a report or experiment that is called as the idea is; a journal entry, log or progress entry whose title names the slug;
 * - by commit: it mentions a commit of the idea;
 * - by frontmatter: a key of it names the idea;
 * - by link: its text links to the idea, or to a report or run of it.
 *
 * @param known what has been joined before; reports and experiments are joined without
 */
export function joinEntries(
  kind: Entry['kind'],
  graph: KnowledgeGraph,
  slugs: IdeaSlugs,
  known: KnownJoins | null = null,
): Map<EntryId, Joined<Entry>[]> {
  const joins = new Map<EntryId, Map<Entry, Ground[]>>();
  const owners = known === null ? new Map<EntryId | RunId, readonly Entry[]>() : ownersOf(known, graph);
  const commits = commitIndex(known?.commits ?? [], slugs);
  for (const entry of graph.entries) {
    if (entry.kind !== kind) continue;
    const join = (idea: Entry, evidence: Ground): void => {
      if (idea.id !== entry.id) withEvidence(joins, idea.id, entry, evidence);
    };
    if (known === null) {
      const idea = slugs.find(entry.lineageKey);
      if (idea !== null) join(idea, { by: 'slug', words: `it is called ${slugKey(entry.lineageKey)}, as the idea is` });
    }
    for (const { idea, slug } of known === null ? [] : slugs.namedIn(entry.title))
      join(idea, { by: 'slug', words: `its title names ${slug}` });
    for (const { kind: sort, text } of known === null ? [] : entry.mentions) {
      const found = sort === 'commit' ? commits(text) : null;
      if (found !== null) join(found.idea, { by: 'commit', words: `it mentions ${text}, a commit of exp(${found.slug})` });
    }
    for (const { relation, destination } of graph.links.get(entry.id) ?? []) {
      if (destination.to !== 'entry' && destination.to !== 'run') continue;
      const target = destination.to === 'entry' ? graph.entriesById.get(destination.id) : undefined;
      if (target?.kind === 'idea') {
        const byKey = relation !== 'body';
        // Reports and experiments speak of many ideas: what they are about, frontmatter says.
        if (known === null && relation !== 'idea') continue;
        join(
          target,
          byKey ? { by: 'frontmatter', words: `its "${relation}" names the idea` } : { by: 'link', words: 'it links to the idea' },
        );
      }
      const what = destination.to === 'run' ? 'a run' : 'a report';
      for (const idea of owners.get(destination.id) ?? []) join(idea, { by: 'link', words: `it links to ${what} of the idea` });
    }
  }
  return joinedById(joins);
}

function ownersOf({ reports, runs }: KnownJoins, graph: KnowledgeGraph): Map<EntryId | RunId, readonly Entry[]> {
  const owners = new Map<EntryId | RunId, Entry[]>();
  const add = (id: EntryId | RunId, owner: EntryId): void => {
    const idea = graph.entriesById.get(owner);
    if (idea !== undefined) owners.set(id, [...(owners.get(id) ?? []), idea]);
  };
  for (const [idea, joined] of reports) for (const { to } of joined) add(to.id, idea);
  for (const [idea, joined] of runs) for (const { to } of joined) add(to, idea);
  return owners;
}
