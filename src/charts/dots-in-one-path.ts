import { tenth } from './written-marks.ts';

interface Dot {
  readonly x: number;
  readonly y: number;
}

/**
 * Any number of equal dots as the `d` of a single path, half a dozen bytes a dot: each is a line of no length with round ends, as wide as the
 * stroke, or a small cross.
 *
 * @param dots in pixels
 * @param arm length of a cross's arms in pixels; null for dots
 */
export function dotsInOnePath(dots: readonly Dot[], arm: number | null): string {
  const half = arm === null ? 0 : tenth(arm / 2);
  const shape =
    arm === null ? 'h0' : `m${pair(-half, -half)}l${pair(2 * half, 2 * half)}m${pair(0, -2 * half)}l${pair(-2 * half, 2 * half)}`;
  // A cross ends where it does not begin.
  const [endX, endY] = arm === null ? [0, 0] : [-half, half];
  let [x, y] = [0, 0];
  // In rows of a few pixels and then from left to right, so that the steps between dots are short to write.
  const row = (dot: Dot): number => Math.floor(dot.y / 4);
  return dots
    .toSorted((a, b) => row(a) - row(b) || a.x - b.x)
    .map((dot) => {
      const move = `m${pair(dot.x - x, dot.y - y)}`;
      [x, y] = [tenth(dot.x + endX), tenth(dot.y + endY)];
      return `${move}${shape}`;
    })
    .join('');
}

/** Two numbers as a path may have them: `.4-1.2`. */
function pair(first: number, second: number): string {
  const [a, b] = [short(first), short(second)];
  const isPlain = b.startsWith('-') || (b.startsWith('.') && a.includes('.'));
  return isPlain ? `${a}${b}` : `${a} ${b}`;
}

function short(value: number): string {
  return String(tenth(value) + 0).replace(/^(-?)0\./, '$1.');
}
