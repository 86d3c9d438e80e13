import type { Markish } from '@observablehq/plot';
import type { MarkShape } from './run-marks.ts';

/** Where a mark leads, and what a pointer that rests on it shows; the title is empty where that would say nothing new. */
export interface MarkLink {
  readonly href: string;
  readonly title: string;
}

/** Values to pixels, rounded to a tenth: nobody sees more. Null where there is no such place. */
export interface Place {
  readonly x: (value: number) => number | null;
  readonly y: (value: number) => number | null;
}

/**
 * Marks of one chart that are written as text and put into the finished SVG. Plot makes several elements a mark, and the document that stands
 * in for a browser takes its time with each; hundreds of marks, each with link and title, are ten times as fast this way.
 */
export class WrittenMarks {
  readonly #texts: string[] = [];

  /**
   * A mark for Plot. It has no channels: the scales must state their domains.
   *
   * @param attributes of the group that holds the marks
   * @param write gives the markup within it, everything that comes from outside escaped
   */
  mark(attributes: Readonly<Record<string, string>>, write: (place: Place) => string): Markish {
    return (_index, { x, y }, _values, _dimensions, { ownerSVGElement: { ownerDocument } }) => {
      const group = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
      for (const [name, value] of Object.entries(attributes)) group.setAttribute(name, value);
      group.setAttribute('data-written', String(this.#texts.length));
      this.#texts.push(write({ x: (value) => pixel(x?.(value)), y: (value) => pixel(y?.(value)) }));
      return group;
    };
  }

  /** @param svg as `finishSvg` returns it */
  insertInto(svg: string): string {
    return svg.replaceAll(
      / data-written="(\d+)"([^>]*)><\/g>/g,
      (_, index: string, rest: string) => `${rest}>${this.#texts[Number(index)] ?? ''}</g>`,
    );
  }
}

/** One mark, with its link where it has one. Links are for pointers: the page has each of them again as text. */
export function markAt(shape: MarkShape, x: number, y: number, radius: number, link: MarkLink | null): string {
  const drawn = shapeAt(shape, x, y, radius);
  if (link === null) return drawn;
  const title = link.title === '' ? '' : `<title>${escapeMarkup(link.title)}</title>`;
  return `<a href="${escapeMarkup(link.href)}" tabindex="-1">${title}${drawn}</a>`;
}

function shapeAt(shape: MarkShape, x: number, y: number, radius: number): string {
  switch (shape) {
    case 'circle':
      return `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
    case 'square': {
      const side = tenth(radius * 1.7);
      return `<path d="M${tenth(x - side / 2)} ${tenth(y - side / 2)}h${side}v${side}h${-side}z"/>`;
    }
    case 'diamond': {
      const arm = tenth(radius * 1.25);
      return `<path d="M${x} ${tenth(y - arm)}l${arm} ${arm}l${-arm} ${arm}l${-arm} ${-arm}z"/>`;
    }
    case 'times': {
      const arm = tenth(radius * 0.9);
      return `<path d="M${tenth(x - arm)} ${tenth(y - arm)}l${tenth(2 * arm)} ${tenth(2 * arm)}m0 ${tenth(-2 * arm)}l${tenth(-2 * arm)} ${tenth(2 * arm)}"/>`;
    }
  }
}

/** Text as it stands within an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** To a tenth. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function pixel(scaled: unknown): number | null {
  const pixels = typeof scaled === 'number' ? tenth(scaled) : NaN;
  return Number.isFinite(pixels) ? pixels : null;
}
