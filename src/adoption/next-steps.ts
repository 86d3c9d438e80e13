import { isElsewhere, lockfileText, packedFile, pagesBranch, type PackageState, type Repository } from './repository.ts';
import { repositoryAddress } from './repository-address.ts';

/** Something that a person does next. */
export interface Step {
  readonly text: string;
  /** To paste into a shell at the repository's root. */
  readonly commands: readonly string[];
}

/** Where an adoption stands. */
export interface Situation {
  /** The workspace, relative to the folder that commands run in; `.` for that folder itself. */
  readonly workspace: string;
  /** Null outside git. */
  readonly repository: Repository | null;
  readonly packageState: PackageState;
  /** Of Priors. */
  readonly version: string;
  /** The checkout that Priors runs in; null where it is an installed package. */
  readonly checkout: string | null;
  /** The files that were written or stood there as they would be, relative to the repository's root. */
  readonly files: readonly string[];
  /** Whether git has all of them, and what npm is told, as they are. */
  readonly isCommitted: boolean;
}

/** What is left to do until the site is published and pull requests have previews, in order. */
export function nextSteps(situation: Situation): Step[] {
  const { repository, workspace } = situation;
  if (repository === null)
    return [
      { text: 'Make the folder a git repository and run init again: workflows need one.', commands: ['git init', initCommand(workspace)] },
      look(workspace),
    ];
  return [...installing(situation, repository), ...ignoring(situation, repository), look(workspace), ...publishing(situation, repository)];
}

function initCommand(workspace: string): string {
  return `npx priors init${workspace === '.' ? '' : ` --workspace ${shellWord(workspace)}`}`;
}

function look(workspace: string): Step {
  const place = `--workspace ${shellWord(workspace)}`;
  return {
    text: 'Read program.md and correct it, then look at the site.',
    commands: [`npx priors check ${place}`, `npx priors build ${place}`, 'npx priors preview'],
  };
}

/** Workflows install what `package.json` says, and Priors is on no registry: its tarball lies in the repository. */
function installing({ packageState, version, checkout }: Situation, { root }: Repository): Step[] {
  const tarball = `./.priors/priors-${version}.tgz`;
  const commands = [
    'mkdir -p .priors',
    `(cd ${checkout === null ? 'CHECKOUT-OF-PRIORS' : shellWord(checkout)} && npm pack --pack-destination ${shellWord(`${root}/.priors`)})`,
    `npm install --save-dev ${tarball}`,
  ];
  const locked = lockfileText(packageState);
  const beside = locked === null ? '' : ` ${locked}: npm makes it, and both lockfiles then stay.`;
  if (packageState.manifest === 'unreadable') return [{ text: 'Mend package.json, which cannot be read as JSON.', commands: [] }];
  if (packageState.isPriors) return [];
  if (packageState.priors === null) return [{ text: `Bring Priors along, so that workflows can install it.${beside}`, commands }];
  if (isElsewhere(packageState))
    return [
      { text: `package.json has Priors from "${packageState.priors}", where workflows do not find it: bring it along.${beside}`, commands },
    ];
  return packageState.hasLockfile
    ? []
    : [{ text: `Make package-lock.json, which workflows install from.${beside}`, commands: ['npm install'] }];
}

function ignoring({ packageState }: Situation, { ignored }: Repository): Step[] {
  const missing = ['node_modules/', 'dist/'].filter((folder) => !ignored.has(folder));
  const tarball = packedFile(packageState);
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            text: 'Let git ignore what is installed and built.',
            commands: [`printf '\\n${missing.join(String.raw`\n`)}\\n' >> .gitignore`],
          },
        ]),
    ...(tarball === null || !ignored.has(tarball)
      ? []
      : [{ text: `Git ignores ${tarball}, which workflows need.`, commands: [`echo ${shellWord(`!/${tarball}`)} >> .gitignore`] }]),
  ];
}

function publishing(situation: Situation, repository: Repository): Step[] {
  const { remote, hasPagesBranch, branch } = repository;
  const { isCommitted } = situation;
  const paths = pathsToAdd(situation, repository).map(shellWord);
  const commit = isCommitted ? [] : [`git add ${paths.join(' ')}`, "git commit -m 'Publish with Priors'"];
  if (remote === null) {
    const push = ['git remote add origin https://github.com/OWNER/NAME.git', `git push -u origin ${shellWord(branch ?? 'HEAD')}`];
    return [
      ...(isCommitted ? [] : [{ text: 'Commit all of it.', commands: commit }]),
      { text: 'Push it to a repository on GitHub; docs/guide/publish.md of Priors has a recipe for other hosts.', commands: push },
    ];
  }
  const all: Step = {
    text: isCommitted ? 'Push what is committed.' : 'Commit all of it, and push.',
    commands: [...commit, `git push -u origin ${shellWord(branch ?? 'HEAD')}`],
  };
  const address = repositoryAddress(remote);
  if (address === null || !/^https:\/\/github\./i.test(address.url))
    return [
      all,
      { text: 'The workflows are those of GitHub; docs/guide/publish.md of Priors has a recipe for other hosts.', commands: [] },
    ];
  const site = siteOf(address.url);
  const where = site === null ? '' : ` The site is then at ${site}`;
  return [
    all,
    hasPagesBranch
      ? { text: `The branch ${pagesBranch} is there: each push publishes.${where}`, commands: [] }
      : {
          text: `When the first publishing has made the branch ${pagesBranch}, turn on Pages: Settings → Pages → Deploy from a branch → ${pagesBranch}, / (root).${where}`,
          commands: [],
        },
  ];
}

/** Only what is there or comes by the steps above: git adds nothing where one path is missing. */
function pathsToAdd(situation: Situation, repository: Repository): string[] {
  const { files, packageState } = situation;
  const written = new Set(files.map((path) => (path.startsWith('.github/workflows/') ? '.github/workflows' : path)));
  const isBrought = installing(situation, repository).some(({ commands }) => commands.length > 1);
  const tarball = isBrought ? '.priors' : packedFile(packageState);
  return [
    ...written,
    ...(tarball === null ? [] : [tarball]),
    ...(isBrought || packageState.priors !== null ? ['package.json', 'package-lock.json'] : []),
    ...(ignoring(situation, repository).length > 0 ? ['.gitignore'] : []),
  ];
}

/** Where GitHub serves a repository's Pages; null for another forge. */
function siteOf(url: string): string | null {
  const [, owner = '', name = ''] = /^https:\/\/github\.com\/([^/]+)\/([^/]+)$/i.exec(url) ?? [];
  if (owner === '') return null;
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}

function shellWord(word: string): string {
  return /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
