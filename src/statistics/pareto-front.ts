type Direction = 'lower' | 'higher';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The indices of the points that no other one beats: none is at least as good in both metrics and better in one. From the best x to the worst; of
 * equal points all are named. O(n log n). Points with a coordinate that is not finite are left out.
 */
export function paretoFront(points: readonly Point[], better: { readonly x: Direction; readonly y: Direction }): number[] {
  const [signX, signY] = [better.x === 'lower' ? 1 : -1, better.y === 'lower' ? 1 : -1];
  const candidates = points
    .map(({ x, y }, index) => ({ x: signX * x, y: signY * y, index }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .sort((a, b) => a.x - b.x || a.y - b.y || a.index - b.index);
  const front: number[] = [];
  let last: Point | null = null;
  for (const point of candidates) {
    const equal = last !== null && point.x === last.x && point.y === last.y;
    if (last !== null && point.y >= last.y && !equal) continue;
    front.push(point.index);
    last = point;
  }
  return front;
}
