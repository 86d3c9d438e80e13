import type { DateText } from '#schemas/fields.ts';

/**
 * What a commit did to one file, against its first parent. Paths are relative to the workspace; those outside it are relative to the repository, with `/` before
 * them.
 */
export interface FileRevision {
  readonly path: string;
  /** Where the file was before, where git takes it for the same one. */
  readonly from: string | null;
  /** The object that holds its text; null where it was removed. */
  readonly blob: string | null;
  /** Whether there was no such file before. */
  readonly isNew: boolean;
}

export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly date: DateText;
  /** As `.mailmap` has the name, without the address; may hold anything but a line end. */
  readonly author: string;
  readonly subject: string;
  /** What it changed, as far as that was read; empty for a merge. */
  readonly revisions: readonly FileRevision[];
}

/** Neither a name nor a subject holds a line end. */
const separator = '\n';

/** The branch that `priors publish` makes: a site, and nobody's work. */
const published = 'gh-pages';

/** How git prints a log that `parseLog` reads. */
const format: readonly string[] = [
  ...['--raw', '-z', '-M', '--no-abbrev', '--no-ext-diff'],
  `--format=${['%H', '%P', '%aI', '%aN', '%s'].join('%n')}`,
];

/** The parameters of git for the log of a folder: of all branches, with what changed there. */
export const logParameters: readonly string[] = [
  ...['log', `--exclude=${published}`, '--branches', `--exclude=*/${published}`, '--remotes', 'HEAD'],
  ...['--date-order', '--relative', ...format],
];

/** The same for the commits that standard input names, with nothing but what they renamed. */
export const movedParameters: readonly string[] = ['log', '--stdin', '--no-walk=unsorted', '--diff-filter=R', '--relative', ...format];

const header = /^([0-9a-f]{40,64})$/;
const rawLine = /^\n?:\d{6} \d{6} [0-9a-f]{40,64} ([0-9a-f]{40,64}) ([A-Z])\d*$/;

/**
 * Reads the log as git prints it, newest first. What it cannot make sense of, it passes over: a subject may hold anything but NUL.
 *
 * @param prefix where the workspace lies in the folder whose log it is: `research/`
 */
export function parseLog(printed: string, prefix = ''): LoggedCommit[] {
  const inside = prefix.normalize('NFC');
  const placed = (written: string): string => {
    const path = written.normalize('NFC');
    return path.startsWith(inside) ? path.slice(inside.length) : `/${path}`;
  };
  const commits: (LoggedCommit & { readonly revisions: FileRevision[] })[] = [];
  const tokens = printed.split('\0');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const [, blob = '', status = ''] = rawLine.exec(token) ?? [];
    if (status !== '') {
      const moves = status === 'R' || status === 'C';
      const [first = '', second = ''] = tokens.slice(index + 1, index + 3);
      index += moves ? 2 : 1;
      commits.at(-1)?.revisions.push({
        path: placed(moves ? second : first),
        from: status === 'R' ? placed(first) : null,
        blob: status === 'D' ? null : blob,
        isNew: status === 'A' || status === 'C',
      });
      continue;
    }
    const [hash = '', parents = '', date = '', author = '', subject = ''] = token.trimStart().split(separator);
    if (header.test(hash)) {
      commits.push({ hash, parents: parents.split(' ').filter(Boolean), date, author, subject, revisions: [] });
    }
  }
  return commits;
}
