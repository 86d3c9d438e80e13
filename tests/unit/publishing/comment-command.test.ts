import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { commentMarker } from '#views/changes/changes-markdown.ts';
import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { fakeToken, startFakeGitHub, type FakeGitHub } from '../../fake-github.ts';
import { createWorkspace, runPriors, type Outcome } from '../../workspace.ts';
import { nothing } from '../views/changes/make-changes.ts';

const hostile = '@everyone <script>alert(1)</script> ![x](https://evil.example/p.png) [click](https://evil.example) #12 ](x) `|`';
const head = 'b'.repeat(40);

/** What a stranger may send: every text says what it must not. */
const changes: KnowledgeChangesJson = {
  ...nothing,
  base: { ref: hostile, commit: 'a'.repeat(40) },
  head,
  headline: hostile,
  is_change: true,
  entries: [
    {
      change: 'added',
      kind: 'idea',
      id: 'idea/x',
      title: hostile,
      path: hostile,
      url: '/ideas/x/',
      was: null,
      words: { added: 1, removed: 0 },
    },
  ],
  tables: [],
  ideas: [{ id: 'idea/x', title: hostile, url: '/ideas/x/', before: null, after: 'open', because: hostile }],
  findings: { added: [{ id: 'f', text: hostile, url: '/ideas/x/#f', entry: hostile }], removed: [], superseded: [], contradicted: [] },
  diagnostics: {
    errors: 1,
    warnings: 0,
    gone: 0,
    new: [
      {
        code: hostile.slice(0, 50),
        severity: 'error',
        path: hostile,
        line: 1,
        column: 1,
        message: hostile,
        hint: hostile,
        is_policy: false,
      },
    ],
  },
  meta_mode: [hostile],
};

async function comment(github: FakeGitHub, text: string, ...options: readonly string[]): Promise<Outcome> {
  const file = join(createWorkspace({ 'changes.json': text }), 'changes.json');
  return runPriors(['github', 'comment', file, '--number', '7', ...options], { env: { ...github.env, GITHUB_ACTIONS: 'true' } });
}

async function withPullRequest(): Promise<FakeGitHub> {
  const github = await startFakeGitHub();
  github.pullRequests.push({ number: 7, state: 'open', head: { sha: head, repo: { full_name: 'fork/research' } } });
  return github;
}

describe('priors github comment', () => {
  it('makes nothing live of what a stranger wrote', async () => {
    const github = await withPullRequest();
    const outcome = await comment(github, JSON.stringify(changes), '--preview', 'https://lab.example/preview/pr-7/', '--commit', head);
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    expect(outcome.stdout).toContain('Wrote the comment: https://github.com/lab/research/issues/comments/1');
    const body = github.comments.get(7)?.[0]?.body ?? '';
    expect(body.startsWith(commentMarker)).toBe(true);
    const found: string[] = [];
    visit(unified().use(remarkParse).use(remarkGfm).parse(body), (node) => {
      if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/lab\.example\/preview\/pr-7\//);
      // Ours: the marker, and what folds.
      if (node.type === 'html')
        expect(node.value).toMatch(/^(?:<!-- priors:[\w-]+ -->|<\/?(?:details|summary|sub)>)+|^<details><summary>[\d,]+ more<\/summary>/);
      if (node.type === 'text') expect(node.value).not.toMatch(/@everyone|#12\b|https:\/\/evil/);
      found.push(node.type);
    });
    expect(found).toEqual(expect.arrayContaining(['link', 'text', 'html']));
    expect(found).not.toContain('image');
  });

  it('says nothing of a commit that is not the newest any more', async () => {
    const github = await withPullRequest();
    const outcome = await comment(github, JSON.stringify(changes), '--commit', 'c'.repeat(40));
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).toContain('has a newer commit than ccccccc');
    expect(github.comments.size).toBe(0);
  });

  it.each([
    ['no JSON', '<html>', /cannot be read as JSON/],
    ['another form', '{"schema":2}', /is not what "priors diff --format json" writes: schema/],
    [
      'an address that leads elsewhere',
      JSON.stringify({ ...changes, entries: changes.entries.map((each) => ({ ...each, url: '//evil.example' })) }),
      /entries\.0\.url/,
    ],
    ['more than it may', JSON.stringify({ ...changes, '##[add-mask]x\n::error::y': 1 }), /is not what/],
  ])('refuses a file with %s, and asks GitHub nothing', async (_, text, reason) => {
    const github = await withPullRequest();
    const outcome = await comment(github, text);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toMatch(reason);
    // What a job prints can be a command to its runner.
    expect(outcome.stderr).not.toMatch(/::error::|##\[/);
    expect(github.requests).toEqual([]);
  });

  it('says with --failed that nothing is known of a commit, in a comment that is there already', async () => {
    const github = await withPullRequest();
    const failed = (...options: readonly string[]): Promise<Outcome> =>
      runPriors(['github', 'comment', '--failed', '--number', '7', ...options], { env: github.env });
    expect((await failed('--commit', head)).stdout).toContain('There is no comment under pull request 7');
    expect(github.comments.size).toBe(0);
    await comment(github, JSON.stringify(changes));
    expect((await failed('--commit', 'c'.repeat(40))).stdout).toContain('has a newer commit');
    expect(github.comments.get(7)?.[0]?.body).not.toContain('is not known');
    expect((await failed('--commit', head)).stdout).toContain('Edited the comment');
    expect(github.comments.get(7)?.map(({ body }) => body)).toEqual([
      expect.stringMatching(new RegExp(`^${commentMarker}\n\nWhat commit bbbbbbb changes in knowledge is not known: [^@<]*\n$`)),
    ]);
    // The next list takes its place.
    await comment(github, JSON.stringify(changes));
    expect(github.comments.get(7)?.map(({ body }) => body)).toEqual([expect.not.stringContaining('is not known')]);
  });

  it.each([
    [[]],
    [['changes.json', '--failed', '--commit', head]],
    [['--failed']],
    [['--failed', '--commit', head, '--preview', 'https://x.example']],
  ])('is used wrongly with neither or both of a file and --failed, or without the commit that failed: %j', async (options) => {
    const github = await withPullRequest();
    const outcome = await runPriors(['github', 'comment', '--number', '7', ...options], { env: github.env });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(github.requests).toEqual([]);
  });

  it('reads no link and no device', async () => {
    const github = await withPullRequest();
    const link = join(createWorkspace(), 'changes.json');
    symlinkSync('/dev/zero', link);
    for (const file of [link, '/dev/zero']) {
      const outcome = await runPriors(['github', 'comment', file, '--number', '7'], { env: github.env });
      expect(outcome).toMatchObject({ code: 1 });
      expect(outcome.stderr).toMatch(/is not a file/);
    }
  });

  it('never prints the token', async () => {
    const github = await withPullRequest();
    github.failNext = { path: /graphql/, status: 403, body: '{"message":"no"}' };
    const outcome = await comment(github, JSON.stringify(changes));
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.stderr).toMatch(/GitHub answered 403 \(no\)/);
    expect(outcome.stdout + outcome.stderr).not.toContain(fakeToken);
  });
});
