/** The git repository that a workspace lies in, as far as adopting Priors asks for it. */
export interface Repository {
  /** Absolute path of its root. */
  readonly root: string;
  /** The workspace within it, with `/`; empty at its root. */
  readonly folder: string;
  readonly hasCommit: boolean;
  /** Whether older commits are not here, as in a checkout of most CI systems. */
  readonly isShallow: boolean;
  /** The branch that is checked out; null on none. */
  readonly branch: string | null;
  /** The address of the remote `origin`, as git has it: it may hold a password. */
  readonly remote: string | null;
  /** Whether `origin` had the branch that Pages are served from, when it was last fetched. */
  readonly hasPagesBranch: boolean;
  /** Of the paths that were asked about, those that git ignores. */
  readonly ignored: ReadonlySet<string>;
}

/** What npm is told at the root of a repository. */
export interface PackageState {
  readonly manifest: 'absent' | 'unreadable' | 'there';
  /** Where `package.json` has Priors from: `file:.priors/priors-0.1.0.tgz`; null where it does not. */
  readonly priors: string | null;
  readonly hasLockfile: boolean;
  /** The lockfile of another package manager, where there is one and npm's is not there: `yarn.lock`. */
  readonly otherLockfile: string | null;
  /** Whether it is the package of Priors itself. */
  readonly isPriors: boolean;
}

/** The branch that GitHub Pages are served from. */
export const pagesBranch = 'gh-pages';

/** The packed package that lies in the repository, relative to its root; null where `package.json` takes Priors from elsewhere. */
export function packedFile({ priors }: PackageState): string | null {
  const path = /^file:(?:\.\/)?(.+\.tgz)$/.exec(priors ?? '')?.[1] ?? null;
  return path === null || path.startsWith('/') || path.split('/').includes('..') ? null : path;
}

/** What workflows need, where another package manager installed what a repository has; null where none did. */
export function lockfileText({ otherLockfile }: PackageState): string | null {
  return otherLockfile === null ? null : `The workflows run npm ci, which needs package-lock.json and does not read ${otherLockfile}`;
}

/** Whether workflows, which have nothing but the repository and a registry, could not install Priors as `package.json` says. */
export function isElsewhere(state: PackageState): boolean {
  return /^(?:file|link):/.test(state.priors ?? '') && packedFile(state) === null;
}
