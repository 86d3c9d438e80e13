import type { RunLogEvent } from '#schemas/run-log.ts';

export type Outcome = 'success' | 'failure' | 'warning';

const outcomeKeys = /^(?:result|status|outcome)$/i;
const words: readonly (readonly [Outcome, RegExp])[] = [
  ['success', /^(?:success(?:ful|fully)?|succeeded|ok|pass(?:ed)?|complete[d]?|done)$/i],
  ['failure', /^(?:failure|failed|fail|error(?:ed)?)$/i],
  ['warning', /^(?:warning|warn(?:ed)?)$/i],
];

/**
 * How an event ended, where it says so in one word before anything else (formats.md, "Run logs"): `success`, `failure: why`,
 * `Success - generated two files`. Prose says nothing that could be relied on.
 */
export function eventOutcome(event: RunLogEvent): Outcome | null {
  for (const { key, value } of event.fields) {
    if (!outcomeKeys.test(key)) continue;
    const word = /^(?:[\s✓✔✅✗✘❌⚠]|\uFE0F)*([A-Za-z]+)(?=\s*$|\s*[:;,.(]|\s+(?:--?|[–—])\s)/u.exec(value.slice(0, 80))?.[1] ?? '';
    const outcome = words.find(([, pattern]) => pattern.test(word))?.[0];
    if (outcome !== undefined) return outcome;
  }
  return null;
}
