import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runGit, runGitInOwn } from '#git/run-git.ts';
import { runGitWithRemote } from '#git/run-git-with-remote.ts';
import { indexInfo, parseTree, type TreeEntry } from './branch-tree.ts';
import { PublishingError } from './publishing-error.ts';
import type { SiteFolder } from './read-site-folder.ts';

/** The branch that a site is published onto. */
export interface PagesBranch {
  /** The folder whose remote it is. */
  readonly folder: string;
  readonly remote: string;
  readonly branch: string;
}

/** The branch as it is, for one try to change it. */
export interface BranchState {
  readonly entries: readonly TreeEntry[];
  /** The text of a small file; null where there is none. */
  readonly read: (path: string) => Promise<string | null>;
}

/** What a change makes of the branch. */
export interface BranchChange {
  readonly entries: readonly TreeEntry[];
  readonly message: string;
}

/** So often somebody else may have pushed meanwhile. */
const tries = 12;

/** Larger files of the branch need not be fetched: they are kept as they are. */
const largestRead = '8k';

/**
 * Does something to the branch from a repository of our own beside the checkout: nothing in the checkout is changed, and nothing that its configuration
 * says is done. It is gone afterwards.
 *
 * @throws {PublishingError} where there is no such remote, or the name is none of a branch
 */
export async function withPagesRepository<Result>(
  target: PagesBranch,
  action: (repository: PagesRepository) => Promise<Result>,
): Promise<Result> {
  const address = await addressOf(target);
  const folder = await mkdtemp(join(tmpdir(), 'priors-publish-'));
  try {
    await runGitInOwn(folder, ['init', '--quiet', '--bare', '--template=']);
    // Written as a file: an address may hold a password, and what git is started with can be read by every user of a machine.
    await appendFile(join(folder, 'config'), remoteConfig(address));
    return await action(new PagesRepository(folder, target.branch));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The remote as git's configuration has it. Its pages need not be there to be kept: only their names. */
function remoteConfig(address: string): string {
  const url = address.replaceAll(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
  return `[remote "pages"]\n\turl = "${url}"\n\tpromisor = true\n\tpartialclonefilter = blob:limit=${largestRead}\n`;
}

async function addressOf({ folder, remote, branch }: PagesBranch): Promise<string> {
  await runGit(folder, ['check-ref-format', `refs/heads/${branch}`]).catch(() => {
    throw new PublishingError(`"${branch}" is not the name of a branch.`);
  });
  const address = await runGit(folder, ['remote', 'get-url', '--push', '--', remote]).catch((cause: unknown) => {
    throw new PublishingError(`There is no remote "${remote}" here.\n  ${reasonOf(cause)}`);
  });
  // A remote in the file system may be named relative to the folder.
  return /^\.{1,2}(?:\/|$)/.test(address) ? resolve(folder, address.trim()) : address.trim();
}

export class PagesRepository {
  private readonly repository: string;
  private readonly ref: string;

  constructor(repository: string, branch: string) {
    this.repository = repository;
    this.ref = `refs/heads/${branch}`;
  }

  /**
   * The files of a site as objects of git, byte for byte: no line ends are changed and no attributes asked.
   *
   * @param below where they go: `preview/pr-7/`; empty for the root
   */
  async add({ folder, files }: SiteFolder, below: string): Promise<TreeEntry[]> {
    const paths = files.map(({ path }) => `${resolve(folder, path)}\n`).join('');
    const objects = (await runGitInOwn(this.repository, ['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).trim().split('\n');
    return files.flatMap(({ path }, index): TreeEntry[] => {
      const object = objects[index];
      return object === undefined ? [] : [{ mode: '100644', object, path: below + path }];
    });
  }

  async addText(path: string, text: string): Promise<TreeEntry> {
    return { mode: '100644', object: (await runGitInOwn(this.repository, ['hash-object', '-w', '--stdin'], text)).trim(), path };
  }

  /**
   * Makes the branch what `change` says, as one commit without parents, and begins again where somebody else pushed meanwhile.
   *
   * @param change is asked once for each try; null where there is nothing to do
   * @returns the new commit; null where the branch is so already
   * @throws {PublishingError} where the remote does not take it
   */
  async change(change: (state: BranchState) => Promise<BranchChange | null>): Promise<string | null> {
    for (let attempt = 1; ; attempt += 1) {
      const tip = await this.fetchTip();
      const changed = await change(await this.stateOf(tip));
      if (changed === null) return null;
      const tree = await this.writeTree(changed.entries);
      if (tip !== null && tree === (await this.git('rev-parse', `${tip}^{tree}`))) return null;
      const commit = await this.git(...author, 'commit-tree', '-m', changed.message, tree);
      const refusal = await this.push(commit, tip);
      if (refusal === null) return commit;
      const isLate = (await this.tip()) !== tip || /stale info|cannot lock ref|failed to update ref|fetch first/.test(refusal);
      if (!isLate || attempt >= tries) throw new PublishingError(`The branch ${this.ref} could not be pushed.\n  ${refusal}`);
      // Several that were late at once must not be so again.
      await pause(attempt * 100 + Math.random() * 400);
    }
  }

  private async push(commit: string, tip: string | null): Promise<string | null> {
    const lease = `--force-with-lease=${this.ref}:${tip ?? ''}`;
    return this.remotely('push', '--porcelain', lease, 'pages', `${commit}:${this.ref}`).then(
      () => null,
      (cause: unknown) => reasonOf(cause),
    );
  }

  private async fetchTip(): Promise<string | null> {
    const tip = await this.tip();
    if (tip === null) return null;
    const options = ['--quiet', '--no-tags', '--depth=1', `--filter=blob:limit=${largestRead}`];
    await this.remotely('fetch', ...options, 'pages', `+${this.ref}:refs/pages/tip`).catch(unreachable);
    // It may have moved since: what was fetched is what counts.
    return this.git('rev-parse', 'refs/pages/tip');
  }

  private async tip(): Promise<string | null> {
    const listed = await this.remotely('ls-remote', 'pages', this.ref).catch(unreachable);
    // Git also lists refs that only end so.
    const line = listed.split('\n').find((each) => each.endsWith(`\t${this.ref}`));
    return /^[0-9a-f]+/.exec(line ?? '')?.[0] ?? null;
  }

  private async stateOf(tip: string | null): Promise<BranchState> {
    const entries = tip === null ? [] : parseTree(await this.git('ls-tree', '-r', '-z', tip));
    return {
      entries,
      read: async (path) => {
        const entry = entries.find((each) => each.path === path);
        return entry === undefined ? null : runGitInOwn(this.repository, ['cat-file', 'blob', entry.object]);
      },
    };
  }

  private async writeTree(entries: readonly TreeEntry[]): Promise<string> {
    await this.git('read-tree', '--empty');
    await runGitInOwn(this.repository, ['update-index', '-z', '--index-info'], indexInfo(entries));
    return this.git('write-tree', '--missing-ok');
  }

  private async git(...parameters: readonly string[]): Promise<string> {
    return (await runGitInOwn(this.repository, parameters)).trim();
  }

  private remotely(...parameters: readonly string[]): Promise<string> {
    return runGitWithRemote(this.repository, parameters);
  }
}

const author = ['-c', 'user.name=Priors', '-c', 'user.email=priors@localhost', '-c', 'commit.gpgsign=false'];

function unreachable(cause: unknown): never {
  throw new PublishingError(`The remote repository could not be read.\n  ${reasonOf(cause)}`);
}

/** What git itself says, without what an address may hold of a password. */
function reasonOf(cause: unknown): string {
  const said =
    cause instanceof Error && 'stderr' in cause
      ? [cause, { stderr: 'stdout' in cause ? cause.stdout : '' }].map(({ stderr }) => String(stderr).trim()).join('\n')
      : String(cause);
  return said
    .replaceAll(/(\w+:\/\/)[^/@\s]+@/g, '$1')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'Done')
    .join('\n  ');
}
