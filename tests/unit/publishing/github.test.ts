import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { writeComment } from '#publishing/comment.ts';
import { accessFrom, askGitHub } from '#publishing/github-api.ts';
import { findPullRequest } from '#publishing/pull-request.ts';
import { botLogin, fakeToken, startFakeGitHub, type FakePullRequest } from '../../fake-github.ts';
import { createWorkspace, runPriors } from '../../workspace.ts';
import { join } from 'node:path';

const sha = (digit: string): string => digit.repeat(40);
const pull = (number: number, head: string, repo: string | null = 'fork/research'): FakePullRequest => ({
  number,
  state: 'open',
  head: { sha: head, repo: repo === null ? null : { full_name: repo } },
});

/** The event of a finished run, as a file. */
function eventFile(head: string, repo: string | null = 'fork/research', event = 'pull_request'): string {
  const head_repository = repo === null ? null : { full_name: repo };
  const run = { event, head_sha: head, head_repository, pull_requests: [] };
  return join(createWorkspace({ 'event.json': JSON.stringify({ action: 'completed', workflow_run: run }) }), 'event.json');
}

const marker = '<!-- mark -->';

describe('the pull request of a finished run', () => {
  it('is the open one whose head is the commit of the run, on whichever page it is listed', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push(...Array.from({ length: 150 }, (_, index) => pull(index + 1, sha('a'))), pull(151, sha('b')));
    expect(await findPullRequest(accessFrom(github.env), eventFile(sha('b')))).toMatchObject({ number: 151 });
  });

  it('is none once it is closed or has a newer commit', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push({ ...pull(1, sha('a')), state: 'closed' }, pull(2, sha('b')));
    expect(await findPullRequest(accessFrom(github.env), eventFile(sha('a')))).toBeNull();
  });

  it('is never that of another repository which has the same commit', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push(pull(1, sha('a')), pull(2, sha('b'), null));
    expect(await findPullRequest(accessFrom(github.env), eventFile(sha('a'), 'attacker/research'))).toBeNull();
    expect(await findPullRequest(accessFrom(github.env), eventFile(sha('b'), null))).toBeNull();
  });

  it('is not guessed where several have the commit', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push(pull(1, sha('a')), pull(2, sha('a')));
    await expect(findPullRequest(accessFrom(github.env), eventFile(sha('a')))).rejects.toThrow(/several open pull requests \(1, 2\)/);
  });

  it('is not looked for where the run was of a push, or the event is another one', async () => {
    const github = await startFakeGitHub();
    await expect(findPullRequest(accessFrom(github.env), eventFile(sha('a'), 'lab/research', 'push'))).rejects.toThrow(/started by "push"/);
    const other = join(createWorkspace({ 'event.json': '{"pull_request":{}}' }), 'event.json');
    await expect(findPullRequest(accessFrom(github.env), other)).rejects.toThrow(/not that of a finished workflow run/);
    expect(github.requests).toEqual([]);
  });
});

describe('priors github state', () => {
  it.each([
    ['open', sha('a'), [], 'open'],
    ['open', sha('a'), ['--commit', sha('a')], 'open'],
    ['open', sha('b'), ['--commit', sha('a')], 'outdated'],
    ['closed', sha('b'), ['--commit', sha('a')], 'closed'],
  ] as const)('of one that is %s with the head %s, asked %j, is %s', async (state, head, options, printed) => {
    const github = await startFakeGitHub();
    github.pullRequests.push({ ...pull(7, head), state });
    const outcome = await runPriors(['github', 'state', '7', ...options], { env: github.env });
    expect(outcome).toMatchObject({ code: 0, stdout: `${printed}\n` });
  });
});

describe('the comment', () => {
  it('is written once, and then edited in place', async () => {
    const github = await startFakeGitHub();
    const access = accessFrom(github.env);
    expect(await writeComment(access, 7, marker, `${marker}\n\nFirst\n`)).toMatchObject({ did: 'wrote' });
    expect(await writeComment(access, 7, marker, `${marker}\n\nSecond\n`)).toMatchObject({ did: 'edited' });
    expect(await writeComment(access, 7, marker, `${marker}\n\nSecond\n`)).toMatchObject({ did: 'left' });
    expect(github.comments.get(7)).toEqual([{ id: 1, user: { login: botLogin }, body: `${marker}\n\nSecond\n` }]);
  });

  it('is found behind hundreds of others, and never is that of somebody else who copied the mark', async () => {
    const github = await startFakeGitHub();
    const others = Array.from({ length: 230 }, (_, index) => ({ id: index + 1, user: { login: 'somebody' }, body: `${marker}\n\nMine` }));
    const quoting = { id: 231, user: { login: botLogin }, body: `> ${marker}` };
    const ours = { id: 232, user: { login: botLogin }, body: `${marker}\r\n\r\nOld` };
    github.comments.set(7, [...others, quoting, ours]);
    expect(await writeComment(accessFrom(github.env), 7, marker, `${marker}\n\nNew\n`)).toMatchObject({ did: 'edited' });
    expect(github.comments.get(7)?.filter(({ body }) => body.includes('New'))).toEqual([ours]);
    expect(github.requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /graphql']);
  });
});

describe('what GitHub answers', () => {
  const ask = async (status: number, body: string, headers?: Record<string, string>): Promise<string> => {
    const github = await startFakeGitHub();
    github.failNext = { path: /pulls/, status, body, ...(headers === undefined ? {} : { headers }) };
    return askGitHub(accessFrom(github.env), '/pulls/1', z.object({ number: z.int() })).then(String, String);
  };

  it.each([
    [
      403,
      '{"message":"Resource not accessible by integration"}',
      /answered 403 \(Resource not accessible by integration\) to GET .*permission/s,
    ],
    [502, '<html>', /answered 502 to GET/],
    [200, '<html>', /answered 200 to GET .*not what was expected/],
    [200, '{"number":"1"}', /not what was expected/],
  ])('becomes a sentence: %i', async (status, body, sentence) => {
    const said = await ask(status, body);
    expect(said).toMatch(sentence);
    expect(said).not.toContain(fakeToken);
  });

  it('leads nowhere else: the token is for GitHub alone', async () => {
    const elsewhere = await startFakeGitHub();
    expect(await ask(302, '', { location: `${elsewhere.env.GITHUB_API_URL}/pulls` })).toMatch(/answered 302/);
    expect(elsewhere.requests).toEqual([]);
  });

  it('may be nothing at all', async () => {
    const access = accessFrom({ GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_REPOSITORY: 'lab/research', GITHUB_TOKEN: fakeToken });
    await expect(askGitHub(access, '/pulls', z.unknown())).rejects.toThrow(/did not answer to GET http:\/\/127\.0\.0\.1:9/);
  });

  it.each([
    [{ GITHUB_TOKEN: 'x' }, /GITHUB_REPOSITORY/],
    [{ GITHUB_TOKEN: 'x', GITHUB_REPOSITORY: 'lab/../other' }, /GITHUB_REPOSITORY/],
    [{ GITHUB_REPOSITORY: 'lab/research' }, /GITHUB_TOKEN/],
  ])('is not asked for without what a job is told: %j', (variables, reason) => {
    vi.stubEnv('GITHUB_TOKEN', undefined);
    expect(() => accessFrom(variables)).toThrow(reason);
  });
});

describe('priors github', () => {
  it('prints the number alone; where there is none it says why, and fails unless that is fine', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push(pull(12, sha('a')));
    const env = { ...github.env, GITHUB_EVENT_PATH: eventFile(sha('a')) };
    expect(await runPriors(['github', 'number'], { env })).toMatchObject({ code: 0, stdout: '12\n' });
    const gone = { ...env, GITHUB_EVENT_PATH: eventFile(sha('b')) };
    expect(await runPriors(['github', 'number'], { env: gone })).toMatchObject({ code: 1, stdout: '' });
    const optional = await runPriors(['github', 'number', '--optional'], { env: gone });
    expect(optional).toMatchObject({ code: 0, stdout: '' });
    expect(optional.stderr).toContain('No open pull request has the commit of this run');
  });

  it('prints the state of a pull request, and fails where GitHub does not know it', async () => {
    const github = await startFakeGitHub();
    github.pullRequests.push({ ...pull(12, sha('a')), state: 'closed' });
    expect(await runPriors(['github', 'state', '12'], { env: github.env })).toMatchObject({ code: 0, stdout: 'closed\n' });
    const unknown = await runPriors(['github', 'state', '13'], { env: github.env });
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toMatch(/answered 404 \(Not Found\)/);
  });
});
