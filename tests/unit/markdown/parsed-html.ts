import { Window } from 'happy-dom';

import { renderMarkdown } from '#markdown/render-markdown.ts';
import type { RenderedMarkdown } from '#markdown/rendered-markdown.ts';

const { document } = new Window();

/** The elements that a browser would make of HTML. */
export function parseHtml(html: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
}

export function render(source: string, lineOffset = 0): RenderedMarkdown {
  return renderMarkdown(source, { path: 'notes/a.md', lineOffset });
}

/** What content has made of a page although it must not: empty where all is well. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const forbidden =
    'script style iframe object embed form button textarea select link meta base svg template noscript video audio frame frameset applet';
  for (const element of parseHtml(html).querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    if (forbidden.split(' ').includes(name)) dangers.push(`<${name}>`);
    for (const { name: key, value } of element.attributes) {
      if (/^on/iu.test(key) || key === 'style' || key === 'srcset' || key === 'srcdoc' || key === 'formaction')
        dangers.push(`${key}="${value}"`);
      if (/^(?:href|src|action|xlink:href|cite|poster|background)$/iu.test(key) && !/^(?:https?:|mailto:|#)/iu.test(value ?? ''))
        dangers.push(`${key}="${value}"`);
    }
  }
  return dangers;
}
