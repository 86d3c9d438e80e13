import type { Direction } from '#schemas/program.ts';
import {
  differences,
  gains,
  higherFragments,
  higherQualities,
  higherRates,
  lowerFragments,
  lowerQualities,
  lowerRates,
  plainMetrics,
  rateThings,
  rateUnits,
  settingWords,
  sizeCosts,
  spreads,
  switchWords,
  timeCosts,
} from './metric-words.ts';

export interface MetricName {
  /** Null where the name does not tell. */
  readonly direction: Direction | null;
  /**
   * What the name tells: how good a result is (`val_loss`), what it cost (`memory_gb`), how it differs from another (`delta`), or how far it is
   * spread (`acc_std`). Quality is ranked first; a spread never.
   */
  readonly tells: 'quality' | 'cost' | 'difference' | 'spread';
}

/**
 * What the name of a numeric column says about it as a metric (formats.md: directions are guessed from names where nobody declares them).
 *
 * @returns null where the name is not that of a metric
 */
export function readMetricName(name: string): MetricName | null {
  const tokens = tokensOf(name);
  if (switchWords.has(tokens[0] ?? '')) return null;
  if (plainMetrics.has(tokens.join('_'))) return { direction: null, tells: 'quality' };
  if (isSpread(tokens)) return qualityOf(tokens, name) === null && costOf(tokens) === null ? null : { direction: null, tells: 'spread' };
  if (tokens.some((token) => differences.has(token))) return { direction: null, tells: 'difference' };
  if (isRate(tokens) || tokens.some((token) => gains.has(token))) return { direction: 'higher', tells: 'quality' };
  const quality = qualityOf(tokens, name);
  if (quality !== null) return { direction: quality, tells: 'quality' };
  const cost = costOf(tokens);
  return cost === null ? null : { direction: cost, tells: 'cost' };
}

/** Whether a name is that of a setting (`lr`, `batch_size`), which no table ranks its runs by. */
export function isSettingName(name: string): boolean {
  return tokensOf(name).some((token) => settingWords.has(token) || spreads.has(token));
}

function tokensOf(name: string): string[] {
  return (
    name
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .match(/[a-z]+\d*/g) ?? []
  );
}

function isSpread(tokens: readonly string[]): boolean {
  if (tokens.includes('explained')) return false;
  if (tokens.includes('standard') && (tokens.includes('error') || tokens.includes('deviation'))) return true;
  return tokens.length > 1 && tokens.slice(1).some((token, index) => spreads.has(token) || (token === 'value' && tokens[index] === 'p'));
}

/** `tokens_per_s`, `tok_s`, `tok/s`. */
function isRate(tokens: readonly string[]): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1] ?? '';
    if (token === 'per') return rateUnits.has(next) && index > 0;
    return rateThings.has(token.replace(/\d+$/, '')) && (next === 's' || next === 'sec' || next === 'second');
  });
}

/** The last word of quality tells, unless a setting follows it: `loss_weight` is no loss, `context_recall` a recall. */
function qualityOf(tokens: readonly string[], name: string): Direction | null {
  if (lowerFragments.some((fragment) => name.includes(fragment))) return 'lower';
  if (higherFragments.some((fragment) => name.includes(fragment))) return 'higher';
  if (tokens[0] === 'target') return null;
  const at = tokens.findLastIndex((token) => qualityOfWord(token, tokens) !== null);
  if (at === -1 || tokens.slice(at + 1).some((token) => settingWords.has(token))) return null;
  // An error count counts even where "accuracy" stands in the name: `accuracy_error`.
  return tokens.some((token) => qualityOfWord(token, tokens) === 'lower') ? 'lower' : 'higher';
}

function qualityOfWord(token: string, tokens: readonly string[]): Direction | null {
  if (tokens.includes('rate') && lowerRates.has(token)) return 'lower';
  if (tokens.includes('rate') && higherRates.has(token)) return 'higher';
  if (lowerQualities.has(token) || /^(?:loss|error|mae|mse|rmse|wer|ppl)\d+$/.test(token)) return 'lower';
  return higherQualities.has(token) || /^(?:f|bleu|rouge|top|map|ndcg|recall|precision|acc|hits|score|pass)\d+$|^rouge/.test(token)
    ? 'higher'
    : null;
}

function costOf(tokens: readonly string[]): Direction | null {
  const isTime = tokens.some((token) => timeCosts.has(token)) || (tokens.length > 1 && tokens.at(-1) === 's');
  if (isTime && !tokens.some((token) => token === 'budget' || token === 'limit')) return 'lower';
  return tokens.some((token) => sizeCosts.has(token)) && !tokens.some((token) => settingWords.has(token)) ? 'lower' : null;
}
