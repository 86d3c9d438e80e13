import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { Job } from '#schemas/queue.ts';
import { slugKey, type IdeaSlugs } from './idea-slugs.ts';
import { joinedById, withEvidence, type Ground, type Joined } from './grounds.ts';

/**
 * The jobs of each idea, in the order of the queues: by slug, where the job runs in a folder that is called as the idea is (seed
 * `research-program.md`: `5_worktrees/{slug}`), where its label or its command
 * names a slug of several words, or where an argument of the command is a slug: `just eval rotary`, `--config=configs/rotary.yaml`.
 */
export function joinJobs(graph: KnowledgeGraph, slugs: IdeaSlugs): Map<EntryId, Joined<Job>[]> {
  const joins = new Map<EntryId, Map<Job, Ground[]>>();
  for (const job of graph.content.queues.flatMap(({ jobs }) => jobs)) {
    const idea = job.folder === '' ? null : slugs.find(job.folder);
    if (idea !== null) withEvidence(joins, idea.id, job, { by: 'slug', words: `it runs in the folder ${job.folder}` });
    for (const { idea: named, slug } of slugs.namedIn(job.label)) {
      withEvidence(joins, named.id, job, { by: 'slug', words: `its label names ${slug}` });
    }
    for (const { idea: named, slug } of [...slugs.namedIn(job.command), ...argumentsNaming(job.command, slugs)]) {
      withEvidence(joins, named.id, job, { by: 'slug', words: `its command names ${slug}` });
    }
  }
  return joinedById(joins);
}

function argumentsNaming(command: string, slugs: IdeaSlugs): { readonly idea: Entry; readonly slug: string }[] {
  const [, ...words] = command.trim().split(/[\s=/]+/);
  return words.flatMap((word) => {
    const slug = word.replace(/\.\w{1,5}$/, '');
    const idea = slug === '' ? null : slugs.find(slug);
    return idea === null ? [] : [{ idea, slug: slugKey(slug) }];
  });
}
