import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { readIngest, type Ingest } from '#ingest/ingest-workspace.ts';
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
      const { content } = await sharedIngest();
      // The store still holds what it held when the last build of this workspace ended.
      store.clear();
      for (const entry of content.entries) {
        // An interface has no index signature, which the store's type asks for.
        if (entry.kind === kind) store.set({ id: entry.id, data: entry as unknown as Record<string, unknown> });
      }
      // What is not in the store (rows, run logs, diagnostics) must change it too, so that pages in `dev` notice.
      meta.set('content', createHash('sha256').update(JSON.stringify(content)).digest('hex'));
    },
  };
}

let reading: Promise<Ingest> | null = null;

/** The collections load at the same time and share one reading of the cache. */
function sharedIngest(): Promise<Ingest> {
  reading ??= readIngest(sitePlaces().cacheDir).finally(() => {
    reading = null;
  });
  return reading;
}
