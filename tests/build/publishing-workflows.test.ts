import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commentMarker } from '#views/changes/changes-markdown.ts';
import { workflowFiles } from '#adoption/workflow-files.ts';
import { botLogin, fakeToken, startFakeGitHub, type FakeGitHub } from '../fake-github.ts';
import { createWorkspace, type WorkspaceFiles } from '../workspace.ts';
import { runWorkflow, type JobOutcome, type Surroundings, type WorkflowEvent } from '../workflow-run.ts';

const checkout = join(import.meta.dirname, '../..');
const minutes = 60_000;
const recipe = readFileSync(join(checkout, 'docs/recipes/static-host.yml'), 'utf8').replace(
  'PRIORS_WORKSPACE: content',
  'PRIORS_WORKSPACE: .',
);

/** What a team has: a workspace at the root of its repository, Priors in its lockfile, the three workflows. */
const project: WorkspaceFiles = {
  'package.json': '{ "private": true, "devDependencies": { "priors": "file:.priors/priors-0.1.0.tgz" } }\n',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }\n',
  '.gitignore': 'node_modules/\n',
  'program.md': '---\ntitle: Tiny\nproject: Tiny\nstrict: true\nmetric: { name: loss, direction: lower }\n---\n\n# Tiny\n',
  'ideas/2026-01-04_warm-up.md': '---\ntitle: Warm up longer\ndate: 2026-01-04\nhypothesis: It lowers the loss.\n---\n\n# Warm up longer\n',
  'results.tsv': 'commit\tloss\tstatus\tdescription\n0640555\t0.98\tbaseline\tunmodified\n',
  ...Object.fromEntries(workflowFiles({ workspace: '.' }).map(({ path, text }) => [path, text])),
};

/** What somebody proposes: a report with three runs, and a link that leads nowhere. */
const proposal: WorkspaceFiles = {
  'results.tsv': '0640555\t0.98\tbaseline\tunmodified\n187e419\t0.95\tkeep\ta\n187e419\t0.96\tkeep\tb\n187e419\t0.94\tkeep\tc\n',
  'reports/2026-01-05_warm-up-tested.md':
    '---\ntitle: Warm-up of @somebody <img src=x> works\ndate: 2026-01-05\nidea: warm-up\noutcome: supported\nruns: [run/results/2, run/results/3, run/results/4]\n---\n\nSee [what is missing](../notes/none.md), and [evil](https://evil.example).\n',
};

let team: string;
let fork: string;
let bare: string;
let github: FakeGitHub;
let around: Surroundings;
let run = 100;

function git(folder: string, ...parameters: readonly string[]): string {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...parameters], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function write(folder: string, files: WorkspaceFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function commitAll(folder: string, message: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A stranger commits to the fork; GitHub keeps what the pull request would merge under a name of its own. */
function propose(files: WorkspaceFiles, message: string): string {
  write(fork, files);
  const head = commitAll(fork, message);
  git(team, 'fetch', '--quiet', fork, 'proposal');
  git(team, 'checkout', '--quiet', '--detach', 'main');
  git(team, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'FETCH_HEAD');
  git(team, 'push', '--quiet', '--force', 'origin', 'HEAD:refs/pull/1/merge');
  git(team, 'checkout', '--quiet', 'main');
  const [pull] = github.pullRequests;
  if (pull === undefined)
    github.pullRequests.push({ number: 1, state: 'open', head: { sha: head, repo: { full_name: 'stranger/research' } } });
  else pull.head = { ...pull.head, sha: head };
  return head;
}

const workflowText = (name: string): string => readFileSync(join(team, `.github/workflows/priors-${name}.yml`), 'utf8');

/** The check of the pull request, with the workflow as the stranger may have changed it; gives the number of the run. */
async function checkProposal(): Promise<{ runId: number; job: JobOutcome | undefined }> {
  run += 1;
  const event: WorkflowEvent = {
    name: 'pull_request',
    payload: { pull_request: { number: 1, head: { sha: github.pullRequests[0]?.head.sha } } },
    sha: git(bare, 'rev-parse', 'refs/pull/1/merge'),
    ref: 'refs/pull/1/merge',
    baseRef: 'main',
  };
  const { check } = await runWorkflow(workflowText('check'), event, around, run);
  return { runId: run, job: check };
}

/** What the trusted workflow does when that check has ended. */
async function publishProposal(
  runId: number,
  head: string,
  conclusion = 'failure',
  changed: Partial<Surroundings> = {},
  text = workflowText('preview'),
): Promise<Record<string, JobOutcome>> {
  const workflow_run = {
    id: runId,
    event: 'pull_request',
    conclusion,
    head_sha: head,
    head_repository: { full_name: 'stranger/research' },
    pull_requests: [],
  };
  const event: WorkflowEvent = {
    name: 'workflow_run',
    payload: { workflow_run },
    sha: git(team, 'rev-parse', 'main'),
    ref: 'refs/heads/main',
  };
  return runWorkflow(text, event, { ...around, ...changed }, 900);
}

function closeProposal(changed: Partial<Surroundings> = {}, text = workflowText('preview')): Promise<Record<string, JobOutcome>> {
  const event: WorkflowEvent = {
    name: 'pull_request_target',
    payload: { pull_request: { number: 1 } },
    sha: git(team, 'rev-parse', 'main'),
    ref: 'refs/heads/main',
  };
  return runWorkflow(text, event, { ...around, ...changed }, 901);
}

function pushed(name: 'check' | 'publish'): Promise<Record<string, JobOutcome>> {
  const event: WorkflowEvent = { name: 'push', payload: {}, sha: git(team, 'rev-parse', 'main'), ref: 'refs/heads/main' };
  return runWorkflow(workflowText(name), event, around, 902);
}

const published = (): string[] => git(bare, 'ls-tree', '-r', '--name-only', 'gh-pages').split('\n');
const page = (path: string): string => git(bare, 'cat-file', 'blob', `gh-pages:${path}`);
const said = (job: JobOutcome | undefined): string =>
  job?.steps.map(({ name, outcome, output }) => `${name}: ${outcome}\n${output}`).join('\n') ?? '';
const commented = (): string => github.comments.get(1)?.[0]?.body ?? '';
const outcomeOf = (job: JobOutcome | undefined, step: RegExp): string | undefined =>
  job?.steps.find(({ name }) => step.test(name))?.outcome;

beforeAll(async () => {
  team = createWorkspace(project);
  bare = createWorkspace();
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(team, 'init', '--quiet', '--initial-branch=main');
  git(team, 'remote', 'add', 'origin', bare);
  commitAll(team, 'Begin');
  git(team, 'push', '--quiet', 'origin', 'main');
  fork = createWorkspace();
  git(fork, 'clone', '--quiet', bare, '.');
  git(fork, 'checkout', '--quiet', '-b', 'proposal');
  github = await startFakeGitHub();
  around = {
    checkOut: (folder, event, inputs) => {
      const isTrusted = event.name === 'workflow_run' || event.name === 'pull_request_target';
      if (isTrusted) expect(inputs['ref']).toBe('main');
      git(folder, 'init', '--quiet');
      git(folder, 'remote', 'add', 'origin', `file://${bare}`);
      const depth = inputs['fetch-depth'] === '0' ? [] : ['--depth=1'];
      if (depth.length === 0) git(folder, 'fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
      git(folder, 'fetch', '--quiet', ...depth, 'origin', inputs['ref'] ?? event.ref);
      git(folder, 'checkout', '--quiet', 'FETCH_HEAD');
    },
    artifacts: createWorkspace(),
    programs: {
      // Installing is tested with the package itself; here it gives the command of this checkout.
      npm: `#!/bin/sh\n[ "$*" = ci ] && [ -f package-lock.json ] || exit 64\nmkdir -p node_modules/.bin\nln -sf '${checkout}/bin/priors.js' node_modules/.bin/priors\n`,
    },
    env: github.env,
  };
}, 2 * minutes);

describe('the workflows, with a pull request from a fork', { timeout: 5 * minutes }, () => {
  let head: string;
  let first: number;

  it('check and publish the main branch', async () => {
    const { check } = await pushed('check');
    expect(check?.conclusion, said(check)).toBe('success');
    expect(outcomeOf(check, /Build the preview/)).toBe('skipped');
    const { publish } = await pushed('publish');
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(published()).toEqual(
      expect.arrayContaining(['.nojekyll', '.priors-site.json', 'index.html', 'ideas/2026-01-04-warm-up/index.html']),
    );
    expect(page('index.html')).toContain('href="/research/');
    expect(page('feed.xml')).toContain('https://lab.github.io/research/');
  });

  it('build the preview without any secret, also where the check finds errors, and fail then', async () => {
    head = propose(
      { ...proposal, 'results.tsv': `commit\tloss\tstatus\tdescription\n${String(proposal['results.tsv'])}` },
      'Report on the warm-up',
    );
    const { runId, job } = await checkProposal();
    first = runId;
    expect(job?.conclusion, said(job)).toBe('failure');
    expect(outcomeOf(job, /^Check$/), said(job)).toBe('failure');
    expect(said(job)).toMatch(/::error file=reports\/2026-01-05_warm-up-tested\.md/);
    expect(outcomeOf(job, /Say what changes/), said(job)).toBe('success');
    expect(said(job)).not.toContain(fakeToken);
    const built = join(around.artifacts, String(runId), 'priors-preview');
    expect(existsSync(join(built, 'site/.priors-site.json'))).toBe(true);
    expect(existsSync(join(around.artifacts, String(runId), 'priors-changes/changes.json'))).toBe(true);
    expect(github.requests).toEqual([]);
  });

  it('publish the preview and say what changes, from the trusted half', async () => {
    const { publish, remove } = await publishProposal(first, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(remove?.conclusion).toBe('skipped');
    expect(published()).toContain('preview/pr-1/reports/2026-01-05-warm-up-tested/index.html');
    expect(page('preview/pr-1/index.html')).toContain('href="/research/preview/pr-1/');
    expect(page('index.html')).not.toContain('preview/pr-1');
    const [comment, ...others] = github.comments.get(1) ?? [];
    expect(others).toEqual([]);
    expect(comment?.user.login).toBe(botLogin);
    expect(comment?.body).toMatch(new RegExp(`^${commentMarker}`));
    expect(comment?.body).toContain('https://lab.github.io/research/preview/pr-1/');
    expect(comment?.body).toMatch(/3 new runs/);
    // Everybody knows the commit that was proposed, and nobody the merge that GitHub made of it.
    const merge = git(bare, 'rev-parse', '--short=7', 'refs/pull/1/merge');
    for (const text of [comment?.body, page('preview/pr-1/index.html')]) {
      expect(text).toContain(head.slice(0, 7));
      expect(text).not.toContain(merge);
    }
    // The title of a stranger is text, whatever it holds.
    expect(comment?.body).not.toMatch(/@somebody|<img|https:\/\/evil/);
  });

  it('say what is wrong where a proposal leaves unknown what must stay private, and nothing can be built', async () => {
    const program = String(project['program.md']);
    head = propose({ 'program.md': program.replace('strict: true', 'strict: true\npublish: { exclude: 5 }') }, 'Break the list');
    const { runId, job } = await checkProposal();
    expect(job?.conclusion, said(job)).toBe('failure');
    expect(existsSync(join(around.artifacts, String(runId), 'priors-preview'))).toBe(false);
    const { publish } = await publishProposal(runId, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(commented()).toContain(head.slice(0, 7));
    expect(commented()).toMatch(/publish/);
    expect(commented()).not.toMatch(/3 new runs|https:\/\//);
    propose({ 'program.md': program }, 'Mend the list');
  });

  it('edit the same comment after a second push', async () => {
    head = propose(
      { 'ideas/2026-01-06_cool-down.md': '---\ntitle: Cool down\ndate: 2026-01-06\nhypothesis: It helps.\n---\n\nHow.\n' },
      'Propose a cool-down',
    );
    const { runId } = await checkProposal();
    const { publish } = await publishProposal(runId, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(github.comments.get(1)).toHaveLength(1);
    expect(github.comments.get(1)?.[0]?.body).toContain('Cool down');
    expect(published()).toContain('preview/pr-1/ideas/2026-01-06-cool-down/index.html');
    first = runId;
  });

  it('do nothing for a run that a newer commit has made old', async () => {
    const tip = git(bare, 'rev-parse', 'gh-pages');
    const { publish } = await publishProposal(first, 'a'.repeat(40));
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(said(publish)).toContain('No open pull request has the commit of this run');
    expect(outcomeOf(publish, /Publish the preview/)).toBe('skipped');
    expect(git(bare, 'rev-parse', 'gh-pages')).toBe(tip);
  });

  it.each([
    ['on the branch', () => workflowText('preview'), 'publish'],
    ["on a host of one's own", () => recipe, 'preview'],
  ])('publish nothing %s, and say nothing, once a newer commit came while a late run began', async (_, text, job) => {
    run += 1;
    cpSync(join(around.artifacts, String(first)), join(around.artifacts, String(run)), { recursive: true });
    if (text() === recipe)
      writeFileSync(join(around.artifacts, String(run), 'priors-preview/site/.priors-site.json'), '{"schema":1,"base":"/preview/pr-1/"}');
    const tip = git(bare, 'rev-parse', 'gh-pages');
    const comments = JSON.stringify([...github.comments]);
    const [pull] = github.pullRequests;
    github.afterRequest = (request) => {
      if (request.endsWith('/pulls') && pull !== undefined) pull.head = { ...pull.head, sha: 'd'.repeat(40) };
    };
    const outcomes = await publishProposal(run, head, 'success', {}, text());
    github.afterRequest = null;
    if (pull !== undefined) pull.head = { ...pull.head, sha: head };
    expect(outcomes[job]?.conclusion, said(outcomes[job])).toBe('success');
    expect(said(outcomes[job])).toContain('Pull request 1 is outdated');
    expect(outcomeOf(outcomes[job], /Publish the preview/)).toBe('skipped');
    expect(git(bare, 'rev-parse', 'gh-pages')).toBe(tip);
    expect(JSON.stringify([...github.comments])).toBe(comments);
  });

  it('keep previews when the main branch is published again', async () => {
    write(team, { 'notes.md': '# Notes\n\nMore.\n' });
    commitAll(team, 'Take a note');
    git(team, 'push', '--quiet', 'origin', 'main');
    const { publish } = await pushed('publish');
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(published()).toEqual(expect.arrayContaining(['pages/notes/index.html', 'preview/pr-1/index.html']));
  });

  it.each<[string, RegExp, (site: string) => void]>([
    [
      'a link out of it',
      /index\.html: it is a symbolic link/,
      (site) => {
        rmSync(join(site, 'index.html'));
        symlinkSync('/etc/passwd', join(site, 'index.html'));
      },
    ],
    [
      'a huge file',
      /huge\.json: it has 60 MB, more than 50 MB/,
      (site) => {
        writeFileSync(join(site, 'huge.json'), '');
        truncateSync(join(site, 'huge.json'), 60 * 1024 * 1024);
      },
    ],
    ['a program', /run\.sh: Priors makes no \.sh files/, (site) => writeFileSync(join(site, 'run.sh'), 'exit 0\n')],
    [
      'a name that leads out elsewhere',
      /\.\.\\\.\.\\x\.html: its name holds a backslash/,
      (site) => writeFileSync(join(site, '..\\..\\x.html'), ''),
    ],
    [
      'the marker of another pull request',
      /built for \/research\/preview\/pr-2\//,
      (site) => {
        writeFileSync(join(site, '.priors-site.json'), '{"schema":1,"base":"/research/preview/pr-2/"}');
      },
    ],
    ['no marker', /\.priors-site\.json: it is missing/, (site) => rmSync(join(site, '.priors-site.json'))],
    [
      'itself a link',
      /is not a folder/,
      (site) => {
        rmSync(site, { recursive: true });
        symlinkSync(checkout, site);
      },
    ],
  ])('refuse what was built where it holds %s, and say what changes without a link to it', async (_, reason, manipulate) => {
    const tip = git(bare, 'rev-parse', 'gh-pages');
    run += 1;
    cpSync(join(around.artifacts, String(first)), join(around.artifacts, String(run)), { recursive: true });
    manipulate(join(around.artifacts, String(run), 'priors-preview/site'));
    const { publish } = await publishProposal(run, head);
    expect(publish?.conclusion, said(publish)).toBe('failure');
    expect(said(publish)).toMatch(reason);
    expect(git(bare, 'rev-parse', 'gh-pages')).toBe(tip);
    expect(commented()).toMatch(/Cool down/);
    expect(commented()).not.toContain('https://');
  });

  it('publish a preview, but say nothing of changes that are not what Priors writes, nor leave what was said before', async () => {
    run += 1;
    cpSync(join(around.artifacts, String(first)), join(around.artifacts, String(run)), { recursive: true });
    writeFileSync(join(around.artifacts, String(run), 'priors-changes/changes.json'), '{"schema":1,"headline":"All is well"}');
    const { publish } = await publishProposal(run, head);
    expect(publish?.conclusion).toBe('failure');
    expect(outcomeOf(publish, /Publish the preview/)).toBe('success');
    expect(said(publish)).toMatch(/is not what "priors diff --format json" writes/);
    expect(commented()).toContain(`What commit ${head.slice(0, 7)} changes in knowledge is not known`);
    expect(commented()).not.toMatch(/Cool down|All is well/);
  });

  it('say what changes also where no site was built', async () => {
    run += 1;
    cpSync(join(around.artifacts, String(first), 'priors-changes'), join(around.artifacts, String(run), 'priors-changes'), {
      recursive: true,
    });
    const tip = git(bare, 'rev-parse', 'gh-pages');
    const { publish } = await publishProposal(run, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(said(publish)).toContain('made no site');
    expect(commented()).toContain('Cool down');
    expect(commented()).not.toContain('https://');
    expect(git(bare, 'rev-parse', 'gh-pages')).toBe(tip);
  });

  it('publish a preview also where nothing is known of what changes', async () => {
    run += 1;
    cpSync(join(around.artifacts, String(first), 'priors-preview'), join(around.artifacts, String(run), 'priors-preview'), {
      recursive: true,
    });
    const { publish } = await publishProposal(run, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(outcomeOf(publish, /Publish the preview/)).toBe('success');
    expect(commented()).toContain('is not known');
  });

  it('let no comment speak for a commit of which nothing was built, and make none to say so', async () => {
    const before = await publishProposal(first, head);
    expect(before['publish']?.conclusion).toBe('success');
    expect(commented()).toContain('Cool down');
    run += 1;
    const { publish } = await publishProposal(run, head, 'timed_out');
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(said(publish)).toContain('made no changes.json');
    expect(commented()).toMatch(new RegExp(`^${commentMarker}\n\nWhat commit ${head.slice(0, 7)} changes in knowledge is not known`));
    const comments = github.comments.get(1) ?? [];
    github.comments.delete(1);
    const again = await publishProposal(run, head);
    expect(again['publish']?.conclusion).toBe('success');
    expect(said(again['publish'])).toContain('There is no comment');
    expect(github.comments.has(1)).toBe(false);
    github.comments.set(1, comments);
  });

  it('publish elsewhere by one variable, after the same checks', async () => {
    const host = createWorkspace();
    const command = `mkdir -p '${host}'"$PREVIEW_PATH"; if [ -n "$SITE" ]; then cp -r "$SITE/." '${host}'"$PREVIEW_PATH"; else rm -r '${host}'"$PREVIEW_PATH"; fi; env > '${host}/env'; echo "https://previews.example$PREVIEW_PATH"`;
    const changed = { vars: { PRIORS_PREVIEW_COMMAND: command }, secrets: { PRIORS_PREVIEW_TOKEN: 'for-the-host' } };
    const tip = git(bare, 'rev-parse', 'gh-pages');
    const { publish } = await publishProposal(first, head, 'success', changed);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(existsSync(join(host, 'research/preview/pr-1/index.html'))).toBe(true);
    expect(github.comments.get(1)?.[0]?.body).toContain('https://previews.example/research/preview/pr-1/');
    const env = readFileSync(join(host, 'env'), 'utf8');
    expect(env).toContain('PRIORS_PREVIEW_TOKEN=for-the-host');
    expect(env).toContain('PULL_REQUEST=1');
    // The host needs no right of the repository.
    expect(env).not.toContain(fakeToken);
    const [pull] = github.pullRequests;
    if (pull !== undefined) pull.state = 'closed';
    const { remove } = await closeProposal(changed);
    if (pull !== undefined) pull.state = 'open';
    expect(remove?.conclusion, said(remove)).toBe('success');
    expect(existsSync(join(host, 'research/preview/pr-1'))).toBe(false);
    expect(readFileSync(join(host, 'env'), 'utf8')).not.toContain(fakeToken);
    expect(git(bare, 'rev-parse', 'gh-pages')).toBe(tip);
  });

  it("publish on a host of one's own with rsync", async () => {
    const record = createWorkspace();
    const rsync = `#!/bin/sh\n{ echo "$RSYNC_RSH"; printf '%s\\n' "$@"; for last do :; done; find "$(eval echo \\$$(($# - 1)))" -name index.html; cat "$RUNNER_TEMP/key"; } > '${record}/rsync'\n`;
    const changed = { programs: { ...around.programs, rsync }, secrets: { DEPLOY_KEY: 'the key', DEPLOY_KNOWN_HOSTS: 'the host' } };
    const recorded = (): string => readFileSync(join(record, 'rsync'), 'utf8');
    const event: WorkflowEvent = { name: 'push', payload: {}, sha: git(team, 'rev-parse', 'main'), ref: 'refs/heads/main' };
    const { publish } = await runWorkflow(recipe, event, { ...around, ...changed }, 903);
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(recorded()).toMatch(/^ssh -i \S+\/key -o BatchMode=yes -o UserKnownHostsFile=\S+\/known_hosts$/m);
    expect(recorded()).toMatch(/^--exclude=\/preview\/$/m);
    expect(recorded()).toMatch(/^deploy@research\.example\.org:\/srv\/www\/research\/$/m);
    expect(recorded()).toMatch(/site\/ideas\/2026-01-04-warm-up\/index\.html$/m);
    expect(recorded()).toContain('the key');

    run += 1;
    cpSync(join(around.artifacts, String(first)), join(around.artifacts, String(run)), { recursive: true });
    // As priors-check.yml would build it with the address of this host.
    writeFileSync(join(around.artifacts, String(run), 'priors-preview/site/.priors-site.json'), '{"schema":1,"base":"/preview/pr-1/"}');
    const { preview } = await publishProposal(run, head, 'success', changed, recipe);
    expect(preview?.conclusion, said(preview)).toBe('success');
    expect(recorded()).toMatch(/^--include=\/preview\/\n--include=\/preview\/pr-1\/\*\*\*\n--exclude=\*$/m);
    expect(recorded()).toMatch(/tree\/preview\/pr-1\/ideas\/2026-01-04-warm-up\/index\.html$/m);
    expect(github.comments.get(1)?.[0]?.body).toContain('https://research.example.org/preview/pr-1/');

    const [pull] = github.pullRequests;
    if (pull !== undefined) pull.state = 'closed';
    const { remove } = await closeProposal(changed, recipe);
    if (pull !== undefined) pull.state = 'open';
    expect(remove?.conclusion, said(remove)).toBe('success');
    expect(recorded()).toMatch(/^--delete\n--include=\/preview\/\n--include=\/preview\/pr-1\/\*\*\*\n--exclude=\*$/m);
    expect(recorded()).not.toContain('index.html');
  });

  it('remove a preview that came while the pull request was closed', async () => {
    const [pull] = github.pullRequests;
    github.afterRequest = (request) => {
      if (/^(?:PATCH|POST) \/repos.*comments/.test(request) && pull !== undefined) pull.state = 'closed';
    };
    const { publish } = await publishProposal(first, head);
    github.afterRequest = null;
    expect(publish?.conclusion, said(publish)).toBe('success');
    expect(outcomeOf(publish, /Publish the preview/)).toBe('success');
    expect(published().filter((path) => path.startsWith('preview/pr-'))).toEqual([]);
    expect(published()).toContain('index.html');
    if (pull !== undefined) pull.state = 'open';
  });

  it('remove the preview when the pull request is closed, but not when it was opened again', async () => {
    const { publish } = await publishProposal(first, head);
    expect(publish?.conclusion, said(publish)).toBe('success');
    const reopened = await closeProposal();
    expect(reopened['remove']?.conclusion, said(reopened['remove'])).toBe('success');
    expect(published()).toContain('preview/pr-1/index.html');
    const [pull] = github.pullRequests;
    if (pull !== undefined) pull.state = 'closed';
    const closed = await closeProposal();
    expect(closed['remove']?.conclusion, said(closed['remove'])).toBe('success');
    expect(closed['publish']?.conclusion).toBe('skipped');
    expect(published().filter((path) => path.startsWith('preview/pr-'))).toEqual([]);
    const late = await publishProposal(first, head);
    expect(late['publish']?.conclusion).toBe('success');
    expect(published().filter((path) => path.startsWith('preview/pr-'))).toEqual([]);
  });

  it('publish nothing of another branch', async () => {
    const event: WorkflowEvent = { name: 'push', payload: {}, sha: git(team, 'rev-parse', 'main'), ref: 'refs/heads/exp/warm-up' };
    const { publish } = await runWorkflow(workflowText('publish'), event, around, 904);
    expect(publish?.conclusion).toBe('skipped');
  });
});
