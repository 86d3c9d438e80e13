import { fillLinks, type FilledLink } from '#markdown/symbolic-links.ts';
import type { ResolvedLink } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { linkAddress } from '#views/link-address.ts';
import type { Knowledge } from './knowledge.ts';

/** The HTML of an entry with every link filled in. */
export async function renderedBody(entry: Entry, knowledge: Knowledge): Promise<string> {
  const { html } = await knowledge.body(entry);
  const links = knowledge.graph.links.get(entry.id) ?? [];
  return fillLinks(html, (index) => {
    const link = links[index];
    return link === undefined ? null : filledLink(link, knowledge);
  });
}

/** What a link becomes; null for a dead one. A path in backticks that is no file here is text and nothing more. */
function filledLink(link: ResolvedLink, { graph, href }: Knowledge): FilledLink | null {
  const { destination } = link;
  const address = linkAddress(destination, graph, href);
  if (address === null) return destination.to === 'nothing' && link.form !== 'path' ? null : { href: null };
  const target = destination.to === 'entry' ? graph.entriesById.get(destination.id) : undefined;
  return target === undefined || target.title === link.label ? { href: address } : { href: address, title: target.title };
}

/** The HTML of the files that are part of an entry, in order. They hold data, and no links. */
export async function attachedBodies(entry: Entry, knowledge: Knowledge): Promise<{ readonly path: string; readonly html: string }[]> {
  const bodies = (entry.attached ?? []).map(async ({ path, digest, part }) => ({
    path,
    html: (await knowledge.body({ ...entry, path, digest, part })).html,
  }));
  return Promise.all(bodies);
}
