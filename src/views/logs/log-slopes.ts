import { slopeChart } from '#charts/slope-chart.ts';
import { readMeasure, type Measure } from '#graph/results/numbers.ts';
import { changeBetween } from './value-change.ts';

/** One metric before and after as a picture. */
export interface LogSlope {
  readonly name: string;
  readonly svg: string;
  /** What lies between the two, in words. */
  readonly change: string;
}

/** A value with the parts that it names, as `LogMeasures` has it. */
interface Side {
  readonly text: string;
  readonly parts: readonly { readonly name: string; readonly value: string }[];
}

interface Compared {
  readonly name: string;
  readonly before: Side;
  readonly after: Side;
}

/** Further metrics stand in the table only. */
const mostSlopes = 8;
/** What fits beside the picture. */
const longestText = 13;

/** The metrics of which both sides are one number in the same unit, or have such parts: each with a scale of its own. */
export function logSlopes(comparison: readonly Compared[]): LogSlope[] {
  return comparison.flatMap(({ name, before, after }) => pairsOf(name, before, after).flatMap(slopeOf)).slice(0, mostSlopes);
}

interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function pairsOf(name: string, before: Side, after: Side): Pair[] {
  if (before.parts.length === 0 && after.parts.length === 0) return [{ name, before: before.text, after: after.text }];
  return before.parts.flatMap((part) => {
    const later = after.parts.find((other) => other.name === part.name);
    return later === undefined ? [] : [{ name: `${name}, ${part.name}`, before: part.value, after: later.value }];
  });
}

function slopeOf({ name, before, after }: Pair): LogSlope[] {
  const [left, right] = [readMeasure(before), readMeasure(after)];
  if (name === '' || left === null || right?.unit !== left.unit) return [];
  const change = changeBetween(before, after);
  const label = `${name}: ${before} before, ${after} after; change ${change}`;
  return [{ name, change, svg: slopeChart({ before: endOf(before, left), after: endOf(after, right), label }) }];
}

/** A remark in parentheses stands in the table; what is still too long is cut. */
function endOf(text: string, { value }: Measure): { readonly value: number; readonly text: string } {
  const plain = text.trim().replace(/\s+\(.*\)$/s, '');
  return { value, text: plain.length <= longestText ? plain : `${plain.slice(0, longestText - 1)}…` };
}
