import { tsvRow } from '#schemas/delimited-row.ts';
import type { Corpus } from './corpus.ts';
import { places, settings, techniques } from './prose.ts';
import { seededRandom } from './random.ts';

const seed = 20_260_102;
const baselines = 5;

/** The columns of the table, as many loops write them: what identifies, measures, judges and sets a run. */
export const tableCorpusColumns = [
  'commit', 'val_bpb', 'memory_gb', 'seconds', 'status', 'description', 'seed', 'lr', 'width', 'depth', 'optimizer', 'timestamp',
] as const; // prettier-ignore

const program = `---
project: One long results table, to measure how long Priors takes to show it
metric: { name: val_bpb, direction: lower }
---

Everything in here is invented by a generator. No number in it was measured.
`;

/**
 * A workspace that is one results table of twelve columns: five baselines, then runs of which few are kept and some crash. The same size gives
 * the same bytes on every machine.
 */
export function makeTableCorpus(rows: number): Corpus {
  const random = seededRandom(seed);
  const table: string[] = [tsvRow(tableCorpusColumns)];
  let best = 1;
  for (let index = 0; index < rows; index += 1) {
    const isBaseline = index < baselines;
    const isCrash = !isBaseline && random.chance(0.04);
    const value = 1 + (random.next() - (isBaseline ? 0.5 : 0.3)) * 0.02;
    const isKept = !isBaseline && !isCrash && value < best;
    if (isKept) best = value;
    table.push(
      tsvRow([
        random.hash(7),
        isCrash ? '0.000000' : value.toFixed(6),
        `${random.between(30, 60)}.${random.between(0, 9)}`,
        `30${random.between(0, 9)}.${random.between(0, 9)}`,
        isBaseline ? 'baseline' : isCrash ? 'crash' : isKept ? 'keep' : 'discard',
        isBaseline ? 'unmodified' : `${random.pick(techniques)} in ${random.pick(places)} ${random.pick(settings)}, variant ${index}`,
        String(random.between(1, 5)),
        random.pick(['1e-3', '6e-4', '3e-4', '1e-4']),
        random.pick(['256', '512', '768']),
        random.pick(['6', '8', '12']),
        random.pick(['adamw', 'muon', 'lion']),
        timeOf(index),
      ]),
    );
  }
  return new Map([
    ['program.md', program],
    ['results.tsv', `${table.join('\n')}\n`],
  ]);
}

/** Five minutes a run, one after the other. */
function timeOf(index: number): string {
  return new Date(Date.UTC(2025, 0, 1) + index * 300_000).toISOString().slice(0, 19);
}
