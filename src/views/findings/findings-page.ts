import type { FindingSort } from '#graph/findings/entry-findings.ts';
import type { Finding } from '#graph/findings/finding.ts';
import { allFindings } from '#graph/findings/findings.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { monthOf, monthTitle, longDate } from '#views/date-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { isStated, type NavigationLink } from '#views/site-frame.ts';
import { findingRow, type FindingRow } from './finding-row.ts';

/** What stands apart: what we found, what failed, what we make of it, and what others say. In the order of the page. */
const groups = ['measured', 'failures', 'inferences', 'claims'] as const;
export type FindingGroupName = (typeof groups)[number];

/** One page of findings: all of them or one group; of a group the newest, or a page of its archive. */
export interface FindingsSlice {
  readonly group: FindingGroupName | null;
  /** From 1, counted from the oldest finding, so that a page keeps its address while findings are added. */
  readonly page: number | null;
}

export interface FindingGroup {
  readonly title: string;
  readonly about: string;
  readonly count: number;
  readonly rows: readonly FindingRow[];
  /** Where all of them are; null where they stand here. */
  readonly more: string | null;
}

export interface FindingsPage {
  readonly title: string;
  readonly about: string;
  readonly count: string;
  /** The day that ages count from; null where nothing states one. */
  readonly asOf: string | null;
  readonly filters: readonly (NavigationLink & { readonly count: number })[];
  readonly groups: readonly FindingGroup[];
  /** The pages of a group that is too long for one, newest first. */
  readonly archive: readonly (NavigationLink & { readonly count: number })[];
  /** The same as data. */
  readonly json: string;
}

const groupOfSort: Readonly<Record<FindingSort, FindingGroupName>> = {
  conclusion: 'measured',
  observation: 'measured',
  failure: 'failures',
  inference: 'inferences',
  claim: 'claims',
};

const words: Readonly<Record<FindingGroupName, { readonly title: string; readonly about: string }>> = {
  measured: { title: 'Observations and conclusions', about: 'What was measured, and what its authors concluded.' },
  failures: { title: 'Failures', about: 'What does not work, and how it fails.' },
  inferences: { title: 'Inferences', about: 'How the authors explain what they saw. Nobody has measured these.' },
  claims: { title: 'Claims of others', about: 'What others say, with the source. Not verified here, unless an observation says so.' },
};

/** A page shows so many findings. */
const rowsPerPage = 200;
/** The first page shows something of every group: together as many. */
const firstRows: Readonly<Record<FindingGroupName, number>> = { measured: 100, failures: 40, inferences: 30, claims: 30 };

/** The part of the address behind `/findings/`; undefined for all findings. */
export function findingsSlice({ group, page }: FindingsSlice): string | undefined {
  return group === null ? undefined : [group, ...(page === null ? [] : [page])].join('/');
}

/** Every page of findings there is: none where there are no findings. */
export function findingsSlices(graph: KnowledgeGraph): FindingsSlice[] {
  const byGroup = grouped(graph);
  if (byGroup.size === 0) return [];
  return [
    { group: null, page: null },
    ...[...byGroup].flatMap(([group, { length }]) => [
      { group, page: null },
      ...Array.from({ length: pageCount(length) }, (_, index) => ({ group, page: index + 1 })),
    ]),
  ];
}

/** The findings of a workspace, newest first; what is measured first, then what failed, what is inferred, and what others claim. */
export function findingsPage({ group, page }: FindingsSlice, graph: KnowledgeGraph, href: Href): FindingsPage {
  const byGroup = grouped(graph);
  const total = [...byGroup.values()].reduce((sum, { length }) => sum + length, 0);
  const own = group === null ? [] : (byGroup.get(group) ?? []);
  const shown = group === null ? byGroup : new Map([[group, own]]);
  const name = group === null ? 'Findings' : `Findings: ${words[group].title}`;
  const archive = group === null ? [] : archiveOf(group, page, own, href);
  const here = archive.find(({ current }) => current === 'page');
  const { asOf } = graph.content;
  return {
    title: here === undefined ? name : `${name}, ${here.label}`,
    about: group === null ? 'What was found out, each finding with what it rests on and what speaks against it.' : words[group].about,
    count: counted(group === null ? total : own.length, 'finding', 'findings'),
    asOf: isStated(asOf) ? longDate(asOf.slice(0, 10)).text : null,
    filters: [
      { label: 'All', href: href.findings(), current: group === null ? 'page' : undefined, count: total },
      ...Array.from(byGroup, ([each, { length }]) => ({
        label: words[each].title,
        href: href.findings(findingsSlice({ group: each, page: null })),
        current: each !== group ? undefined : page === null ? ('page' as const) : ('true' as const),
        count: length,
      })),
    ],
    groups: Array.from(shown, ([each, findings]) => groupOf(each, findings, { group, page }, graph, href)),
    archive,
    json: href.api('findings'),
  };
}

function groupOf(
  name: FindingGroupName,
  findings: readonly Finding[],
  { group, page }: FindingsSlice,
  graph: KnowledgeGraph,
  href: Href,
): FindingGroup {
  const rows = page !== null ? pageOf(findings, page) : findings.slice(0, group === null ? firstRows[name] : rowsPerPage);
  return {
    ...words[name],
    count: findings.length,
    rows: rows.map((finding) => findingRow(finding, graph, href)),
    more: group === null && rows.length < findings.length ? href.findings(findingsSlice({ group: name, page: null })) : null,
  };
}

/** Groups that have findings, in their order. */
function grouped(graph: KnowledgeGraph): ReadonlyMap<FindingGroupName, readonly Finding[]> {
  const byGroup = Map.groupBy(allFindings(graph), ({ sort }) => groupOfSort[sort]);
  return new Map(groups.flatMap((group) => (byGroup.has(group) ? [[group, byGroup.get(group) ?? []] as const] : [])));
}

function pageCount(findings: number): number {
  return findings <= rowsPerPage ? 0 : Math.ceil(findings / rowsPerPage);
}

/** The findings come newest first, and pages count from the oldest. */
function pageOf<Each>(findings: readonly Each[], page: number): readonly Each[] {
  const end = findings.length - (page - 1) * rowsPerPage;
  return findings.slice(Math.max(0, end - rowsPerPage), end);
}

function archiveOf(group: FindingGroupName, page: number | null, findings: readonly Finding[], href: Href): FindingsPage['archive'] {
  return Array.from({ length: pageCount(findings.length) }, (_, index) => {
    const own = pageOf(findings, index + 1);
    return {
      label: rangeOf(own),
      href: href.findings(findingsSlice({ group, page: index + 1 })),
      current: index + 1 === page ? ('page' as const) : undefined,
      count: own.length,
    };
  }).toReversed();
}

/** `January 2026 to March 2026`. */
function rangeOf(findings: readonly Finding[]): string {
  const months = findings.map(({ entry }) => (entry.date === null ? 'undated' : monthTitle(monthOf(entry.date))));
  const [newest = '', oldest = ''] = [months[0], months.at(-1)];
  return newest === oldest ? newest : `${oldest} to ${newest}`;
}
