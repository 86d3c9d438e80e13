import type { JsonNode } from './read-json.ts';

/** Longer lists stand one item a line. */
const longestLine = 80;

/**
 * A JSON value as text for readers: a string is itself, a short list of plain values stands on one line, a longer one as `- item` lines, a
 * group as `key: value` lines; what lies deeper is indented by two spaces. Nothing is left out.
 */
export function jsonText(node: JsonNode): string {
  switch (node.type) {
    case 'string':
    case 'literal':
    case 'deep':
      return node.text;
    case 'array':
      return node.items.length === 0 ? '[]' : (inOneLine(node.items) ?? node.items.map((item) => below('-', item)).join('\n'));
    case 'object':
      return node.members.length === 0 ? '{}' : node.members.map(({ key, value }) => below(`${key}:`, value)).join('\n');
  }
}

/** `key: value`, or the value's lines indented below it. */
function below(lead: string, value: JsonNode): string {
  const text = jsonText(value);
  if (value.type === 'string' && text === '') return `${lead} ""`;
  const isGroup = value.type === 'object' && value.members.length > 0;
  const lines = text.split('\n');
  if (lead === '-') return `- ${lines.join('\n  ')}`;
  return lines.length === 1 && !isGroup ? `${lead} ${text}` : `${lead}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Plain values that no comma or line end would blur. */
function inOneLine(items: readonly JsonNode[]): string | null {
  const isPlain = items.every((item) => item.type === 'literal' || (item.type === 'string' && /^[^,\n]+$/.test(item.text)));
  const line = isPlain ? items.map(jsonText).join(', ') : '';
  return isPlain && line.length <= longestLine ? line : null;
}
