import { escapeText } from './plain-text.ts';

/** What a definition list shows: text, lists and groups. */
export type ListedValue = string | readonly ListedValue[] | { readonly [key: string]: ListedValue };

/** Groups as nested definition lists and lists as bullets: the readable form of a data file. Everything is escaped. */
export function renderDefinitionList(group: Readonly<Record<string, ListedValue>>): string {
  const items = Object.entries(group).map(([key, value]) => `<div><dt>${escapeText(key)}</dt><dd>${renderValue(value)}</dd></div>`);
  return `<dl class="data-list">${items.join('')}</dl>`;
}

function renderValue(value: ListedValue): string {
  if (typeof value === 'string') return value === '' ? '<span class="data-empty">empty</span>' : escapeText(value).replaceAll('\n', '<br>');
  if (isList(value)) {
    if (value.length === 0) return '<span class="data-empty">none</span>';
    const short = value.filter((item): item is string => typeof item === 'string' && item.length < 24 && !item.includes('\n'));
    return short.length === value.length
      ? escapeText(short.join(', '))
      : `<ul>${value.map((item) => `<li>${renderValue(item)}</li>`).join('')}</ul>`;
  }
  return Object.keys(value).length === 0 ? '<span class="data-empty">none</span>' : renderDefinitionList(value);
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: ListedValue): value is readonly ListedValue[] {
  return Array.isArray(value);
}
