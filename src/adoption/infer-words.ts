import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { InferredKey, Introduction } from './inferred-key.ts';
import { oneLine } from './one-line.ts';
import type { RepositoryAddress } from './repository-address.ts';

/** The README at the root of a workspace, and its program: what introduces the research. */
function introductionOf(graph: KnowledgeGraph, what: 'program' | 'readme'): Entry | null {
  const isIt = (path: string): boolean => (what === 'program' ? path === 'program.md' : /^readme\.(?:md|markdown)$/i.test(path));
  return graph.entries.find(({ path }) => isIt(path)) ?? null;
}

/** Headings that say what the file is, and not what the research is. */
const generic = /^(?:read ?me|index|untitled|(?:the )?(?:research )?program(?:me)?|(?:my )?research|introduction|overview|agents?)$/i;

/** What the site is called: the heading that a file begins with, or its title, else the repository's name, else the folder's. */
export function inferTitle(
  graph: KnowledgeGraph,
  introductions: readonly Introduction[],
  address: RepositoryAddress | null,
): InferredKey<'title'> {
  for (const entry of [introductionOf(graph, 'program'), introductionOf(graph, 'readme')]) {
    if (entry === null) continue;
    const title = oneLine(entry.title, 100);
    const isWords = /[\p{L}\p{N}]/u.test(title) && !generic.test(title);
    const line = entry.places['title']?.line ?? lineOf(entry.title, textOf(entry, introductions));
    // Further down it is a comment in a listing, or a chapter.
    const isFirst = line !== null && entry.headings.every((heading) => heading.line >= line);
    if (isWords && isFirst) return { key: 'title', value: title, certainty: 'stated', note: `inferred from ${entry.path}:${line}` };
  }
  return address === null
    ? { key: 'title', value: oneLine(graph.content.name, 100), certainty: 'stated', note: 'the name of the folder' }
    : { key: 'title', value: oneLine(address.name, 100), certainty: 'stated', note: 'the name of the repository' };
}

/** What the research is about, while nobody says so. */
export const undescribed = 'Not described yet';

/** What stands in a template for what a person is to write. */
export const placeholder = /FILL[_ ]?IN|[{<][^{}<>]*[}>]|\bTODO\b|\bTBD\b/;
/** It tells somebody what to do. */
const instruction =
  /^(?:do|don['’]t|never|always|read|you|please|note|warning|make|use|run|see|if|when|before|this (?:file|document|page))\b/i;

/** A line `Metric: val_bpb` states one thing. */
const keyed = /^([\p{L}\p{N}][\p{L}\p{N} _./-]{0,40}):\s/u;

/** What the research is about: a line `Project: …` of the program, else the first sentence of the README or the program that describes something. */
export function inferProject(graph: KnowledgeGraph, introductions: readonly Introduction[]): InferredKey<'project'> {
  const program = introductionOf(graph, 'program');
  const stated = program?.data['project'];
  if (program !== null && typeof stated === 'string' && !placeholder.test(stated) && stated.trim() !== '' && stated !== undescribed) {
    const line = program.places['project']?.line;
    return { key: 'project', value: oneLine(stated), certainty: 'stated', note: `inferred from ${placeOf(program.path, line ?? null)}` };
  }
  for (const entry of [introductionOf(graph, 'readme'), program]) {
    const sentence =
      entry === null
        ? undefined
        : sentencesOf(entry.excerpt).find((each, index) => describes(each, entry.title) && (index === 0 || !each.endsWith('…')));
    if (entry === null || sentence === undefined) continue;
    return {
      key: 'project',
      value: oneLine(sentence),
      certainty: 'guessed',
      note: `inferred from ${placeOf(entry.path, lineOf(sentence, textOf(entry, introductions)))}`,
    };
  }
  return { key: 'project', value: undescribed, certainty: 'open', note: 'fill in: what the research is about, in a sentence' };
}

function textOf({ path }: Entry, introductions: readonly Introduction[]): string {
  return introductions.find((each) => each.path === path)?.text ?? '';
}

function sentencesOf(excerpt: string): string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(excerpt);
  return Array.from(segments, ({ segment }) => segment.trim());
}

/** @param title what may stand before a colon: `Tiny models: how small they get` */
function describes(sentence: string, title: string): boolean {
  const key = keyed.exec(sentence)?.[1];
  if (key !== undefined && key.toLowerCase() !== title.toLowerCase()) return false;
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  // " · " parts the items of a list.
  return words.length >= 4 && !sentence.includes(' · ') && !instruction.test(sentence) && !placeholder.test(sentence);
}

/** The line that a sentence begins in; marks of Markdown within it do not matter. Null where that cannot be told. */
function lineOf(sentence: string, text: string): number | null {
  const letters = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const wanted = letters(sentence).slice(0, 24);
  const index = text.split(/\r?\n/).findIndex((line) => letters(line).includes(wanted));
  return index < 0 || wanted === '' ? null : index + 1;
}

function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}
