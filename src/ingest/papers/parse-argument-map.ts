import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import { readAssessments } from './argdown-data.ts';
import { readArgdownTree, type DraftMap } from './argdown-map.ts';
import { parseArgdown, type ArgdownSyntax } from './argdown-syntax.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { readRawYaml, textIn, type Range } from '#ingest/frontmatter/raw-yaml.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { textPlaces, type TextPlaces } from '#diagnostics/text-places.ts';

/**
 * An Argdown file (formats.md, "Argdown"). A file that is no valid Argdown gives a map without nodes, and a problem for each paragraph that is
 * not: half of an argument would say something else than the whole, so nothing of it is drawn, and its source is shown.
 *
 * The map's source is the one body of the reading; which entry it belongs to is known once all files are (`attach-maps.ts`).
 */
export function parseArgumentMap(source: SourceFile): Reading {
  const { path, text, digest } = source;
  const places = textPlaces(text);
  const read = readMap(text);
  const file = { path, paper: path, lastLine: Math.max(1, sourceLines(text).length), digest };
  const common = { ...nothingRead, kind: 'argument map' as const, bodies: [{ html: '', markdown: text }] };
  if (read.is !== 'map') {
    const argumentMap: ArgumentMap = { ...file, title: null, isValid: false, nodes: [], relations: [] };
    return { ...common, argumentMap, problems: [...source.problems, ...problemsOf(path, read, places)] };
  }

  const { nodes, relations, heading, frontmatter } = read.map;
  const placeOf = ([start, end]: Range): ReturnType<TextPlaces['placeOf']> => places.placeOf(start, end);
  const { assessments, problems } = readAssessments(path, read.map.data, (node) => nodes[node]?.title ?? '', placeOf);
  const header = readFrontmatter(path, frontmatter, placeOf);
  const argumentMap: ArgumentMap = {
    ...file,
    title: header.title ?? heading,
    isValid: true,
    nodes: nodes.map(({ start, ...node }, index) => ({
      ...node,
      ...(assessments.get(index) ?? { credence: null, inference: null, reason: null }),
      line: placeOf([start, start]).line,
    })),
    relations,
  };
  return { ...common, argumentMap, problems: [...source.problems, ...header.problems, ...problems] };
}

type ReadMap = Exclude<ArgdownSyntax, { readonly is: 'tree' }> | { readonly is: 'map'; readonly map: DraftMap };

function readMap(text: string): ReadMap {
  const syntax = parseArgdown(text);
  if (syntax.is !== 'tree') return syntax;
  try {
    return { is: 'map', map: readArgdownTree(syntax.tree, text) };
  } catch (error) {
    if (error instanceof RangeError) return { is: 'too much', reason: 'it is nested too deeply' };
    throw error;
  }
}

function problemsOf(path: string, syntax: Exclude<ReadMap, { readonly is: 'map' }>, places: TextPlaces): Problem[] {
  if (syntax.is === 'too much') return [problem('unreadable-argument-map', { path, line: 1, column: 1 }, { reason: syntax.reason })];
  return syntax.errors.map(({ start, end, found, advice }) =>
    problem('invalid-argument-map', { path, ...places.placeOf(start, end) }, { found, advice }),
  );
}

function readFrontmatter(
  path: string,
  frontmatter: DraftMap['frontmatter'],
  placeOf: (range: Range) => ReturnType<TextPlaces['placeOf']>,
): { readonly title: string | null; readonly problems: readonly Problem[] } {
  if (frontmatter === null) return { title: null, problems: [] };
  const { data, errors } = readRawYaml(frontmatter.text);
  return {
    title: data === null ? null : textIn(data, 'title'),
    problems: errors.map(({ reason, range: [start, end] }) =>
      problem('invalid-yaml', { path, ...placeOf([frontmatter.start + start, frontmatter.start + end]) }, { reason }),
    ),
  };
}
