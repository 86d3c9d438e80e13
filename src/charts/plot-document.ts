import { Window } from 'happy-dom';

/**
 * Draws with a document that Plot can draw into at build, where there is no browser. Each drawing has a window of its own, closed behind it:
 * happy-dom keeps every element in memory for as long as its window lives, whether it is attached or not.
 *
 * @param draw must not return anything of the document but text
 */
export function withPlotDocument<T>(draw: (document: Document) => T): T {
  const window = new Window();
  try {
    // happy-dom implements the part of the DOM that Plot uses, but its types are its own.
    return draw(window.document as unknown as Document);
  } finally {
    window.close();
  }
}

export interface ChartTexts {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Makes Plot's SVG fit for a page: no `<style>` and no inline style (content security policy), scaled by its `viewBox`, with a name and
 * a description. To assistive technology it is these two texts and nothing else: the links inside are for pointers, and the page has each of
 * them again as text. It is a group, not an image, since an image must not hold links.
 */
export function finishSvg(svg: Element, texts: ChartTexts): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    element.removeAttribute('style');
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
    shortenNumbers(element);
  }
  for (const link of svg.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  for (const attribute of ['width', 'height', 'font-family', 'font-size']) svg.removeAttribute(attribute);
  for (const drawn of svg.children) drawn.setAttribute('aria-hidden', 'true');
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-labelledby', `${texts.id}-title ${texts.id}-description`);
  svg.prepend(
    textElement(svg, 'title', `${texts.id}-title`, texts.title),
    textElement(svg, 'desc', `${texts.id}-description`, texts.description),
  );
  return svg.outerHTML;
}

function textElement(svg: Element, name: string, id: string, text: string): Element {
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('id', id);
  element.textContent = text;
  return element;
}

/** Coordinates to a tenth of a pixel: nobody sees more, and a chart of a hundred runs is a third smaller. */
function shortenNumbers(element: Element): void {
  for (const name of ['transform', 'd', 'cx', 'cy', 'x1', 'x2', 'y1', 'y2']) {
    const value = element.getAttribute(name);
    if (value !== null)
      element.setAttribute(
        name,
        value.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)),
      );
  }
}
