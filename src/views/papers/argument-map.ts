import { drawArgumentMap, edgeSigns, shareText, type DiagramEdge } from '#charts/argument-diagram.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap, MapNode, MapRelation } from '#schemas/argument-map.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';

/** A number from 0 to 1 as it is shown. */
export interface Share {
  /** `credence`, `inference`. */
  readonly name: string;
  readonly text: string;
  readonly value: number;
}

/** How an item bears on the one above it. */
export type Bearing = MapRelation['kind'] | 'premise' | 'conclusion';

/** What a kind of arrow means. */
export interface LegendItem {
  readonly kind: Bearing;
  /** On the arrow; empty where it has none. */
  readonly sign: string;
  readonly text: string;
}

/** A claim or argument of the list. */
export interface MapItem {
  /** Null on top. */
  readonly bearing: { readonly kind: Bearing; readonly text: string } | null;
  readonly is: MapNode['is'];
  readonly title: string;
  /** Where another part of the list says all of it; null where this one does. */
  readonly elsewhere: string | null;
  readonly anchor: string;
  /** Its paragraphs and quotations. */
  readonly lines: readonly { readonly text: string; readonly isQuotation: boolean }[];
  readonly tags: readonly string[];
  readonly links: MapNode['links'];
  readonly shares: readonly Share[];
  readonly reason: string | null;
  readonly items: readonly MapItem[];
}

export interface ArgumentMapView {
  readonly anchor: string;
  readonly path: string;
  readonly source: string | null;
  readonly isValid: boolean;
  /** `12 statements, 3 arguments: 4 for, 2 against`. */
  readonly summary: string;
  /** SVG, or null with the reason why there is none. */
  readonly diagram: string | null;
  readonly withoutDiagram: string | null;
  /** The kinds of arrows that the picture has. */
  readonly legend: readonly LegendItem[];
  readonly items: readonly MapItem[];
  readonly problems: readonly Diagnostic[];
}

/** A picture of more than these takes long to lay out, and longer to read. */
const mostDrawn = 120;
const mostArrows = 300;
/** Lists within lists end here; what is deeper begins again at the top. */
const deepest = 8;

/**
 * An argument map as a picture and, for everybody who does not see it, as a nested list: below each claim what speaks for and against it.
 *
 * @param number of the map on its page, from 1
 * @param problems diagnostics of the map's file
 */
export async function argumentMapView(
  map: ArgumentMap,
  number: number,
  href: Href,
  problems: readonly Diagnostic[],
): Promise<ArgumentMapView> {
  const anchor = number === 1 ? 'argument-map' : `argument-map-${number}`;
  const summary = summaryOf(map);
  return {
    anchor,
    path: map.path,
    source: href.source(map.path),
    isValid: map.isValid,
    summary,
    ...(await diagramOf(map, summary, anchor)),
    items: itemsOf(map, anchor),
    problems,
  };
}

function summaryOf({ nodes, relations }: ArgumentMap): string {
  const statements = nodes.filter(({ is }) => is === 'statement').length;
  const parts = [counted(statements, 'statement', 'statements'), counted(nodes.length - statements, 'argument', 'arguments')];
  const attacks = relations.filter(({ kind }) => kind !== 'support').length;
  // An argument also speaks for what it concludes.
  const conclusions = nodes.flatMap(({ steps }) => steps.filter(({ role }) => role === 'conclusion')).length;
  const supports = relations.length - attacks + conclusions;
  return `${parts.join(' and ')}: ${supports} for and ${attacks} against`;
}

/** All arrows of a map: its relations, and the steps of its arguments. */
function arrowsOf({ nodes, relations }: ArgumentMap): DiagramEdge[] {
  const steps = nodes.flatMap((node, index) =>
    node.steps.map(({ role, statement }): DiagramEdge =>
      role === 'premise' ? { from: statement, to: index, kind: 'premise' } : { from: index, to: statement, kind: 'conclusion' },
    ),
  );
  return [...relations, ...steps];
}

async function diagramOf(
  map: ArgumentMap,
  summary: string,
  id: string,
): Promise<Pick<ArgumentMapView, 'diagram' | 'withoutDiagram' | 'legend'>> {
  const arrows = arrowsOf(map);
  if (arrows.length === 0) return { diagram: null, withoutDiagram: null, legend: [] };
  const connected = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  if (connected.length > mostDrawn || arrows.length > mostArrows)
    return {
      diagram: null,
      withoutDiagram: `${connected.length} claims are too many for a picture; the list has all of them.`,
      legend: [],
    };
  const places = new Map(connected.map((node, index) => [node, index]));
  const nodes = connected.flatMap((index) => {
    const node = map.nodes[index];
    if (node === undefined) return [];
    const [share] = sharesOf(node);
    return { is: node.is, title: titleOf(node), text: sentencesOf(node), share: share ?? null };
  });
  const edges = arrows.map(({ from, to, kind }) => ({ from: places.get(from) ?? 0, to: places.get(to) ?? 0, kind }));
  const kinds = new Set(edges.map(({ kind }) => kind));
  return {
    diagram: await drawArgumentMap(nodes, edges, `Argument map: ${summary}. The list below says the same.`, id),
    withoutDiagram: null,
    legend: legend.filter(({ kind }) => kinds.has(kind)),
  };
}

const legend: readonly LegendItem[] = [
  { kind: 'support', sign: edgeSigns.support, text: 'supports' },
  { kind: 'attack', sign: edgeSigns.attack, text: 'attacks' },
  { kind: 'undercut', sign: edgeSigns.undercut, text: 'undercuts' },
  { kind: 'contradictory', sign: edgeSigns.contradictory, text: 'contradict each other' },
  { kind: 'premise', sign: edgeSigns.premise, text: 'premise of' },
  { kind: 'conclusion', sign: edgeSigns.conclusion, text: 'concludes' },
];

/** What a node says itself, without the quotations it rests on. */
function sentencesOf({ text }: MapNode): string {
  return linesOf(text)
    .filter(({ isQuotation }) => !isQuotation)
    .map((line) => line.text)
    .join(' ');
}

/** Titles of arguments keep their brackets, as in the source; they tell arguments from claims in words too. */
function titleOf({ is, title }: MapNode): string {
  return title === '' ? '' : is === 'argument' ? `<${title}>` : title;
}

/**
 * The list: on top what bears on nothing else, in the order of the map; below each item what bears on it. An item that bears on several is said in
 * full the first time, and then referred to.
 */
function itemsOf(map: ArgumentMap, anchor: string): MapItem[] {
  const below = Map.groupBy(arrowsOf(map), ({ to }) => to);
  const bears = new Set(
    arrowsOf(map)
      .filter(({ kind }) => kind !== 'contradictory')
      .map(({ from }) => from),
  );
  const said = new Set<number>();
  const deferred: number[] = [];
  const itemOf = (index: number, bearing: Bearing | null, depth: number): MapItem | null => {
    const node = map.nodes[index];
    if (node === undefined) return null;
    const isLater = depth >= deepest && (below.get(index)?.length ?? 0) > 0;
    const isReference = said.has(index) || isLater;
    if (isLater) deferred.push(index);
    if (!isReference) said.add(index);
    const arrows = isReference ? [] : (below.get(index) ?? []);
    return {
      bearing: bearing === null ? null : { kind: bearing, text: bearingTexts[bearing] },
      is: node.is,
      title: titleOf(node),
      elsewhere: isReference ? `#${anchor}-${index + 1}` : null,
      anchor: `${anchor}-${index + 1}`,
      lines: isReference && node.title !== '' ? [] : linesOf(node.text),
      tags: isReference ? [] : node.tags,
      links: isReference ? [] : node.links,
      shares: isReference ? [] : sharesOf(node),
      reason: isReference ? null : node.reason,
      items: arrows.flatMap(({ from, kind }) => itemOf(from, kind, depth + 1) ?? []),
    };
  };
  const top = map.nodes.flatMap((_, index) => (bears.has(index) ? [] : [index]));
  const items = top.flatMap((index) => itemOf(index, null, 0) ?? []);
  // What was too deep, and circles, which have no top.
  // The list of what was deferred grows while it is read.
  for (const index of deferred) items.push(...restOf(index));
  for (const index of map.nodes.keys()) items.push(...restOf(index));
  for (const index of deferred) items.push(...restOf(index));
  return items;

  function restOf(index: number): MapItem[] {
    if (said.has(index)) return [];
    return [itemOf(index, null, 0)].filter((item) => item !== null);
  }
}

const bearingTexts: Readonly<Record<Bearing, string>> = {
  support: 'supported by',
  attack: 'attacked by',
  undercut: 'undercut by',
  contradictory: 'contradicts',
  premise: 'premise',
  conclusion: 'follows from',
};

/** Lines that the author only broke are one; a quotation ends where its lines do. */
function linesOf(text: string): MapItem['lines'] {
  const lines: { text: string; isQuotation: boolean }[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    const isQuotation = line.startsWith('>');
    const words = line.replace(/^>\s*/, '');
    const last = lines.at(-1);
    if (last?.isQuotation === isQuotation) last.text += ` ${words}`;
    else lines.push({ text: words, isQuotation });
  }
  return lines;
}

function sharesOf({ credence, inference }: MapNode): Share[] {
  const share = (name: string, value: number | null): Share[] => (value === null ? [] : [{ name, text: shareText(value), value }]);
  return [...share('credence', credence), ...share('inference', inference)];
}
