import type { History } from '#schemas/history.ts';

/** What is to be known of a history whose beginning is missing. */
export interface CutHistory {
  readonly text: string;
  readonly hint: string;
}

/** What `build`, `check` and the health page say where the beginning of the history is missing; null where it is whole, or there is none. */
export function cutHistory(history: History | null): CutHistory | null {
  if (history?.isCut !== true) return null;
  const unknown = 'since when older files are there, who wrote them and what they were called before is not known';
  return history.isShallow
    ? {
        text: `The history of this repository is cut, as the clone is shallow: ${unknown}.`,
        hint: 'Run "git fetch --unshallow"; in a workflow, check out with "fetch-depth: 0".',
      }
    : {
        text: `Only the newest commits of this long history were read: ${unknown}.`,
        hint: 'The pages of older files leave these facts out.',
      };
}
