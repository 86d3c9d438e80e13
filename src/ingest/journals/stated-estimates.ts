import type { StatedEstimate } from '#schemas/progress.ts';
import type { BodyLine } from '#ingest/entries/body-lines.ts';
import type { Around } from './items-around.ts';
import { minutesIn } from './written-minutes.ts';

const estimateLabel = /^(?:estimated?|(?:time|effort|duration) estimate|estimated (?:time|effort|duration))$/i;
/** Of the whole entry, wherever it stands. */
const wholeLabel = /^target duration$/i;
const actualLabel = /^(?:actual|actual (?:time|effort|duration)|time (?:investment|spent|taken))$/i;

interface Sides {
  title: string;
  estimated: { readonly minutes: number; readonly line: number } | null;
  actual: number | null;
}

/**
 * Estimates and what became of them: `Estimated: 4h` and `Actual: 5h`, on lines of their own or on one (`Estimate: ~3 hours | Actual: 4h`). An
 * estimate belongs to the item around it, else to the heading above; so does the actual time, which `Time Investment` states as well. Of
 * several on the same item the first counts. A `Target Duration` is an estimate of the whole entry. What is not in hours and minutes is none:
 * nobody knows how long a day is.
 *
 * @param total minutes that the whole entry took; null where they are not stated
 */
export function statedEstimates(lines: readonly BodyLine[], around: ReadonlyMap<BodyLine, Around>, total: number | null): StatedEstimate[] {
  const whole: Sides = { title: '', estimated: null, actual: total };
  const items = new Map<number, Sides>([[-1, whole]]);
  for (const line of lines) {
    if (line.is === 'heading' || line.is === 'blank') continue;
    const owner = around.get(line);
    const item: Sides = items.get(owner?.line ?? 0) ?? { title: owner?.title ?? '', estimated: null, actual: null };
    // A bound on the spaces keeps the pattern linear.
    for (const part of line.text.split(/[,;|→](?=\s{0,3}(?:actual|estimate))/i)) {
      const [, label = '', value = ''] = /^([^:]{1,40}):(.+)$/s.exec(part.trim()) ?? [];
      const minutes = minutesIn(value.trim());
      if (minutes === null) continue;
      if (estimateLabel.test(label.trim())) item.estimated ??= { minutes, line: line.line };
      else if (wholeLabel.test(label.trim())) whole.estimated ??= { minutes, line: line.line };
      else if (actualLabel.test(label.trim())) item.actual ??= minutes;
    }
    if (item.estimated !== null || item.actual !== null) items.set(owner?.line ?? 0, item);
  }
  return [...items.values()].flatMap(({ title, estimated, actual }) =>
    estimated === null ? [] : [{ title, estimatedMinutes: estimated.minutes, actualMinutes: actual, line: estimated.line }],
  );
}
