import type { ValuePlace } from '#schemas/entry.ts';
import type { RawValue } from '#schemas/fields.ts';
import type { Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import type { JsonMember, JsonNode } from '#ingest/text/read-json.ts';
import type { TextPlaces } from '#diagnostics/text-places.ts';

type JsonObject = Extract<JsonNode, { type: 'object' }>;

/** The keys of a JSON object as frontmatter has them, and those that no entry can have. */
export interface JsonKeys {
  readonly frontmatter: Frontmatter;
  /** `__proto__`, and keys that were there already: their first value counts. */
  readonly refused: readonly JsonMember[];
}

/**
 * The keys of a JSON object as the frontmatter of an entry: every scalar is the text that was written (`0.10` stays `0.10`), with its place in the
 * file. What is `null` counts as absent. A group within a list of texts is the text of its JSON.
 *
 * @param lists names of the keys that hold lists of texts
 */
export function jsonKeys(object: JsonObject, text: string, places: TextPlaces, lists: ReadonlySet<string>): JsonKeys {
  const keyPlaces: Record<string, ValuePlace> = {};
  const valuePlaces: Record<string, ValuePlace> = {};
  const refused: JsonMember[] = [];

  const group = ({ members }: JsonObject, path: string): Record<string, RawValue> => {
    // Without a prototype `constructor` is a key like any other.
    const keys = Object.create(null) as Record<string, RawValue>;
    for (const member of members) {
      const { key, start, value } = member;
      if (key === '__proto__' || Object.hasOwn(keys, key)) refused.push(member);
      else if (!isNull(value)) {
        const inner = path === '' ? key : `${path}.${key}`;
        keyPlaces[inner] = places.placeOf(start, start + key.length + 2);
        keys[key] = raw(value, inner);
      }
    }
    return keys;
  };

  const raw = (node: JsonNode, path: string): RawValue => {
    valuePlaces[path] = places.placeOf(node.start, node.end);
    if (node.type === 'object') return group(node, path);
    if (node.type !== 'array') return node.text;
    return node.items
      .filter((item) => !isNull(item))
      .map((item, index) => {
        const isText = item.type !== 'object' || !lists.has(path);
        if (isText) return raw(item, `${path}.${index}`);
        valuePlaces[`${path}.${index}`] = places.placeOf(item.start, item.end);
        return text.slice(item.start, item.end);
      });
  };

  const data = group(object, '');
  const fence = places.placeOf(object.start, object.start + 1);
  const frontmatter = {
    present: true,
    damaged: false,
    data,
    body: '',
    bodyFirstLine: fence.line,
    fence,
    keyPlaces,
    valuePlaces,
    problems: [],
  };
  return { frontmatter, refused };
}

function isNull(node: JsonNode): boolean {
  return node.type === 'literal' && node.text === 'null';
}
