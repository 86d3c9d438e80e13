import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowFiles } from '#adoption/workflow-files.ts';
import { lintWorkflow } from './actionlint.ts';
import { parseWorkflow, type Job, type Workflow } from '../../workflow-file.ts';

const checkout = join(import.meta.dirname, '../../..');
const own = workflowFiles({ workspace: 'content', test: 'npm test' });
const recipes = readdirSync(join(checkout, 'docs/recipes'))
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ path: `docs/recipes/${name}`, text: readFileSync(join(checkout, 'docs/recipes', name), 'utf8') }));
const all = [...own, ...recipes].map(({ path, text }) => ({ path, text, workflow: parseWorkflow(text) }));

/** Workflows that run with what the repository may do, for something that a stranger did. */
const trusted = all.filter(({ workflow: { on } }) => 'workflow_run' in on || 'pull_request_target' in on);
const untrusted = all.filter(({ workflow: { on } }) => 'pull_request' in on);

const jobsOf = ({ jobs }: Workflow): Job[] => Object.values(jobs);
const stepsOf = (workflow: Workflow): Job['steps'] => jobsOf(workflow).flatMap(({ steps }) => steps);

describe('the workflows of this repository', () => {
  it('are those that a user gets, for its own workspace and with its tests', () => {
    const files = readdirSync(join(checkout, '.github/workflows')).map((name) => `.github/workflows/${name}`);
    expect(files.sort()).toEqual(own.map(({ path }) => path).sort());
    for (const { path, text } of own) expect(readFileSync(join(checkout, path), 'utf8'), path).toBe(text);
  });
});

describe('the workflows of a user', () => {
  it('are three, and differ by the workspace alone', () => {
    const files = workflowFiles({ workspace: '.' });
    expect(files.map(({ path }) => path)).toEqual(['check', 'publish', 'preview'].map((name) => `.github/workflows/priors-${name}.yml`));
    const elsewhere = workflowFiles({ workspace: 'content' });
    for (const [index, { text }] of files.entries())
      expect(text.replace('PRIORS_WORKSPACE: .', 'PRIORS_WORKSPACE: content')).toBe(elsewhere[index]?.text);
  });

  it.each(['my research', '2024', 'true', "it's", '"quoted"', 'a: b', '#a', 'Größe', '-x', '$(touch x)', 'a\nb: c'])(
    'name any folder as it is: %j',
    (workspace) => {
      const [check] = workflowFiles({ workspace });
      expect(parseWorkflow(check?.text ?? '').env['PRIORS_WORKSPACE']).toBe(workspace);
    },
  );

  it('take the name of a folder for no expression', () => {
    const [check] = workflowFiles({ workspace: '${{ secrets.X }}' });
    expect(parseWorkflow(check?.text ?? '').env['PRIORS_WORKSPACE']).toBe("${{ '${{' }} secrets.X }}");
  });

  it('agree on where the site is', () => {
    const sites = all.flatMap(({ workflow: { env } }) =>
      'PRIORS_SITE' in env ? [`${env['PRIORS_SITE']} ${env['PRIORS_BASE'] ?? ''}`] : [],
    );
    const ofPages = sites.filter((site) => site.includes('github.io'));
    expect(ofPages).toHaveLength(3);
    expect(new Set(ofPages).size).toBe(1);
  });
});

describe.each(all)('$path', ({ path, text, workflow }) => {
  it('is right by actionlint', async () => {
    expect(await lintWorkflow(text, path)).toEqual([]);
    // It does read what it is given.
    expect(await lintWorkflow(text.replace('timeout-minutes', 'timeout-minuets'), path)).not.toEqual([]);
    expect(await lintWorkflow(text.replace('permissions: {}', 'permissions: { contnets: read }'), path)).not.toEqual([]);
    expect(await lintWorkflow(text.replace('\non:\n', '\nrun-name: ${{ github.evnet_name }}\non:\n'), path)).not.toEqual([]);
  });

  it('pins every action by its commit, and says which version that is', () => {
    const used = Array.from(text.matchAll(/^\s*(?:- )?uses: (.*)$/gm), ([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('gives no rights but those that a job names, and ends in time', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobsOf(workflow)) {
      expect(Object.keys(job.permissions).length).toBeGreaterThan(0);
      expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
    }
  });

  it('puts no expression into a script: a branch may be called anything', () => {
    for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{');
  });

  it('installs what the lockfile says and nothing by name, and leaves no credentials in the checkout', () => {
    for (const { run = '', uses = '', with: inputs } of stepsOf(workflow)) {
      expect(run).not.toMatch(/npm (?:i|install|exec)\b|npx (?!--no -- priors )|curl|wget/);
      if (uses.startsWith('actions/checkout@')) expect(inputs['persist-credentials']).toBe('false');
    }
  });
});

it('pins each action at one commit in all files', () => {
  const used = all.flatMap(({ text }) =>
    Array.from(text.matchAll(/uses: (\S+)@(\S+)/g), ([, name = '', commit = '']) => [name, commit] as const),
  );
  for (const [name, commit] of used) expect(new Map(used).get(name), name).toBe(commit);
});

describe('what a pull request runs', () => {
  it.each(untrusted)('may read and nothing else, and sees no secret: $path', ({ text, workflow }) => {
    expect(text).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN|\bvars\./);
    for (const { permissions } of jobsOf(workflow)) expect(permissions).toEqual({ contents: 'read' });
    expect(workflow.on).not.toHaveProperty('workflow_run');
    expect(workflow.on).not.toHaveProperty('pull_request_target');
  });

  it('is ended by a newer commit, which is never so for what is published', () => {
    for (const { workflow } of all)
      if (workflow.concurrency?.['cancel-in-progress'] === true)
        expect(workflow.concurrency.group).toMatch(/pull_request\.number \|\| github\.run_id/);
    // A run that waits in a group is dropped for a newer one: the removal of a preview, say.
    for (const { workflow } of trusted) {
      expect(workflow).not.toHaveProperty('concurrency');
      for (const job of jobsOf(workflow))
        if (job.if?.includes("event_name == 'push'") !== true) expect(job).not.toHaveProperty('concurrency');
    }
  });

  it.each(all.filter(({ workflow: { on, jobs } }) => 'push' in on && 'publish' in jobs))(
    'is another matter than the main site, which is published once at a time and never ended in between: $path',
    ({ workflow }) => {
      const group = workflow.concurrency ?? workflow.jobs['publish']?.concurrency;
      expect(group?.group).toMatch(/^priors-publish-.*\$\{\{ github\.ref \}\}$/);
      expect(group?.['cancel-in-progress']).toBeUndefined();
    },
  );
});

describe('what may write for a pull request', () => {
  it.each(trusted)('checks out the default branch and nothing else: $path', ({ workflow }) => {
    for (const { uses = '', with: inputs } of stepsOf(workflow)) {
      expect(inputs).not.toHaveProperty('repository');
      expect(inputs).not.toHaveProperty('allow-unsafe-pr-checkout');
      if (uses.startsWith('actions/checkout@')) expect(inputs['ref']).toBe('${{ github.event.repository.default_branch }}');
      // What a fork built must not come into the checkout, nor into a cache that later runs believe.
      if (uses.startsWith('actions/download-artifact@')) expect(inputs['path']).toBe('${{ runner.temp }}/preview');
      expect(uses).not.toMatch(/^actions\/cache@/);
    }
  });

  it.each(trusted)('fetches nothing else of a stranger, and runs nothing that was fetched: $path', ({ text, workflow }) => {
    const facts = new Set(Array.from(text.matchAll(/github\.event\.(?:workflow_run|pull_request)\.\w+/g), ([fact]) => fact));
    // Numbers, hashes and words of GitHub's own; no title, no branch, no repository of a stranger.
    expect([...facts].sort()).toEqual([
      'github.event.pull_request.number',
      'github.event.workflow_run.conclusion',
      'github.event.workflow_run.event',
      'github.event.workflow_run.head_sha',
      'github.event.workflow_run.id',
    ]);
    for (const { run = '' } of stepsOf(workflow))
      expect(run).not.toMatch(/git (?:fetch|checkout|clone|pull)|\b(?:bash|sh|node|source) "?\$(?:RUNNER_TEMP|SITE)/);
  });

  it.each(trusted)('starts from the check by its name: $path', ({ workflow }) => {
    const check = all.find(({ path }) => path.endsWith('priors-check.yml'))?.workflow.name;
    expect(workflow.on['workflow_run']).toEqual({ workflows: [check], types: ['completed'] });
    expect(workflow.on['pull_request_target']).toEqual({ types: ['closed'] });
  });
});
