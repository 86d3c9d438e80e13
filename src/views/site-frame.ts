import { findingsByEntry } from '#graph/findings/findings.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { kindDescriptions, kinds, type Kind } from '#schemas/kinds.ts';
import { longDate, type ShownDate } from './date-text.ts';
import { capitalized } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { hasJobs } from './jobs-page.ts';
import { previewBanner, type PreviewBanner } from './changes/preview-banner.ts';
import { kindCounts } from './kind-counts.ts';
import { hasOpenItems } from './open/open-slices.ts';

export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  /** `page` on the page itself, `true` on pages below it. */
  readonly current: 'page' | 'true' | undefined;
}

/** What stands around every page. Its size depends on how many kinds there are, never on how many entries. */
export interface SiteFrame {
  readonly name: string;
  readonly home: string;
  /** The feed of everything; null where there is none, since nothing has a date. */
  readonly feed: string | null;
  /** The search page. */
  readonly search: string;
  readonly navigation: readonly NavigationLink[];
  readonly footer: readonly { readonly label: string; readonly href: string }[];
  /** The day that ages on the site are counted from; null where nothing states one. */
  readonly asOf: ShownDate | null;
  /** This page's address with the site's origin, where that is known. */
  readonly canonical: string | null;
  /** What the site is a preview of; null for any other. */
  readonly preview: PreviewBanner | null;
}

/** Whether a day that ages count from was stated by git or the workspace: it is 1970-01-01 where neither does. */
export function isStated(asOf: string): boolean {
  return !asOf.startsWith('1970-01-01');
}

/**
 * @param address the page's own, with the base path
 * @param problems how many diagnostics the workspace has, which every page says in its footer
 */
export function siteFrame(graph: KnowledgeGraph, href: Href, address: string, problems: number): SiteFrame {
  const link = (label: string, target: string): NavigationLink => ({
    label,
    href: target,
    current: address === target ? 'page' : address.startsWith(target) ? 'true' : undefined,
  });
  const present = kindCounts(graph);
  const feed = isStated(graph.content.asOf) ? href.feed('xml') : null;
  return {
    name: siteName(graph),
    home: href.home(),
    feed,
    search: href.search(),
    navigation: [
      ...(graph.entries.length > 0 ? [link('Timeline', href.timeline())] : []),
      ...(graph.results.size > 0 ? [link('Results', href.results())] : []),
      ...(findingsByEntry(graph).size > 0 ? [link('Findings', href.findings())] : []),
      ...(hasOpenItems(graph) ? [link('Open', href.open())] : []),
      ...kinds.filter((kind) => present.has(kind)).map((kind) => link(sectionName(kind), href.kind(kind))),
      ...(hasJobs(graph) ? [link('Jobs', href.jobs())] : []),
      ...(graph.tags.size > 0 ? [link('Tags', href.tags())] : []),
    ],
    footer: [
      { label: problems === 0 ? 'Health' : `Health: ${problems === 1 ? '1 problem' : `${problems} problems`}`, href: href.health() },
      ...(feed === null ? [] : [{ label: 'Feed', href: feed }]),
      { label: 'Entries as JSON', href: href.api('entries') },
    ],
    asOf: isStated(graph.content.asOf) ? longDate(graph.content.asOf) : null,
    canonical: href.absolute(address),
    preview: previewBanner(graph, href),
  };
}

/** The site's name: the program's title, else the workspace's folder. */
export function siteName(graph: KnowledgeGraph): string {
  return graph.content.program.title ?? graph.content.name;
}

/** A kind as the navigation calls it: `Ideas`, `Journal`. */
export function sectionName(kind: Kind): string {
  return kind === 'journal' ? 'Journal' : kind === 'progress' ? 'Progress' : capitalized(kindDescriptions[kind].plural);
}
