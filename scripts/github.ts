import { lstat, readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { accessFrom } from '#publishing/github-api.ts';
import { PublishingError } from '#publishing/publishing-error.ts';
import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { refusing } from './refusing.ts';
import { readPreview, readPullRequest } from './site-options.ts';
import { UsageError } from './usage-error.ts';

/** A list of changes is bounded; anything larger is none. */
const mostBytes = 64 * 1024 * 1024;

/** `priors github …`: what a trusted workflow asks and tells GitHub. The token comes from `GITHUB_TOKEN`. */
export function githubCommand(): Command {
  return new Command('github')
    .description('what the workflow that publishes previews asks and tells GitHub')
    .helpCommand(false)
    .addCommand(numberCommand())
    .addCommand(stateCommand())
    .addCommand(commentCommand())
    .addHelpText('after', '\nExample:\n  $ priors github comment changes.json --number 7 --preview https://example.org/preview/pr-7/');
}

function numberCommand(): Command {
  return new Command('number')
    .description('print the number of the open pull request that a finished workflow run belongs to')
    .option('--optional', 'where there is none any more, print nothing and end well')
    .addHelpText('after', '\nExample:\n  $ GITHUB_TOKEN=… GITHUB_REPOSITORY=owner/name GITHUB_EVENT_PATH=event.json priors github number')
    .action(
      refusing(async ({ optional }: { readonly optional?: true }) => {
        const event = process.env['GITHUB_EVENT_PATH'] ?? '';
        if (event === '')
          throw new PublishingError('GITHUB_EVENT_PATH is missing: this command is for a workflow that another one started.');
        const { findPullRequest } = await import('#publishing/pull-request.ts');
        const found = await findPullRequest(accessFrom(process.env), event);
        if (found !== null) {
          console.log(found.number);
          return;
        }
        const sentence = 'No open pull request has the commit of this run: it was closed, or has a newer commit.';
        if (optional !== true) throw new PublishingError(sentence);
        console.error(sentence);
      }),
    );
}

function stateCommand(): Command {
  return new Command('state')
    .description('print whether a pull request is "open" or "closed"')
    .argument('<number>', 'the number of the pull request', readPullRequest)
    .addOption(new Option('--commit <sha>', 'print "outdated" for an open one that has another head').argParser(readCommit))
    .addHelpText('after', '\nExample:\n  $ priors github state 7')
    .action(
      refusing(async (number: number, { commit }: { readonly commit?: string }) => {
        const { askPullRequest } = await import('#publishing/pull-request.ts');
        const { state, head } = await askPullRequest(accessFrom(process.env), number);
        console.log(state === 'open' && commit !== undefined && head.sha !== commit ? 'outdated' : state);
      }),
    );
}

interface CommentOptions {
  readonly number: number;
  readonly preview?: string;
  readonly commit?: string;
  readonly failed?: true;
}

function commentCommand(): Command {
  return new Command('comment')
    .description('say under a pull request what changes in knowledge, in one comment that is edited in place')
    .argument('[changes]', 'a file as "priors diff --format json" writes it')
    .addOption(new Option('--number <number>', 'the number of the pull request').argParser(readPullRequest).makeOptionMandatory())
    .addOption(new Option('--preview <url>', 'address of the preview, to link to').argParser(readPreview))
    .addOption(
      new Option('--commit <sha>', 'the head that the changes are of: nothing is said once there is a newer one').argParser(readCommit),
    )
    .option(
      '--failed',
      'there are no changes to read: let the comment, where there is one, say so of the commit, lest it speak of an older one',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ priors github comment changes.json --number 7 --preview https://example.org/preview/pr-7/
  $ priors github comment --failed --number 7 --commit 187e4191d2a5d1bdc6c2f0a2c5f4a6e4a3b2c1d0`,
    )
    .action(refusing(comment));
}

async function comment(file: string | undefined, { number, preview, commit, failed }: CommentOptions): Promise<void> {
  if ((file === undefined) !== (failed === true) || (failed === true && (commit === undefined || preview !== undefined)))
    throw new UsageError(
      'A comment says what a file of changes holds, or with --failed that there is none for a commit',
      'Name the file, and --preview if there is one; or --failed and --commit SHA.',
    );
  const access = accessFrom(process.env);
  const changes = file === undefined ? null : await readChanges(file);
  const [{ changesMarkdown, commentMarker }, { editComment, writeComment }, { askPullRequest }] = await Promise.all([
    import('#views/changes/changes-markdown.ts'),
    import('#publishing/comment.ts'),
    import('#publishing/pull-request.ts'),
  ]);
  if (commit !== undefined && (await askPullRequest(access, number)).head.sha !== commit) {
    console.log(`Pull request ${number} has a newer commit than ${commit.slice(0, 7)}: nothing was said.`);
    return;
  }
  const commented =
    changes === null
      ? await editComment(access, number, commentMarker, `${commentMarker}\n\n${sentenceOfFailure(commit ?? '')}\n`)
      : await writeComment(access, number, commentMarker, changesMarkdown(changes, { preview: preview ?? null }));
  if (commented === null) {
    console.log(`There is no comment under pull request ${number} that would have to be corrected.`);
    return;
  }
  const deeds = { wrote: 'Wrote the comment', edited: 'Edited the comment', left: 'The comment says so already' };
  console.log(`${deeds[commented.did]}: ${commented.address}`);
}

function sentenceOfFailure(commit: string): string {
  return `What commit ${commit.slice(0, 7)} changes in knowledge is not known: its check left no list of changes that could be read. A preview, if there is one, is of an earlier commit.`;
}

async function readChanges(file: string): Promise<KnowledgeChangesJson> {
  const { knowledgeChangesSchema } = await import('#schemas/knowledge-changes.ts');
  let value: unknown;
  try {
    // A stranger's file may be a link or a device that never ends.
    const status = await lstat(file);
    if (!status.isFile()) throw new PublishingError(`"${file}" is not a file.`);
    if (status.size > mostBytes) throw new PublishingError(`"${file}" is too large to be a list of changes.`);
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof PublishingError) throw cause;
    throw new PublishingError(`"${file}" cannot be read as JSON.`);
  }
  const read = knowledgeChangesSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new PublishingError(
    `"${file}" is not what "priors diff --format json" writes: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

function readCommit(value: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(value)) throw new InvalidArgumentError('Expected the whole hash of a commit.');
  return value;
}
