import type { GroupMeasure } from './group-rows.ts';

/** What a group is called: `optimizer: adamw`, `configuration: run 3`. */
export function groupName(by: string, key: string): string {
  return `${by}: ${key === '' ? 'none' : key}`;
}

/**
 * The mean of a group with half its 95 % interval, to two digits of the latter: `0.9812 ± 0.0012`; the one value where there is only one. Where not
 * every row has a value, it says how many have: `0.9812 ± 0.0012, n = 3`.
 *
 * @param rows of the group
 */
export function measureText({ n, mean, interval }: GroupMeasure, rows: number): string {
  const half = interval === null ? 0 : (interval.high - interval.low) / 2;
  const count = n === rows ? '' : `, n = ${n.toLocaleString('en')}`;
  // Twelve digits hide what adding up has left behind: 0.30000000000000004.
  if (!(half > Math.abs(mean) * 1e-12)) return `${minus(Number(mean.toPrecision(12)).toString())}${count}`;
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(half)));
  const isPlain = decimals <= 8 && Math.abs(mean) < 1e9;
  const [value, reach] = isPlain ? [mean.toFixed(decimals), half.toFixed(decimals)] : [mean.toExponential(3), half.toExponential(1)];
  return `${minus(value)} ± ${minus(reach)}${count}`;
}

function minus(number: string): string {
  return number.replaceAll('-', '−');
}
