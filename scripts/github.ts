import { lstat, readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { accessFrom } from '#publishing/github-api.ts';
import { PublishingError } from '#publishing/publishing-error.ts';
import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { refusing } from './refusing.ts';
import { readPreview, readPullRequest } from './site-options.ts';

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
    .addHelpText('after', '\nExample:\n  $ priors github state 7')
    .action(
      refusing(async (number: number) => {
        const { askPullRequest } = await import('#publishing/pull-request.ts');
        console.log((await askPullRequest(accessFrom(process.env), number)).state);
      }),
    );
}

interface CommentOptions {
  readonly number: number;
  readonly preview?: string;
  readonly commit?: string;
}

function commentCommand(): Command {
  return new Command('comment')
    .description('say under a pull request what changes in knowledge, in one comment that is edited in place')
    .argument('<changes>', 'a file as "priors diff --format json" writes it')
    .addOption(new Option('--number <number>', 'the number of the pull request').argParser(readPullRequest).makeOptionMandatory())
    .addOption(new Option('--preview <url>', 'address of the preview, to link to').argParser(readPreview))
    .addOption(
      new Option('--commit <sha>', 'the head that the changes are of: nothing is said once there is a newer one').argParser(readCommit),
    )
    .addHelpText('after', '\nExample:\n  $ priors github comment changes.json --number 7 --preview https://example.org/preview/pr-7/')
    .action(refusing(comment));
}

async function comment(file: string, { number, preview, commit }: CommentOptions): Promise<void> {
  const access = accessFrom(process.env);
  const changes = await readChanges(file);
  const [{ changesMarkdown, commentMarker }, { writeComment }, { askPullRequest }] = await Promise.all([
    import('#views/changes/changes-markdown.ts'),
    import('#publishing/comment.ts'),
    import('#publishing/pull-request.ts'),
  ]);
  if (commit !== undefined && (await askPullRequest(access, number)).head.sha !== commit) {
    console.log(`Pull request ${number} has a newer commit than ${commit.slice(0, 7)}: nothing was said.`);
    return;
  }
  const { did, address } = await writeComment(access, number, commentMarker, changesMarkdown(changes, { preview: preview ?? null }));
  const deeds = { wrote: 'Wrote the comment', edited: 'Edited the comment', left: 'The comment says so already' };
  console.log(`${deeds[did]}: ${address}`);
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
