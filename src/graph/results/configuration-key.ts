import type { Column, Run } from '#graph/knowledge-graph.ts';
import { normalised } from './column-names.ts';
import { isMissing } from './numbers.ts';

/** "seed 3", "run #2", "replicate 2 of 5", "rerun": what tells a replicate from another, and nothing else. */
const replicateWords =
  /(?<![\p{L}\p{N}])(?:(?:random[ _-]?)?seeds?|re-?runs?|runs?|replicat(?:e|es|ion|ions)|reps?|repeats?)(?:[\s#:=_-]*\d+(?:\s*(?:of|\/)\s*\d+)?)?(?![\p{L}\p{N}])/giu;

/**
 * What each run was a run of: rows with the same key are replicates (`statistics.md`, "Configuration and replicates"). The key is the `group` cell;
 * without one, every cell that is no metric, status, seed, id, commit, parent or time, descriptions without the words and numbers that only tell
 * replicates apart. Null where a row says nothing of what it was: it is like no other.
 */
export function configurationKeys(runs: readonly Run[], columns: readonly Column[]): (string | null)[] {
  const group = columns.find(({ name }) => normalised(name) === 'group')?.name;
  const telling = columns.filter(({ role }) => role === 'parameter' || role === 'description');
  const parts = telling.map(() => '');
  return runs.map(({ cells }) => {
    const stated = group === undefined ? '' : (cells[group] ?? '').trim();
    if (!isMissing(stated)) return `group\0${stated}`;
    let isTold = false;
    for (const [index, { name, role }] of telling.entries()) {
      const cell = cells[name] ?? '';
      const isGiven = !isMissing(cell);
      isTold ||= isGiven;
      parts[index] = !isGiven ? '' : role === 'description' ? withoutReplicateWords(cell) : cell.trim();
    }
    return isTold ? parts.join('\0') : null;
  });
}

function withoutReplicateWords(description: string): string {
  return description
    .toLowerCase()
    .replaceAll(replicateWords, ' ')
    .replaceAll(/[^\p{L}\p{N}.%+=-]+/gu, ' ')
    .trim();
}
