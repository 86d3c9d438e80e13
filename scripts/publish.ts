import { Command, InvalidArgumentError, Option } from 'commander';
import type { Published } from '#publishing/publish-site.ts';
import { refusing } from './refusing.ts';
import { readBase, readPullRequest } from './site-options.ts';
import { UsageError } from './usage-error.ts';

/** So many previews stay where `--keep` says nothing. */
const keptPreviews = 20;

interface PublishOptions {
  readonly branch: string;
  readonly remote: string;
  readonly pullRequest?: number;
  readonly base?: string;
  readonly keep?: number;
  readonly close?: number;
  readonly dryRun?: true;
}

/** `priors publish DIR`: puts a built site, or the preview of a pull request, onto the branch that is served. Exit code 1 where it is refused. */
export function publishCommand(): Command {
  return new Command('publish')
    .description('put a built site, or the preview of a pull request, onto the branch that GitHub Pages serves')
    .argument('[dir]', 'the folder that "priors build" made')
    .option('--branch <name>', 'the branch that is served; all of it is replaced, but previews and CNAME', 'gh-pages')
    .option('--remote <name>', 'the remote that it is pushed to', 'origin')
    .addOption(
      new Option(
        '--pull-request <number>',
        'the folder is the preview of this pull request, and may come from a stranger: it is checked, and published below preview/',
      ).argParser(readPullRequest),
    )
    .addOption(new Option('--base <path>', 'with --pull-request: refuse a preview that was built for another path').argParser(readBase))
    .addOption(
      new Option('--keep <number>', `with --pull-request: how many previews stay; the oldest go (default: ${keptPreviews})`).argParser(
        readKeep,
      ),
    )
    .option('--dry-run', 'with --pull-request: check the folder, and publish nothing')
    .addOption(
      new Option('--close <number>', 'remove the preview of this pull request').argParser(readPullRequest).conflicts('pullRequest'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ priors publish dist\n  $ priors publish preview/site --pull-request 7\n  $ priors publish --close 7',
    )
    .action(refusing(publish));
}

async function publish(folder: string | undefined, options: PublishOptions): Promise<void> {
  const { branch, remote, pullRequest, close } = options;
  refuseMisuse(folder, options);
  const target = { folder: process.cwd(), remote, branch };
  const place = `${branch} of ${remote}`;
  const { publishSite, publishPreview, checkPreview, closePreview } = await import('#publishing/publish-site.ts');
  if (close !== undefined) {
    const commit = await closePreview(close, target);
    console.log(
      commit === null
        ? `There is no preview of pull request ${close} on ${place}.`
        : `Removed the preview of pull request ${close} from ${place}.`,
    );
    return;
  }
  if (folder === undefined)
    throw new UsageError('Which folder is to be published?', 'Build one with "priors build --out dist", then "priors publish dist".');
  if (pullRequest === undefined) {
    report('The site', await publishSite(folder, target), place);
    return;
  }
  const base = options.base ?? null;
  if (options.dryRun !== undefined) {
    console.log(`Nothing speaks against publishing the ${await checkPreview(folder, pullRequest, base)} files of "${folder}".`);
    return;
  }
  report(
    `The preview of pull request ${pullRequest}`,
    await publishPreview(folder, pullRequest, base, options.keep ?? keptPreviews, target),
    place,
  );
}

/** No option is ignored: who gave one expects something of it. */
function refuseMisuse(folder: string | undefined, options: PublishOptions): void {
  const forPreviews = (['base', 'keep', 'dryRun'] as const).filter((name) => options[name] !== undefined);
  if (options.close !== undefined && (folder !== undefined || forPreviews.length > 0))
    throw new UsageError('--close takes neither a folder nor --base, --keep or --dry-run', 'It removes a preview: leave them out.');
  if (options.close === undefined && folder !== undefined && options.pullRequest === undefined && forPreviews.length > 0)
    throw new UsageError('--base, --keep and --dry-run are for previews', 'Name the pull request with --pull-request N.');
}

function report(what: string, { base, files, commit, removed }: Published, place: string): void {
  const count = `${files.toLocaleString('en-US')} ${files === 1 ? 'file' : 'files'}, to be served at ${base}`;
  console.log(
    commit === null ? `${what} is on ${place} already: ${count}.` : `${what} is on ${place} now: ${count} (${commit.slice(0, 7)}).`,
  );
  if (removed.length > 0)
    console.log(`To make room, these previews were removed: ${removed.map((number) => `pull request ${number}`).join(', ')}.`);
}

function readKeep(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 100) throw new InvalidArgumentError('Expected a number from 1 to 100.');
  return number;
}
