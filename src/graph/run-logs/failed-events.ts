import type { RunLogEvent } from '#schemas/run-log.ts';
import { eventOutcome } from './event-outcome.ts';
import { failureCounts } from './failure-counts.ts';

const failing = /(?:^|_)(?:FAIL|FAILED|FAILURE|ERROR|ABORT|ABORTED|CRASHED|CANCELLED|CANCELED)$|^ABORT_/;

/** Whether the event as a whole failed: by its action (`TRAINING_FAILED`), or by the word that its result begins with. */
export function isFailed(event: RunLogEvent): boolean {
  return failing.test(event.action) || eventOutcome(event) === 'failure';
}

/**
 * What an event says of failure, as it is written: `2 failures`, `failure: no disk`; its action where nothing else says it. Null where it says
 * nothing of the kind. An event counts once however often it says so: a log repeats its counts.
 */
export function failureOf(event: RunLogEvent): string | null {
  const counts = event.fields.flatMap(({ key, value }) =>
    failureCounts(key, value).map(({ start, end, count }) =>
      start === 0 && end === value.length ? `${key}: ${count}` : value.slice(start, end),
    ),
  );
  const described = failureCounts(null, event.description).map(({ start, end }) => event.description.slice(start, end));
  const [count] = [...counts, ...described];
  if (isFailed(event)) return resultOf(event) ?? count ?? event.action;
  return count ?? null;
}

function resultOf({ fields }: RunLogEvent): string | null {
  const error = fields.find(({ key }) => /^error(?:[ _]message)?$/i.test(key));
  const result = error ?? fields.find(({ key }) => /^(?:result|status|outcome)$/i.test(key));
  const line = result?.value.split('\n', 1)[0] ?? '';
  return line === '' ? null : line;
}
