import type { RawValue } from '#schemas/fields.ts';
import { Refusal } from './refusal.ts';

/** An object as written: every scalar is text, as in frontmatter. */
export type RawObject = Readonly<Record<string, RawValue>>;

/**
 * Reads one JSON object with its numbers and truth values as the text that was written (`0.10` stays `0.10`), as frontmatter is read
 * (decision record 0001). Keys whose value is `null` count as absent. Refused is what is no JSON, no object, or carries the key
 * `__proto__`, which no entry may have.
 */
export function readJsonObject(json: string): RawObject {
  const value = rawValue(parse(json));
  if (typeof value === 'object' && !isList(value)) return value;
  throw new Refusal(`Unexpected ${isList(value) ? 'list' : 'text'} as JSON input, expected one object`, 'Begin with "{" and end with "}".');
}

/** The third parameter of a reviver (ES2025), which the library of this TypeScript version does not know yet. */
type SourceReviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

const sourceOfNumbers: SourceReviver = (_key, value, context) => (typeof value === 'number' ? (context?.source ?? String(value)) : value);

function parse(json: string): unknown {
  try {
    return JSON.parse(json, sourceOfNumbers);
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : String(cause);
    throw new Refusal(
      `The input is not valid JSON: ${reason}`,
      'Put keys and texts in double quotes, a comma between members and none behind the last.',
    );
  }
}

function rawValue(value: unknown): RawValue {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(rawValue);
  if (typeof value !== 'object' || value === null) return '';
  const members = Object.entries(value).filter(([, member]) => member !== null);
  if (members.some(([key]) => key === '__proto__'))
    throw new Refusal('Unexpected key "__proto__" in the JSON input', 'Give the key another name.');
  return Object.fromEntries(members.map(([key, member]) => [key, rawValue(member)]));
}

/** `Array.isArray` does not narrow read-only lists. */
export function isList(value: RawValue): value is readonly RawValue[] {
  return Array.isArray(value);
}
