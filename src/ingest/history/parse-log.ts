import type { DateText } from '#schemas/fields.ts';

/** What a commit did to one file, against its first parent. Paths are relative to the workspace. */
export interface FileRevision {
  readonly path: string;
  /** Where the file was before, where git takes it for the same one. */
  readonly from: string | null;
  /** The object that holds its text; null where it was removed. */
  readonly blob: string | null;
}

export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly date: DateText;
  readonly subject: string;
  /** What it changed in the workspace; empty for a merge. */
  readonly revisions: readonly FileRevision[];
}

const separator = '\x02';

/** The branch that `priors publish` makes: a site, and nobody's work. */
const published = 'gh-pages';

/** The parameters of git for the log that `parseLog` reads. */
export const logParameters: readonly string[] = [
  ...['log', `--exclude=${published}`, '--branches', `--exclude=*/${published}`, '--remotes', 'HEAD'],
  ...['--date-order', '--raw', '-z', '-M', '--no-abbrev', '--relative', '--no-ext-diff'],
  `--format=${['%H', '%P', '%aI', '%s'].join('%x02')}`,
];

const header = /^([0-9a-f]{40,64})$/;
const rawLine = /^\n?:\d{6} \d{6} [0-9a-f]{40,64} ([0-9a-f]{40,64}) ([A-Z])\d*$/;

/** Reads the log as git prints it, newest first. What it cannot make sense of, it passes over: a subject may hold anything but NUL. */
export function parseLog(printed: string): LoggedCommit[] {
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
        path: (moves ? second : first).normalize('NFC'),
        from: status === 'R' ? first.normalize('NFC') : null,
        blob: status === 'D' ? null : blob,
      });
      continue;
    }
    const [hash = '', parents = '', date = '', ...subject] = token.trimStart().split(separator);
    if (header.test(hash)) {
      commits.push({ hash, parents: parents.split(' ').filter(Boolean), date, subject: subject.join(separator), revisions: [] });
    }
  }
  return commits;
}
