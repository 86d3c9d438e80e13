import type { Graphviz } from '@hpcc-js/wasm-graphviz';

/** Sizes and places in units of the picture, y downwards. */
export interface PlacedBox {
  /** Its center. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedArrow {
  /** A start, then three points for each cubic curve. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The center of the sign on it. */
  readonly sign: readonly [x: number, y: number];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By the index of the box, and of the arrow. */
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

/**
 * Lays boxes out in columns, an arrow's head to the left of its tail, by Graphviz (compiled to WebAssembly, no other process). It is given sizes
 * and numbers alone: no text of a workspace reaches it.
 */
export async function layOut(
  boxes: readonly { readonly width: number; readonly height: number }[],
  arrows: readonly { readonly from: number; readonly to: number }[],
): Promise<Layout> {
  const nodes = boxes.map(({ width, height }, index) => `b${index}[width=${width / unit},height=${height / unit}];`);
  // The label says which arrow it is, and keeps a place free for its sign.
  const edges = arrows.map(({ from, to }, index) => `b${from}->b${to}[label="${index}"];`);
  const graph = `digraph{rankdir=RL;nodesep=0.22;ranksep=0.5;node[shape=box,fixedsize=true,label=""];edge[fontsize=16,arrowhead=none];${nodes.join('')}${edges.join('')}}`;
  return readLayout((await graphviz()).layout(graph, 'plain', 'dot'));
}

/** Graphviz counts in inches. */
const unit = 72;

let loading: Promise<Graphviz> | null = null;

function graphviz(): Promise<Graphviz> {
  loading ??= import('@hpcc-js/wasm-graphviz').then((module) => module.Graphviz.load());
  return loading;
}

/** Reads Graphviz's `plain` format: a line each for the graph, nodes and edges, numbers divided by spaces, y upwards. */
function readLayout(plain: string): Layout {
  const boxes: PlacedBox[] = [];
  const arrows: PlacedArrow[] = [];
  let width = 0;
  let height = 0;
  for (const [sort, ...words] of plain.split('\n').map((line) => line.split(' '))) {
    const numbers = words.map((word) => Number(word) * unit);
    const at = (index: number): readonly [number, number] => [numbers[index] ?? 0, height - (numbers[index + 1] ?? 0)];
    if (sort === 'graph') {
      [, width = 0, height = 0] = numbers;
    } else if (sort === 'node') {
      const [x, y] = at(1);
      boxes[indexIn(words[0])] = { x, y };
    } else if (sort === 'edge') {
      const count = Number(words[2]);
      const points = Array.from({ length: count }, (_, index) => at(3 + 2 * index));
      const label = 3 + 2 * count;
      arrows[indexIn(words[label])] = { points, sign: at(label + 1) };
    }
  }
  return { width, height, boxes, arrows };
}

function indexIn(word = ''): number {
  return Number(word.replace(/\D/g, ''));
}
