import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { metaModePath, metaModeWords, type FilePolicy } from './file-policy.ts';
import { growthOf } from './growth.ts';

/** What became of a file. A rename is a file that went and one that came. */
export interface FileChange {
  readonly path: string;
  /** Its text before; null where it was not there. */
  readonly before: string | null;
  /** Its text now; null where it is gone. */
  readonly after: string | null;
}

export interface Changes {
  readonly files: readonly FileChange[];
  /** Whether they are made on the main branch, where global files may change. */
  readonly isOnMain: boolean;
}

/** What a change does that the policy of its workspace does not allow (contract "File policy"). New files are always allowed. */
export function policyProblems({ files, isOnMain }: Changes, policy: FilePolicy): Problem[] {
  const metaMode = metaModeLine(files);
  return files.flatMap((change): Problem[] => {
    const { path, before, after } = change;
    const rule = policy(path);
    if (rule === null || before === null) return [];
    const growth = after === null ? null : growthOf(path, before, after);
    if (growth?.is === 'same') return [];
    switch (rule) {
      case 'frozen':
        return metaMode === null
          ? [problem('frozen-file', placeAt(path, changedLine(change)), { gone: after === null })]
          : [{ ...problem('meta-mode', placeAt(metaModePath, metaMode), { path }), names: [path] }];
      case 'append-only':
        if (growth?.is !== 'grown') return [problem('append-only-file', placeAt(path, growth?.line ?? 1), { gone: growth === null })];
        return growth.foot === null ? [] : [problem('grown-at-foot', placeAt(path, growth.foot), {})];
      case 'global':
        return isOnMain || growth?.is === 'grown'
          ? []
          : [problem('global-file', placeAt(path, growth?.line ?? 1), { gone: growth === null })];
    }
  });
}

/** The first line at which a text is not as it was. */
function changedLine({ before, after }: FileChange): number {
  const [old, now] = [(before ?? '').split(/\r?\n/), (after ?? '').split(/\r?\n/)];
  const line = now.findIndex((text, index) => text !== old[index]);
  return line === -1 ? Math.max(1, now.length) : line + 1;
}

/** The line by which this very change enters meta-mode; null where it does not. */
function metaModeLine(files: readonly FileChange[]): number | null {
  const journal = files.find(({ path }) => path === metaModePath);
  if (journal?.after === null || journal === undefined) return null;
  const says = (text: string): boolean => text.includes(metaModeWords);
  const lines = journal.after.split(/\r?\n/);
  const old = (journal.before ?? '').split(/\r?\n/).filter(says).length;
  // New entries stand at the top of a journal.
  return lines.filter(says).length > old ? lines.findIndex(says) + 1 : null;
}

function placeAt(path: string, line: number): Pick<Problem, 'path' | 'line' | 'column'> {
  return { path, line, column: 1 };
}
