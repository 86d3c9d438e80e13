import { problem } from '#diagnostics/catalogue.ts';
import type { Place, Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import type { RawValue } from '#schemas/fields.ts';
import { z } from 'zod';
import type { Frontmatter } from './frontmatter.ts';
import { expectedAt, knownKeysAt } from './schema-words.ts';

/** Frontmatter held against the schema of its kind. */
export interface Validated {
  /** What the schema makes of the keys that are right. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values are: of a list that lost wrong items, the others by their numbers in `data`. */
  readonly places: Frontmatter['valuePlaces'];
  /** Unknown keys, wrong types and impossible dates. */
  readonly problems: readonly Problem[];
  /** Required keys that are not there or empty, by dotted path, each with its problem. */
  readonly missing: ReadonlyMap<string, Problem>;
}

type Issue = z.core.$ZodIssue;
type KeyPath = readonly PropertyKey[];

/**
 * Holds raw frontmatter against a kind's schema. Every mistake becomes a problem of its own at its own key or value, all in one run.
 * Of frontmatter that could not be read whole, nothing is said to be missing.
 *
 * @param kind the word for what the file is, in messages: `idea`, `program`
 */
export function validateFrontmatter(
  path: string,
  frontmatter: Frontmatter,
  schema: z.ZodType<Record<string, unknown>>,
  kind: string,
): Validated {
  const check: Check = { path, kind, frontmatter, schema };
  const raw = { ...frontmatter.data };
  const first = schema.safeParse(raw);
  if (first.success) return { data: first.data, places: frontmatter.valuePlaces, problems: [], missing: new Map() };

  const missing = new Map<string, Problem>();
  const problems: Problem[] = [];
  for (const issue of first.error.issues.flatMap((each) => eachUnknownKey(each))) {
    const key = issue.path.join('.');
    if (isMissing(issue, frontmatter)) missing.set(key, missingKey(check, key));
    else problems.push(describe(check, issue));
  }
  const paths = first.error.issues.flatMap((issue) => eachUnknownKey(issue).map((each) => each.path));
  const wrongItems = itemsAmong(paths, raw);
  const others = paths.filter(([key, ...rest]) => rest.length !== 1 || !wrongItems.has(String(key)));
  return {
    data: rightKeys(schema, withoutItems(raw, wrongItems), others),
    places: placesWithout(frontmatter.valuePlaces, wrongItems),
    problems,
    missing: frontmatter.damaged ? new Map() : missing,
  };
}

/** The problem of a required key that is not there; it stands at the empty value, at the group that lacks it, or where the frontmatter begins. */
export function missingKey({ path, frontmatter, kind }: Pick<Check, 'path' | 'frontmatter' | 'kind'>, key: string): Problem {
  const group = key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : key;
  const place = frontmatter.keyPlaces[key] ?? frontmatter.keyPlaces[group] ?? frontmatter.fence;
  return problem('missing-key', { path, ...place }, { key, kind, example: examples[key] ?? `${key}: …` });
}

interface Check {
  readonly path: string;
  readonly kind: string;
  readonly frontmatter: Frontmatter;
  readonly schema: z.ZodType;
}

/** How a required key is written. */
const examples: Readonly<Record<string, string>> = {
  title: 'title: Rotary position embedding',
  date: 'date: 2026-01-04',
  subject: 'subject: Fixed the evaluation split',
  tags: 'tags: [training]',
  hypothesis: 'hypothesis: Rotary embedding lowers val_bpb by 0.01, because distance matters more than place',
  outcome: 'outcome: supported',
  'idea or runs': 'idea: rotary',
  project: 'project: Smaller models that compress text better',
  metric: 'metric: { name: val_bpb, direction: lower }',
  'metric.name': 'metric: { name: val_bpb, direction: lower }',
  'metric.direction': 'metric: { name: val_bpb, direction: lower }',
  period: 'period: { from: 2026-01-01, to: 2026-01-07 }',
  'period.from': 'period: { from: 2026-01-01, to: 2026-01-07 }',
  'period.to': 'period: { from: 2026-01-01, to: 2026-01-07 }',
};

/** How a group of keys is written whose place a single value takes; with the metric's name where that is what the value says. */
function groupExample(key: string, value: RawValue | undefined): string | null {
  const example = Object.hasOwn(examples, key) ? (examples[key] ?? null) : null;
  const isName = key === 'metric' && typeof value === 'string' && /^[A-Za-z][\w-]{0,59}$/.test(value);
  return isName ? `metric: { name: ${value}, direction: lower }` : example;
}

/** zod names all unknown keys of a group in one issue; each is a mistake of its own. */
function eachUnknownKey(issue: Issue): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

function isMissing(issue: Issue, { data }: Frontmatter): boolean {
  const value = valueAt(data, issue.path);
  if (value === undefined) return issue.code !== 'unrecognized_keys';
  // An empty required text is as good as missing, but as an item of a list; `min(1)` is the only size that schemas ask for.
  return issue.code === 'too_small' && typeof value === 'string' && typeof issue.path.at(-1) !== 'number';
}

function describe(check: Check, issue: Issue): Problem {
  const { frontmatter, schema, kind } = check;
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, issue.path.slice(0, -1));
    const name = String(issue.path.at(-1));
    return problem('unknown-key', placeOf(check, key, frontmatter.keyPlaces), { key, kind, suggestion: suggest(name, known), known });
  }
  const place = placeOf(check, key, frontmatter.valuePlaces);
  const value = valueAt(frontmatter.data, issue.path);
  const stated: unknown = issue.code === 'custom' ? issue.params?.['expected'] : undefined;
  if (stated === 'date' && typeof value === 'string') return problem('impossible-date', place, { key, found: value });
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const expected = choices.length > 0 ? oneOf(choices) : typeof stated === 'string' ? `a ${stated}` : expectedAt(schema, issue.path);
  const suggestion = typeof value === 'string' ? suggest(value, choices) : null;
  const example = expected === 'a group of keys' ? groupExample(key, value) : null;
  return problem('wrong-type', place, { key, found: wordFor(value), expected, suggestion, example });
}

/** The place of a value, or of the nearest group around it that has one. */
function placeOf({ path, frontmatter }: Check, key: string, places: Frontmatter['keyPlaces']): Place {
  for (let outer = key; outer !== ''; outer = outer.slice(0, Math.max(outer.lastIndexOf('.'), 0))) {
    const place = places[outer] ?? frontmatter.valuePlaces[outer] ?? frontmatter.keyPlaces[outer];
    if (place !== undefined) return { path, ...place };
  }
  return { path, ...frontmatter.fence };
}

/** The numbers of wrong items in each list that is a key's value. */
type WrongItems = ReadonlyMap<string, ReadonlySet<number>>;

function itemsAmong(wrong: readonly KeyPath[], raw: Readonly<Record<string, RawValue>>): WrongItems {
  const items = new Map<string, Set<number>>();
  for (const [key, item, ...rest] of wrong) {
    if (typeof item !== 'number' || rest.length > 0 || !isList(raw[String(key)] ?? '')) continue;
    const known = items.get(String(key));
    if (known === undefined) items.set(String(key), new Set([item]));
    else known.add(item);
  }
  return items;
}

/** The lists without their wrong items: one blank name takes no other with it. */
function withoutItems(raw: Readonly<Record<string, RawValue>>, wrong: WrongItems): Record<string, RawValue> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const items = wrong.get(key);
      if (items === undefined || !isList(value)) return [[key, value]];
      const right = value.filter((_, index) => !items.has(index));
      return right.length === 0 ? [] : [[key, right]];
    }),
  );
}

function placesWithout(places: Frontmatter['valuePlaces'], wrong: WrongItems): Frontmatter['valuePlaces'] {
  if (wrong.size === 0) return places;
  return Object.fromEntries(
    Object.entries(places).flatMap(([path, place]) => {
      const [key = '', item, ...rest] = path.split('.');
      const items = wrong.get(key);
      if (items === undefined || item === undefined) return [[path, place]];
      const index = Number(item);
      if (items.has(index)) return [];
      const before = [...items].filter((each) => each < index).length;
      return [[[key, index - before, ...rest].join('.'), place]];
    }),
  );
}

/** What is right: wrong values are taken out, from their own group if that leaves it whole, else with the group. */
function rightKeys(
  schema: z.ZodType<Record<string, unknown>>,
  raw: Record<string, RawValue>,
  wrong: readonly KeyPath[],
): Record<string, unknown> {
  // Thousands of wrong keys are taken out at once: each on its own copies all others.
  const whole = new Set(wrong.flatMap(([first, ...rest]) => (first === undefined || rest.length > 0 ? [] : [String(first)])));
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !whole.has(key)));
  const pruned = wrong.reduce<RawValue>((value, path) => (path.length > 1 ? without(value, path) : value), kept);
  // `instanceof` knows nothing of the shape; what every object schema has is said here.
  const fields = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.core.$ZodType>>) : {};
  const right: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(pruned)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const result = field === undefined ? null : z.safeParse(field, value);
    if (result?.success === true) right[key] = result.data;
  }
  return right;
}

/** The value without what stands at a path; a list within a group goes as a whole, and so does one with a group that is wrong. */
function without(value: RawValue, path: KeyPath): RawValue {
  const [first, ...rest] = path;
  if (first === undefined || typeof value === 'string' || isList(value) || !Object.hasOwn(value, first)) return value;
  const name = String(first);
  const inner = value[name];
  const others = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  const keepsGroup = inner !== undefined && typeof inner !== 'string' && !isList(inner) && rest.length > 0;
  return keepsGroup ? { ...others, [name]: without(inner, rest) } : others;
}

function valueAt(value: RawValue | undefined, path: KeyPath): RawValue | undefined {
  const [first, ...rest] = path;
  if (first === undefined || value === undefined) return value;
  if (typeof value === 'string') return undefined;
  if (isList(value)) return valueAt(value[Number(first)], rest);
  return Object.hasOwn(value, first) ? valueAt(value[String(first)], rest) : undefined;
}

function wordFor(value: RawValue | undefined): string {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return 'empty value';
  if (isList(value)) return 'list';
  if (typeof value !== 'string') return 'group of keys';
  return `text "${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
}

function oneOf(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `"${choice}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

function isList(value: RawValue): value is readonly RawValue[] {
  return Array.isArray(value);
}
