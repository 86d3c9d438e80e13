import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { ColumnRole } from '#schemas/program.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { amountsOf } from './judged/amounts.ts';
import type { PhraseLink } from './judged/phrase.ts';
import { runLink } from './judged/run-links.ts';

/** A stretch of a cell, and whether the other run has none of its words. */
export interface CellWords {
  readonly text: string;
  readonly isOwn: boolean;
}

export interface CellDifference {
  readonly column: string;
  readonly here: readonly CellWords[];
  readonly there: readonly CellWords[];
  /** `0.0041 better`, of metrics whose values can be compared. */
  readonly amount: string | null;
}

/** In which columns two runs differ. */
export interface RunDifference {
  /** What the other run is to this one: `the best`, `its parent`. */
  readonly role: string;
  readonly other: PhraseLink;
  readonly columns: readonly CellDifference[];
}

const longestCell = 400;
/** So many characters before the first difference are shown of a long cell. */
const contextBefore = 60;
const fewestWords = 4;

/** Columns that tell which run a row is, not what it was. */
const naming: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['id', 'commit', 'parent', 'time']);

/** What differs between a run and another one: no column that agrees, and none that only names a run. */
export function runDifference(run: Run, other: Run, role: string, results: Results, graph: KnowledgeGraph, href: Href): RunDifference {
  return {
    role,
    other: runLink(other.id, graph, href),
    columns: results.columns
      .filter(({ name, role: part }) => !naming.has(part) && (run.cells[name] ?? '').trim() !== (other.cells[name] ?? '').trim())
      .map(({ name }) => ({
        column: name,
        ...changedWords(...fromDifference((run.cells[name] ?? '').trim(), (other.cells[name] ?? '').trim())),
        amount: amountText(run, other, name, results, graph),
      })),
  };
}

/** How much better a metric is here; where nobody says which way is better, how much greater. */
function amountText(run: Run, other: Run, name: string, results: Results, { content }: KnowledgeGraph): string | null {
  const [here, there] = [run.values[name] ?? null, other.values[name] ?? null];
  if (here === null || there === null || here === there) return null;
  const declared = [content.program.metric, ...(content.program.metrics ?? [])].find((metric) => metric?.name === name);
  const direction = name === results.metric.name ? results.metric.direction : (declared?.direction ?? null);
  const unit = name === results.metric.name ? results.metric.unit : (declared?.unit ?? null);
  const amount = amountsOf({ ...results, metric: { ...results.metric, name, unit } }).difference(here - there);
  if (direction === null) return `${amount} ${here > there ? 'more' : 'less'}`;
  return `${amount} ${here > there === (direction === 'higher') ? 'better' : 'worse'}`;
}

/** Two texts, cut so that what is shown of long ones is where they differ. */
function fromDifference(here: string, there: string): [string, string] {
  if (Math.max(here.length, there.length) <= longestCell) return [here, there];
  let same = 0;
  while (same < here.length && here[same] === there[same]) same += 1;
  if (same <= longestCell / 2) return [shortened(here, longestCell), shortened(there, longestCell)];
  const context = same - contextBefore;
  const word = here.lastIndexOf(' ', context) + 1;
  const start = word > context - contextBefore ? word : context;
  const cut = (text: string): string => `… ${shortened(text.slice(start), longestCell)}`;
  return [cut(here), cut(there)];
}

/** Marks the words that the other text does not have. Short cells are changed as a whole, which standing side by side shows. */
function changedWords(here: string, there: string): Pick<CellDifference, 'here' | 'there'> {
  const [own, others] = [wordsOf(here), wordsOf(there)];
  const [known, foreign] = [new Set(own), new Set(others)];
  const common = [...known].filter((word) => foreign.has(word)).length;
  // Texts with next to nothing in common are two texts, not a change.
  const isChange = Math.max(own.length, others.length) >= fewestWords && common * 2 >= Math.min(known.size, foreign.size);
  return isChange ? { here: marked(own, foreign), there: marked(others, known) } : { here: plain(here), there: plain(there) };
}

function plain(text: string): CellWords[] {
  return text === '' ? [] : [{ text, isOwn: false }];
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

function marked(words: readonly string[], others: ReadonlySet<string>): CellWords[] {
  const stretches: { text: string; isOwn: boolean }[] = [];
  for (const word of words) {
    const isOwn = !others.has(word);
    const last = stretches.at(-1);
    if (last?.isOwn === isOwn) last.text += ` ${word}`;
    else stretches.push({ text: word, isOwn });
  }
  return stretches;
}
