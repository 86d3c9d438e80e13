import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { readMetricName } from '#graph/results/metric-names.ts';
import type { Direction } from '#schemas/program.ts';
import { placeholder } from './infer-words.ts';
import type { InferredKey, Introduction } from './inferred-key.ts';
import { oneLine } from './one-line.ts';

/** The name of a metric that is still to be chosen. No table has such a column, so nothing is ranked by a direction that nobody stated. */
export const undecidedMetric = 'undecided';

/**
 * The metric: as a line `Metric: val_bpb (lower is better)` of the program says, else that of the main results table. Its direction may also stand in the
 * text of an introduction; else it is guessed from the name, as pages do. Where either stays unknown the metric is open: a direction that is
 * made up would rank runs.
 *
 * @param main the table that the research is about; null where there is none
 */
export function inferMetric(graph: KnowledgeGraph, main: Results | null, introductions: readonly Introduction[]): InferredKey<'metric'> {
  const written = writtenMetric(introductions);
  const name = written?.name ?? main?.metric.name ?? null;
  if (name === null)
    return open(graph.results.size === 0 ? 'no results table is there yet' : 'the results tables do not tell which column is the metric');
  const from = written === null ? `${main?.table.path ?? ''}:${main?.table.headerLine ?? 1}` : written.place;
  const found = written?.direction ?? null;
  if (found !== null && written !== null) return metric(name, found, 'stated', `inferred from ${written.place}`);

  const ofTable = main !== null && main.metric.name === name ? main.metric : null;
  if (ofTable?.directionSource === 'declared' && ofTable.direction !== null)
    return metric(name, ofTable.direction, 'stated', `inferred from ${from}; the table says which way is better`);
  const said = statedDirection(name, introductions);
  if (said !== null) return metric(name, said.direction, 'stated', `inferred from ${from}; ${said.place} says which way is better`);
  const guessed = ofTable?.direction ?? readMetricName(name)?.direction ?? null;
  if (guessed !== null) return metric(name, guessed, 'guessed', `inferred from ${from}; the direction is guessed from the name`);
  return open(`it seems to be ${oneLine(name, 60)} (${from}), but nothing tells whether lower or higher is better`);
}

function metric(name: string, direction: Direction, certainty: 'stated' | 'guessed', note: string): InferredKey<'metric'> {
  return { key: 'metric', value: { name: name.trim(), direction }, certainty, note: oneLine(note) };
}

function open(reason: string): InferredKey<'metric'> {
  return {
    key: 'metric',
    value: { name: undecidedMetric, direction: 'lower' },
    certainty: 'open',
    note: oneLine(`fill in: the column of the results table, and whether lower or higher is better; ${reason}`),
  };
}

interface WrittenMetric {
  readonly name: string;
  readonly direction: Direction | null;
  readonly place: string;
}

/** A line of the seed's form (`research-program.md`): `Metric: val_bpb (lower is better)`. */
function writtenMetric(introductions: readonly Introduction[]): WrittenMetric | null {
  for (const { path, text } of introductions) {
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const value = /^[\s*_>#-]{0,8}(?:primary |main )?metric[*_]{0,2}\s*:[*_]{0,2}\s*(.+)$/i.exec(line.slice(0, 500))?.[1];
      if (value === undefined || placeholder.test(value)) continue;
      const name = /^[`*_]{0,3}([A-Za-z][\w@/-]{1,59})/.exec(value)?.[1]?.replace(/[_/-]+$/, '');
      // A sentence is not a name: "Metric: we optimize the loss".
      const isName = name !== undefined && (/[_\d@/]/.test(name) || readMetricName(name) !== null);
      if (isName) return { name, direction: directionIn(value), place: `${path}:${index + 1}` };
    }
  }
  return null;
}

/** What a line that names the metric says of its direction: `lower val_bpb wins`, `val_bpb (lower is better)`. */
function statedDirection(
  name: string,
  introductions: readonly Introduction[],
): { readonly direction: Direction; readonly place: string } | null {
  for (const { path, text } of introductions) {
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line.length > 2_000 || !wordsOf(line).includes(name.toLowerCase())) continue;
      const direction = directionIn(line);
      if (direction !== null) return { direction, place: `${path}:${index + 1}` };
    }
  }
  return null;
}

function wordsOf(line: string): string[] {
  return line.toLowerCase().match(/[\p{L}\p{N}_@/-]+/gu) ?? [];
}

const lowerIsBetter = /\b(?:lower|smaller|less)\b[^.;()|]{0,40}\b(?:better|wins?)\b|\bminimi[sz](?:e|ing)\b|\(\s*(?:↓|lower)\s*\)/i;
const higherIsBetter =
  /\b(?:higher|larger|greater|more)\b[^.;()|]{0,40}\b(?:better|wins?)\b|\bmaximi[sz](?:e|ing)\b|\(\s*(?:↑|higher)\s*\)/i;
/** `(lower/higher is better)`: still to be chosen. */
const either = /\blower\s*(?:\/|\bor\b)\s*higher\b|\bhigher\s*(?:\/|\bor\b)\s*lower\b/i;

/** Null where a text says nothing of it, or both. */
function directionIn(text: string): Direction | null {
  if (either.test(text)) return null;
  const [lower, higher] = [lowerIsBetter.test(text), higherIsBetter.test(text)];
  return lower === higher ? null : lower ? 'lower' : 'higher';
}
