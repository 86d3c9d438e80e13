import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { askGitHub, listGitHub, type GitHubAccess } from './github-api.ts';
import { PublishingError } from './publishing-error.ts';

const head = z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() });
const pullRequest = z.object({ number: z.int().positive(), state: z.enum(['open', 'closed']), head });

/** A pull request as GitHub has it. */
export type PullRequest = z.infer<typeof pullRequest>;

const finishedRun = z.object({
  workflow_run: z.object({
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    head_repository: z.object({ full_name: z.string() }).nullable(),
  }),
});

/** @throws {PublishingError} where there is none, or GitHub does not answer */
export function askPullRequest(access: GitHubAccess, number: number): Promise<PullRequest> {
  return askGitHub(access, `/pulls/${number}`, pullRequest);
}

/**
 * The open pull request that a finished workflow run belongs to. GitHub names none for a run that came from a fork, and what such a run itself says
 * is a stranger's word; so it is looked up by the commit and the repository that the run was started for.
 *
 * @param eventFile what GitHub told the job about its event (`GITHUB_EVENT_PATH`)
 * @returns null where there is none (any more): it was closed, or has a newer commit
 * @throws {PublishingError} where the event is another one, GitHub does not answer, or several pull requests have this commit
 */
export async function findPullRequest(access: GitHubAccess, eventFile: string): Promise<PullRequest | null> {
  const { workflow_run: run } = await readEvent(eventFile);
  if (run.event !== 'pull_request') throw new PublishingError(`The finished run was started by "${run.event}", not by a pull request.`);
  const found: PullRequest[] = [];
  for await (const each of listGitHub(access, '/pulls?state=open&sort=updated&direction=desc', pullRequest)) {
    const isOfRun = each.head.sha === run.head_sha && each.head.repo?.full_name === run.head_repository?.full_name;
    if (isOfRun && each.head.repo !== null) found.push(each);
  }
  if (found.length < 2) return found[0] ?? null;
  const numbers = found.map(({ number }) => number).join(', ');
  throw new PublishingError(
    `The commit ${run.head_sha} is the head of several open pull requests (${numbers}): nobody can tell which the run was for.`,
  );
}

async function readEvent(file: string): Promise<z.infer<typeof finishedRun>> {
  try {
    return finishedRun.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new PublishingError('The event of this job is not that of a finished workflow run (on: workflow_run).');
  }
}
