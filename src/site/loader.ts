import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { publishedContent } from '#graph/publication/publication.ts';
import { readIngest } from '#ingest/ingest-workspace.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';
import { sitePlaces } from './site-places.ts';

/**
 * Loads the entries of one kind from the ingest that the command left in the cache: nothing is read or parsed twice, and nothing is
 * validated again. The store takes finished metadata, without HTML.
 */
export function workspaceLoader(kind: Kind): Loader {
  return {
    name: `priors-${kind}`,
    async load({ store, meta }) {
      const { digest, published } = await sharedIngest();
      // The store still holds what it held when the last build of this workspace ended.
      store.clear();
      for (const entry of published) {
        // An interface has no index signature, which the store's type asks for.
        if (entry.kind === kind) store.set({ id: entry.id, data: entry as unknown as Record<string, unknown> });
      }
      // What is not in the store (rows, run logs, diagnostics) must change it too, so that pages in `dev` notice.
      meta.set('content', digest);
    },
  };
}

interface Loaded {
  /** Of everything that was read. */
  readonly digest: string;
  /** The entries that may be published: no others are ever in the store. */
  readonly published: readonly Entry[];
}

let reading: Promise<Loaded> | null = null;

/** The collections load at the same time and share one reading of the cache. */
function sharedIngest(): Promise<Loaded> {
  reading ??= readIngest(sitePlaces().cacheDir)
    .then(({ content }) => ({
      digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      published: publishedContent(content).content.entries,
    }))
    .finally(() => {
      reading = null;
    });
  return reading;
}
