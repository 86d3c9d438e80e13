import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { plainMetrics, rateUnits, sizeCosts, timeCosts } from '#graph/results/metric-words.ts';

/** In words. */
const longestName = 6;

/** The metric that a text speaks of, by its name in the workspace; null where it names none. */
export type MetricInText = (text: string) => string | null;

/**
 * Finds the metrics of a workspace in texts: those of `program.md` and the metric columns of its tables. `val_bpb` is also found as "val bpb"; case does
 * not count. Of several the main one goes first, then the one with the longest name. A column that is called like a unit (`seconds`) or like any
 * metric (`value`) is not looked for, since its name says nothing, unless `program.md` names it. Linear in the text.
 */
export function createMetricFinder({ content: { program }, results }: KnowledgeGraph): MetricInText {
  const declared = [program.metric, ...(program.metrics ?? [])].flatMap((metric) => metric?.name ?? []);
  const columns = [...results.values()].flatMap((table) => table.columns.flatMap(({ name, role }) => (role === 'metric' ? [name] : [])));
  const names = new Map<string, string>();
  for (const name of [...declared, ...columns.filter(tells)]) {
    const key = wordsOf(name).join(' ');
    // Names of more words are sentences.
    if (key !== '' && key.split(' ').length <= longestName && !names.has(key)) names.set(key, name);
  }
  const main = program.metric?.name ?? null;
  const mostWords = [...names.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 0);

  return (text) => {
    const found = names.size === 0 ? [] : namesIn(wordsOf(text), names, mostWords);
    if (main !== null && found.includes(main)) return main;
    // The sort is stable: of names as long as each other the first one stays first.
    return found.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0] ?? null;
  };
}

/** From left to right, the longest at each word: in `val_bpb` there is no `bpb`. */
function namesIn(words: readonly string[], names: ReadonlyMap<string, string>, mostWords: number): string[] {
  const found: string[] = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(mostWords, words.length - start);
    while (length > 0 && !names.has(words.slice(start, start + length).join(' '))) length -= 1;
    const name = names.get(words.slice(start, start + length).join(' '));
    if (name !== undefined) found.push(name);
    start += Math.max(1, length);
  }
  return found;
}

function tells(column: string): boolean {
  const [word = '', ...more] = wordsOf(column);
  return more.length > 0 || ![timeCosts, sizeCosts, rateUnits, plainMetrics].some((words) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
