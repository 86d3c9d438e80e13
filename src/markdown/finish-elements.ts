import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

import { grammarName, highlight } from './highlight.ts';
import { renderMath } from './render-math.ts';
import { cutText } from './sentences.ts';

/**
 * Adds to sanitised HTML what only we may add: coloured code, diagrams, formulas, headings' anchor links, tables that
 * scroll, names for checkboxes. Changes the tree.
 *
 * @param prefix before the ids of the entry's footnotes
 */
export function finishElements(tree: Root, prefix: string): void {
  let tables = 0;
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    switch (node.tagName) {
      case 'pre':
        parent.children[index] = finishPre(node);
        return SKIP;
      case 'code':
        if (!hasClass(node, 'math-inline')) return undefined;
        parent.children[index] = finishInlineMath(node);
        return SKIP;
      case 'table':
        tables += 1;
        parent.children[index] = scrollable(node, tables);
        return undefined;
      case 'img':
        node.properties['alt'] ??= '';
        node.properties['loading'] = 'lazy';
        // Pictures of other hosts: those learn that somebody looks, but not at what.
        node.properties['referrerPolicy'] = 'no-referrer';
        return undefined;
      case 'input':
        node.properties['ariaLabel'] = node.properties['checked'] === true ? 'Done' : 'Not done';
        return undefined;
      case 'a':
        if (node.properties['ariaDescribedBy'] !== undefined) node.properties['ariaDescribedBy'] = [`${prefix}footnote-label`];
        return undefined;
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        finishHeading(node, prefix);
        return undefined;
      default:
        return undefined;
    }
  });
}

function finishHeading(node: Element, prefix: string): void {
  const { id } = node.properties;
  if (hasClass(node, 'sr-only')) node.properties['id'] = `${prefix}footnote-label`;
  // For the pointer only: by keyboard and to assistive technology the page's contents hold the same links.
  else if (typeof id === 'string')
    node.children.push(element('a', { className: ['heading-anchor'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 }, []));
}

function finishPre(pre: Element): Element {
  const code = pre.children.find((child) => child.type === 'element' && child.tagName === 'code');
  if (code?.type !== 'element') return { ...pre, properties: { tabIndex: 0 } };

  const source = toString(code);
  const text = source.endsWith('\n') ? source.slice(0, -1) : source;
  if (hasClass(code, 'math-display')) return displayMath(text);

  const language = languageOf(code);
  if (language === 'math') return displayMath(text);
  if (language === 'mermaid') {
    return element('figure', { className: ['diagram'] }, [
      element('pre', { className: ['mermaid-source'], tabIndex: 0 }, [element('code', {}, [{ type: 'text', value: text }])]),
    ]);
  }
  const name = language === null ? null : grammarName(language);
  const coloured = language === null ? null : highlight(text, language);
  return element('pre', { className: ['code'], tabIndex: 0 }, [
    element('code', name === null ? {} : { className: [`language-${name}`] }, coloured ?? [{ type: 'text', value: text }]),
  ]);
}

function languageOf(code: Element): string | null {
  const names = code.properties['className'];
  if (!Array.isArray(names)) return null;
  const name = names.find((item) => typeof item === 'string' && item.startsWith('language-'));
  return typeof name === 'string' ? name.slice('language-'.length) : null;
}

function displayMath(formula: string): Element {
  const math = renderMath(formula, true);
  if (math === null)
    return element('pre', { className: ['math-source'], tabIndex: 0 }, [element('code', {}, [{ type: 'text', value: formula }])]);
  return element('div', { className: ['math-display'], tabIndex: 0 }, [{ type: 'raw', value: math }]);
}

function finishInlineMath(code: Element): ElementContent {
  const formula = toString(code);
  const display = hasClass(code, 'math-display');
  const math = renderMath(formula, display);
  return math === null
    ? element('code', { className: ['math-source'] }, [{ type: 'text', value: formula }])
    : element('span', { className: [display ? 'math-display' : 'math-inline'] }, [{ type: 'raw', value: math }]);
}

function scrollable(table: Element, number: number): Element {
  // Regions on a page need names of their own.
  const cells = (firstRow(table)?.children ?? []).map((cell) => toString(cell).replace(/\s+/gu, ' ').trim());
  const columns = cells.filter((text) => text !== '').join(', ');
  const ariaLabel = columns === '' ? `Table ${number}` : `Table ${number}: ${cutText(columns, 60)}`;
  return element('div', { className: ['table-scroll'], role: 'region', ariaLabel, tabIndex: 0 }, [table]);
}

function firstRow(node: Element): Element | null {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const row = child.tagName === 'tr' ? child : firstRow(child);
    if (row !== null) return row;
  }
  return null;
}

function hasClass(node: Element, name: string): boolean {
  const names = node.properties['className'];
  return Array.isArray(names) && names.includes(name);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
