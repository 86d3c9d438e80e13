import type { ColumnStore } from '#client/table/column-store.ts';
import { tableHaystack } from '#client/table/haystack.ts';
import { rankRows } from '#client/table/rank-rows.ts';

/** In milliseconds. */
const longestWait = 16;

/** Does ahead, while the reader does nothing, what the first sort by each column and the first search would have to wait for. */
export function prepare(store: ColumnStore): void {
  const haystack = tableHaystack(store);
  const columns = store.columns.values();
  const next = (): boolean => {
    if (haystack.buildMore()) return true;
    const { value, done } = columns.next();
    if (done === true) return false;
    rankRows(value);
    return true;
  };
  const work = (): void =>
    whenIdle((hasTime) => {
      let more = next();
      while (more && hasTime()) more = next();
      if (more) work();
    });
  work();
}

/** Where the browser is never idle, or has no such callbacks as in Safari, a little at a time. */
function whenIdle(work: (hasTime: () => boolean) => void): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 4), { timeout: longestWait });
  else setTimeout(() => work(() => false), 16);
}
