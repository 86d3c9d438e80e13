import type { ExpectedEffect } from '#graph/predictions/expected-effect.ts';
import type { ObservedEffect } from '#graph/predictions/observed-effect.ts';

/** A signed number with as many digits as are of use: `+0.012`, `−3.4`. */
function signedText(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const sign = rounded < 0 ? '−' : rounded > 0 ? '+' : '';
  const size = Math.abs(rounded);
  const text =
    size !== 0 && (size >= 1e9 || size < 1e-6) ? size.toExponential() : size.toLocaleString('en-US', { maximumFractionDigits: 12 });
  return `${sign}${text}`;
}

/** `−0.03 to −0.01`, `+0.05`, `at least +0.1`, `lower`. */
export function expectedText(effect: ExpectedEffect): string {
  if (effect.says === 'direction') return effect.sign === -1 ? 'lower' : 'higher';
  const unit = effect.isRelative ? '%' : '';
  const { low, high } = effect;
  if (low === high) return `${signedText(low)}${unit}`;
  if (high === Infinity) return `at least ${signedText(low)}${unit}`;
  if (low === -Infinity) return `at least ${signedText(high)}${unit}`;
  const [near, far] = Math.abs(low) <= Math.abs(high) ? [low, high] : [high, low];
  return `${signedText(near)}${unit} to ${signedText(far)}${unit}`;
}

/** `−0.021`, in percent where that was expected. */
export function observedText(observed: ObservedEffect, isRelative: boolean): string {
  const unit = observed.unit === null ? '' : ` ${observed.unit === '%' ? 'pp' : observed.unit}`;
  return isRelative && observed.relative !== null ? `${signedText(observed.relative)}%` : `${signedText(observed.difference)}${unit}`;
}
