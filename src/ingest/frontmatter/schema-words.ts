import { z } from 'zod';

/** What a schema expects at a path, in the words of messages: `text`, `a list of texts`, `a group of keys`. */
export function expectedAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const found = schemaAt(schema, path);
  return found === null ? 'another value' : wordFor(found);
}

/** The keys that a schema knows at a path; empty where any key will do. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | null {
  const outer = unwrap(schema);
  const [first, ...rest] = path;
  if (first === undefined) return outer;
  if (outer instanceof z.ZodArray) return schemaAt(outer.element, rest);
  if (outer instanceof z.ZodRecord) return schemaAt(outer.valueType, rest);
  if (!(outer instanceof z.ZodObject)) return null;
  // `instanceof` knows nothing of the shape; what every object schema has is said here.
  const shape = outer.shape as Readonly<Record<string, z.core.$ZodType>>;
  const name = String(first);
  const inner = Object.hasOwn(shape, name) ? shape[name] : outer.def.catchall;
  return inner === undefined ? null : schemaAt(inner, rest);
}

/** What an author writes stands within `optional` and before a transformation. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
}

function wordFor(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodString) return 'text';
  if (inner instanceof z.ZodArray) return unwrap(inner.element) instanceof z.ZodString ? 'a list of texts' : 'a list of groups of keys';
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return 'a group of keys';
  if (inner instanceof z.ZodUnion) return inner.options.map(wordFor).join(' or ');
  if (inner instanceof z.ZodEnum) return inner.options.map((option) => `"${String(option)}"`).join(' or ');
  return 'another value';
}
