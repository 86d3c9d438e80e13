import { layOut, type PlacedArrow, type PlacedBox } from './argument-layout.ts';
import { wrapText } from './wrap-text.ts';

/** A box of the diagram. */
export interface DiagramNode {
  readonly is: 'statement' | 'argument';
  readonly title: string;
  readonly text: string;
  /** From 0 to 1, and the word for it; null where there is none. */
  readonly share: { readonly name: string; readonly value: number } | null;
}

export type DiagramEdgeKind = 'support' | 'attack' | 'undercut' | 'contradictory' | 'premise' | 'conclusion';

/** An arrow between two nodes, by index. */
export interface DiagramEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: DiagramEdgeKind;
}

/** What stands on an arrow of each kind. Premises and conclusions are the steps of an argument and have no sign. */
export const edgeSigns: Readonly<Record<DiagramEdgeKind, string>> = {
  support: '+',
  attack: '−',
  undercut: '⌿',
  contradictory: '×',
  premise: '',
  conclusion: '',
};

/**
 * Claims and what speaks for and against them as an SVG picture: what a claim rests on stands to its right. Kinds of arrows differ in their line
 * and in the sign on them, not only in color; colors and letters come from the style sheet (`styles/argument-map.css`).
 *
 * @param label what the picture is, for those who do not see it
 * @param id unique on the page
 */
export async function drawArgumentMap(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  label: string,
  id: string,
): Promise<string> {
  const boxes = nodes.map(boxOf);
  const layout = await layOut(boxes, edges);
  const arrows = edges.map(({ kind }, index) => drawArrow(kind, layout.arrows[index], id));
  const drawn = boxes.map((box, index) => drawBox(box, layout.boxes[index]));
  const width = Math.ceil(layout.width) + 4;
  const height = Math.ceil(layout.height) + 4;
  return [
    `<svg class="argument-diagram" role="img" aria-label="${escapeXml(label)}" width="${width}" height="${height}" viewBox="-2 -2 ${width} ${height}">`,
    `<defs>${[...new Set(edges.map(({ kind }) => kind))].map((kind) => drawHead(kind, id)).join('')}</defs>`,
    ...arrows,
    ...drawn,
    '</svg>',
  ].join('');
}

interface Box {
  readonly node: DiagramNode;
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly width: number;
  readonly height: number;
}

const boxWidth = 232;
const padding = 10;
const titleLine = 16;
const textLine = 15;
const shareHeight = 20;
/** Letters of the style sheet's sizes are at most this many to a line. */
const titleColumns = 30;
const textColumns = 34;

function boxOf(node: DiagramNode): Box {
  const title = wrapText(node.title, titleColumns, 2);
  const text = wrapText(node.text, textColumns, title.length === 0 ? 5 : 4);
  const lines = title.length * titleLine + text.length * textLine + (node.share === null ? 0 : shareHeight);
  return { node, title, text, width: boxWidth, height: Math.max(lines, titleLine) + 2 * padding };
}

function drawBox({ node, title, text, width, height }: Box, center: PlacedBox | undefined): string {
  if (center === undefined) return '';
  const left = round(center.x - width / 2);
  const top = round(center.y - height / 2);
  const corner = node.is === 'argument' ? 14 : 2;
  const line = (words: string, name: string, y: number): string =>
    `<text class="${name}" x="${round(left + padding)}" y="${round(y)}">${escapeXml(words)}</text>`;
  const textTop = top + padding + title.length * titleLine;
  return [
    `<g class="argument-node ${node.is}"><rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${corner}"/>`,
    ...title.map((words, index) => line(words, 'argument-title', top + padding + 12 + index * titleLine)),
    ...text.map((words, index) => line(words, 'argument-text', textTop + 11 + index * textLine)),
    ...(node.share === null ? [] : [drawShare(node.share, left + padding, top + height - padding - 4, width - 2 * padding)]),
    '</g>',
  ].join('');
}

/** A number and a bar of its length. */
function drawShare({ name, value }: { readonly name: string; readonly value: number }, left: number, y: number, width: number): string {
  const start = left + 104;
  const full = width - 104;
  const bar = (name: string, length: number): string =>
    `<rect class="${name}" x="${round(start)}" y="${round(y - 6)}" width="${round(length)}" height="6"/>`;
  const words = `<text class="argument-share" x="${round(left)}" y="${round(y)}">${escapeXml(name)} ${shareText(value)}</text>`;
  return words + bar('argument-bar', full) + bar('argument-bar-filled', full * value);
}

/** `0.92`, `1`, `0.125`: at most three digits behind the point. */
export function shareText(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function drawArrow(kind: DiagramEdgeKind, arrow: PlacedArrow | undefined, id: string): string {
  const [start, ...curves] = arrow?.points ?? [];
  if (arrow === undefined || start === undefined) return '';
  const path = `M${pointText(start)}C${curves.map(pointText).join(' ')}`;
  const head = `url(#${headId(kind, id)})`;
  const heads = `marker-end="${head}"${kind === 'contradictory' ? ` marker-start="${head}"` : ''}`;
  const [x, y] = arrow.sign;
  const sign =
    edgeSigns[kind] === ''
      ? ''
      : `<circle cx="${round(x)}" cy="${round(y)}" r="9"/><text x="${round(x)}" y="${round(y + 5)}" text-anchor="middle">${edgeSigns[kind]}</text>`;
  return `<g class="argument-edge ${kind}"><path d="${path}" fill="none" ${heads}/>${sign}</g>`;
}

/** One for each kind, since it has the color of its arrow. */
function drawHead(kind: DiagramEdgeKind, id: string): string {
  const size = 'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse"';
  return `<marker id="${headId(kind, id)}" class="argument-head ${kind}" ${size} orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker>`;
}

function headId(kind: DiagramEdgeKind, id: string): string {
  return `${id}-${kind}`;
}

function pointText([x, y]: readonly [number, number]): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text for an XML document, which has no control characters. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\uFFFD');
}
