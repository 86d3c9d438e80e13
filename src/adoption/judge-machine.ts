import { conditionsAbout, type Condition } from './condition.ts';

/** A package that Priors consists of. */
export interface InstalledPackage {
  readonly name: string;
  /** What `package.json` of Priors asks for. */
  readonly wanted: string;
  /** What is there; null where it is not. */
  readonly found: string | null;
}

/** A folder that is to be written, and why it cannot be; null where it can. */
export interface WritableFolder {
  readonly folder: string;
  readonly problem: string | null;
}

/** What is there on a machine, as far as Priors needs it. */
export interface Machine {
  /** `22.19.0` */
  readonly node: string;
  /** `>=22.19.0` */
  readonly wantedNode: string;
  /** `linux-x64`, as packages of the search engine are called. */
  readonly platform: string;
  readonly git: string | null;
  readonly packages: readonly InstalledPackage[];
  /** Whether the search engine's program for this platform is there. */
  readonly hasSearchEngine: boolean;
  readonly cache: WritableFolder;
  readonly output: WritableFolder;
  /** Free space where the cache and the output are, in megabytes; null where it cannot be told. */
  readonly freeMegabytes: number | null;
  /** Only the tests of a checkout need one. */
  readonly browser: 'not needed' | 'found' | 'not found';
}

const { ok, advice, missing } = conditionsAbout('machine');

/** Below this, in megabytes, a build is likely to fail; below the other, large workspaces may. */
const [tooLittle, little] = [100, 1000];

/** What a machine has and lacks, in the order in which things are needed. Pure. */
export function judgeMachine(machine: Machine): Condition[] {
  const { git, cache, output, browser } = machine;
  return [
    judgeNode(machine),
    git === null
      ? advice(
          'git',
          'git is not there: no dates, authors, lineage or previews',
          'Install git (https://git-scm.com), and see that it is on the PATH.',
        )
      : ok('git', `git ${git}`),
    judgePackages(machine.packages),
    machine.hasSearchEngine
      ? ok('search-engine', `the search engine for ${machine.platform}`)
      : missing(
          'search-engine',
          `the search engine for ${machine.platform} is not installed`,
          'Install again without --omit=optional or --no-optional; where the platform has no package, set PAGEFIND_EXTENDED_BINARY_PATH.',
        ),
    judgeFolder('cache', 'cache', cache, 'Name another folder with --cache DIR, or make it writable.'),
    judgeFolder('output', 'output', output, 'Name a new or empty folder with --out DIR, here and when you build.'),
    ...judgeSpace(machine.freeMegabytes),
    ...(browser === 'not needed'
      ? []
      : [
          browser === 'found'
            ? ok('browser', 'a browser for the tests')
            : advice('browser', 'no browser for the tests was found', '"npm test" gets one, or install Chromium; PRIORS_BROWSER names it.'),
        ]),
  ];
}

function judgeNode({ node, wantedNode }: Machine): Condition {
  const least = wantedNode.replace(/^>=/, '');
  return isAtLeast(node, least)
    ? ok('node', `Node ${node} (${least} or newer is needed)`)
    : missing('node', `Node ${node} is too old`, `Install Node ${least} or newer: https://nodejs.org, or by your version manager.`);
}

/** Whether a version such as `22.19.0` is another or follows it. */
function isAtLeast(version: string, least: string): boolean {
  const numbers = (text: string): number[] => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [own, wanted] = [numbers(version), numbers(least)];
  const index = wanted.findIndex((number, at) => number !== (own[at] ?? 0));
  return index === -1 || (own[index] ?? 0) > (wanted[index] ?? 0);
}

function judgePackages(packages: readonly InstalledPackage[]): Condition {
  const absent = packages.filter(({ found }) => found === null).map(({ name }) => name);
  if (absent.length > 0)
    return missing('packages', `not installed: ${absent.join(', ')}`, 'Install again: npm ci, or npm install where there is no lockfile.');
  const other = packages
    .filter(({ found, wanted }) => found !== wanted)
    .map(({ name, found, wanted }) => `${name} ${found ?? ''} for ${wanted}`);
  if (other.length > 0)
    return advice('packages', `other versions than Priors was tested with: ${other.join(', ')}`, 'Install again: npm ci.');
  return ok('packages', `${packages.length} packages, as they should be`);
}

function judgeFolder(id: string, name: string, { folder, problem }: WritableFolder, hint: string): Condition {
  return problem === null
    ? ok(id, `${name} ${folder} can be written`)
    : missing(id, `${name} ${folder} cannot be written: ${problem}`, hint);
}

function judgeSpace(megabytes: number | null): Condition[] {
  if (megabytes === null) return [];
  const text = `${megabytes >= 10_000 ? `${Math.floor(megabytes / 1000)} GB` : `${megabytes} MB`} of free space`;
  if (megabytes < tooLittle)
    return [missing('space', `only ${text}`, 'Free some: a site takes a few megabytes, a large one some hundred.')];
  return [megabytes < little ? advice('space', `only ${text}`, 'A large site may not fit.') : ok('space', text)];
}
