import { untrackedText } from './adoption-report.ts';
import { conditionsAbout, type Condition } from './condition.ts';
import { isElsewhere, lockfileText, packedFile, pagesBranch, type PackageState, type Repository } from './repository.ts';

const { ok, advice } = conditionsAbout('publishing');

/** What publishing rests on. */
export interface Publishing {
  /** Null outside git. */
  readonly repository: Repository | null;
  readonly packageState: PackageState;
  /** Files of the workspace that are read, and that git does not have. */
  readonly untracked: readonly string[];
  /** The workflow files of this version, each as it stands in the repository. */
  readonly workflows: readonly { readonly path: string; readonly state: 'absent' | 'same' | 'different' | 'refused' }[];
}

/** What a repository has and lacks for publishing and previews. Pure. Priors works without all of it, so that nothing of it is missing. */
export function judgePublishing({ repository, packageState, untracked, workflows }: Publishing): Condition[] {
  if (repository === null)
    return [
      advice(
        'repository-folder',
        'the workspace lies in no git repository: no history, no workflows',
        'Make it one: git init. A commit gives ages a day to count from.',
      ),
    ];
  return [
    judgeHistory(repository),
    ...judgeTracked(untracked),
    judgePackage(packageState, repository),
    judgeWorkflows(workflows),
    judgePages(repository),
  ];
}

function judgeHistory({ hasCommit, isShallow }: Repository): Condition {
  if (!hasCommit) return advice('history', 'the repository has no commit yet', 'Commit: ages count from the day of the last commit.');
  return isShallow
    ? advice(
        'history',
        'the clone is shallow: dates, authors and lineage are those of the newest commits',
        'git fetch --unshallow; in a workflow, fetch-depth: 0.',
      )
    : ok('history', 'a git repository with its whole history');
}

function judgeTracked(untracked: readonly string[]): Condition[] {
  return untracked.length === 0
    ? []
    : [advice('tracked', untrackedText(untracked), 'git add them; what git ignores needs git add --force.')];
}

function judgePackage(state: PackageState, { ignored }: Repository): Condition {
  const locked = lockfileText(state);
  const bring = `Pack a checkout into .priors/ and install that: "priors init" prints the commands.${locked === null ? '' : ` ${locked}.`}`;
  if (state.manifest === 'unreadable') return advice('package', 'package.json cannot be read as JSON', 'Mend it.');
  if (state.isPriors) return ok('package', 'this is the package itself');
  if (state.priors === null) return advice('package', 'package.json does not name Priors, which workflows install', bring);
  if (isElsewhere(state)) return advice('package', `package.json has Priors from "${state.priors}", where workflows do not find it`, bring);
  if (!state.hasLockfile)
    return advice(
      'package',
      'there is no package-lock.json, which workflows install from',
      `npm install${locked === null ? '' : `. ${locked}.`}`,
    );
  const tarball = packedFile(state);
  if (tarball !== null && ignored.has(tarball))
    return advice('package', `git ignores ${tarball}`, `Add a line !/${tarball} to .gitignore.`);
  return ok('package', `Priors from ${state.priors}`);
}

function judgeWorkflows(workflows: Publishing['workflows']): Condition {
  const paths = (state: Publishing['workflows'][number]['state']): string[] =>
    workflows.filter((each) => each.state === state).map(({ path }) => path);
  const [absent, different, refused] = [paths('absent'), paths('different'), paths('refused')];
  if (absent.length > 0) return advice('workflows', `not there: ${absent.join(', ')}`, '"priors init" adds them.');
  if (refused.length > 0) return advice('workflows', `cannot be read: ${refused.join(', ')}`, 'They must be files of the repository.');
  if (different.length > 0)
    return advice(
      'workflows',
      `other than this version writes them: ${different.join(', ')}`,
      'To compare: move one away and run "priors init". Changes of your own are no mistake.',
    );
  return ok('workflows', `${workflows.length === 1 ? '1 workflow' : `${workflows.length} workflows`}, as this version writes them`);
}

function judgePages({ remote, hasPagesBranch }: Repository): Condition {
  if (remote === null) return advice('pages', 'there is no remote "origin" to publish to', 'git remote add origin URL');
  return hasPagesBranch
    ? ok('pages', `the remote has a branch ${pagesBranch}, as last fetched`)
    : advice(
        'pages',
        `the remote had no branch ${pagesBranch} when it was last fetched`,
        'The publishing workflow makes it; then turn on Pages from that branch, and git fetch.',
      );
}
