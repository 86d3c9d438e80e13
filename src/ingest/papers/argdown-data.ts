import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ValuePlace } from '#schemas/entry.ts';
import type { MapNode } from '#schemas/argument-map.ts';
import type { NodeData } from './argdown-map.ts';
import { readRawYaml, textIn, type Range, type RawMapping } from '#ingest/frontmatter/raw-yaml.ts';

/** What is read of a node's data; other keys stay in the source. */
export type Assessment = Pick<MapNode, 'credence' | 'inference' | 'reason'>;

export interface ReadAssessments {
  /** By node. */
  readonly assessments: ReadonlyMap<number, Assessment>;
  readonly problems: readonly Problem[];
}

/**
 * Reads `{credence: 0.92, reason: "…"}`, keys in any order, by the one YAML reader that turns no text into anything else. A credence is a
 * number from 0 to 1, or a percentage with its sign; whatever else is written is a problem, and no credence. What is said of a node first holds.
 *
 * @param placeOf turns offsets of the file into its lines and columns
 */
export function readAssessments(
  path: string,
  data: readonly NodeData[],
  titleOf: (node: number) => string,
  placeOf: (range: Range) => ValuePlace,
): ReadAssessments {
  const assessments = new Map<number, Assessment>();
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { node, start, text } of data) {
    const { mapping, offset, values, error } = readMapping(text);
    const at = ([from, to]: Range): ValuePlace & { path: string } => ({ path, ...placeOf([start + offset + from, start + offset + to]) });
    if (error !== null) problems.push(problem('invalid-map-data', at(error.range), { reason: error.reason }));
    const read = { ...(assessments.get(node) ?? { credence: null, inference: null, reason: null }) };
    for (const key of ['credence', 'inference'] as const) {
      const written = textIn(mapping, key);
      if (written === null) continue;
      const place = at(values.get(key) ?? [0, 0]);
      const share = shareOf(written);
      if (share === null) problems.push(problem('invalid-credence', place, { key, found: written }));
      else if (read[key] === null) lines.set(`${node} ${key}`, place.line);
      else if (read[key] !== share) {
        const line = lines.get(`${node} ${key}`) ?? place.line;
        problems.push(problem('second-credence', place, { key, title: titleOf(node), found: written, line }));
      }
      read[key] ??= share;
    }
    read.reason ??= textIn(mapping, 'reason');
    assessments.set(node, read);
  }
  return { assessments, problems };
}

interface ReadMapping {
  readonly mapping: RawMapping;
  /** Of the text that was read within the whole. */
  readonly offset: number;
  readonly values: ReadonlyMap<string, Range>;
  readonly error: { readonly reason: string; readonly range: Range } | null;
}

/** Data is a mapping in braces; over several lines Argdown also takes the lines between the braces as a mapping without any. */
function readMapping(text: string): ReadMapping {
  const inBraces = readRawYaml(text);
  const [error = null] = inBraces.errors;
  if (error === null) return { mapping: inBraces.data ?? {}, offset: 0, values: inBraces.values, error };
  const offset = /^\{[ \t]*\r?\n/.exec(text)?.[0].length;
  if (offset !== undefined) {
    const lines = readRawYaml(text.slice(offset).replace(/\}\s*$/, ''));
    if (lines.errors.length === 0) return { mapping: lines.data ?? {}, offset, values: lines.values, error: null };
  }
  return { mapping: inBraces.data ?? {}, offset: 0, values: inBraces.values, error };
}

/** `0.92`, `.92`, `92%`; null for anything else, a bare 92 too. */
function shareOf(written: string): number | null {
  const match = /^(\d*\.?\d+|\d+\.)(\s?%)?$/.exec(written.trim());
  const share = match === null ? NaN : Number(match[1]) / (match[2] === undefined ? 1 : 100);
  return share >= 0 && share <= 1 ? share : null;
}
