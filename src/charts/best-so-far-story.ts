import type { BestSoFarData } from './best-so-far-data.ts';
import { counted } from './drawing-note.ts';
import { runMarks, type RunMark } from './run-marks.ts';

/**
 * What became of the runs, in words: how many there are of each sort, and how the best so far went.
 *
 * @param records the runs that were the best so far of the current stratum, in order
 */
export function bestSoFarStory(
  data: Pick<BestSoFarData, 'runs' | 'metric' | 'unit' | 'direction' | 'bestLabel'>,
  records: readonly { readonly ordinal: number; readonly value: number | null }[],
): string {
  const counts = new Map<RunMark, number>();
  for (const { mark } of data.runs) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const parts = runMarks.flatMap((mark) => {
    const count = counts.get(mark) ?? 0;
    // Where a table tells no status, there is nothing to count.
    return count === 0 || (count === data.runs.length && mark === 'other') ? [] : [`${count.toLocaleString('en-US')} ${mark}`];
  });
  const runs = `${counted(data.runs.length, 'run', 'runs')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
  const unit = data.unit === null ? '' : ` ${data.unit}`;
  const [first, last] = [records[0], records.at(-1)];
  const evaluations = evaluationStory(data.runs);
  if (data.direction === null) return `${runs} Which way ${data.metric} is better is not known, so no run is called best.`;
  if (first === undefined || last === undefined) return `${runs} None of them has a value of ${data.metric} that counts.`;
  if (first === last) return `${runs} The best ${data.metric} is ${data.bestLabel}${unit}, of run ${last.ordinal}.${evaluations}`;
  const changes = records.length - 1;
  return `${runs} ${data.metric} (${data.direction} is better) went from ${first.value} in run ${first.ordinal} to ${data.bestLabel}${unit} in run ${last.ordinal}; the best so far changed ${changes === 1 ? 'once' : `${changes.toLocaleString('en-US')} times`}.${evaluations}`;
}

/** Where runs were evaluated by other files than those before them; empty where all were by the same. */
function evaluationStory(runs: readonly { readonly ordinal: number; readonly stratum: string }[]): string {
  const changed = runs.filter((run, index) => index > 0 && run.stratum !== runs[index - 1]?.stratum);
  const last = changed.at(-1);
  if (last === undefined) return '';
  const times = changed.length === 1 ? '' : ` ${changed.length.toLocaleString('en-US')} times, last`;
  return ` The evaluation changed${times} before run ${last.ordinal}: runs are compared only with those that were evaluated alike.`;
}
