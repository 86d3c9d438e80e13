import type { Loader } from 'astro/loaders';
import { announcedSite, type AnnouncedSite } from './announced-site.ts';

/**
 * Tells Astro of every new state of the workspace, so that `dev` renders pages again. There is nothing for it to load: pages have the graph that the
 * command made (decision 0021), and the collections are there for their schemas, by which editors complete frontmatter.
 */
export function workspaceLoader(): Loader {
  return {
    name: 'priors',
    load({ store, meta }) {
      store.clear();
      meta.set('state', `${process.pid}-${stateOf(announcedSite())}`);
      return Promise.resolve();
    },
  };
}

let last: AnnouncedSite | null = null;
let states = 0;

/** Another number for each state that was announced. */
function stateOf(site: AnnouncedSite): number {
  if (site !== last) states += 1;
  last = site;
  return states;
}
