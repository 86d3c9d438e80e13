import type { Markish } from '@observablehq/plot';

/** Where a dot stands, in the units of the scales. */
export interface Dot {
  readonly ordinal: number;
  readonly y: number;
}

export interface DotStyle {
  readonly className: string;
  /** Pixels that all dots are moved down by. */
  readonly dy: number;
  /** Pixels. */
  readonly diameter: number;
  /** Crosses instead of dots. */
  readonly cross: boolean;
}

/**
 * A mark for Plot that draws any number of dots as a single path: a dozen bytes a dot in the page, and one element while it is drawn. It has
 * no channels, so both scales must state their domain.
 */
export function dotsInOnePath(dots: readonly Dot[], { className, dy, diameter, cross }: DotStyle): Markish {
  return (_index, { x, y }, _values, _dimensions, { ownerSVGElement: { ownerDocument } }) => {
    const group = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
    const path = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path');
    const arm = diameter;
    const shape = cross ? `m${-arm / 2} ${-arm / 2}l${arm} ${arm}m0 ${-arm}l${-arm} ${arm}` : 'h0';
    path.setAttribute('d', dots.map((dot) => `M${tenth(x?.(dot.ordinal))} ${tenth(Number(y?.(dot.y)) + dy)}${shape}`).join(''));
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-linecap', 'round');
    path.setAttribute('stroke-width', String(cross ? 1.5 : diameter));
    group.setAttribute('class', className);
    group.append(path);
    return group;
  };
}

function tenth(pixels: unknown): number {
  return Math.round(Number(pixels) * 10) / 10;
}
