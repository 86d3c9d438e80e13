import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createWorkspace, runProgram } from './workspace.ts';
import { filledIn, isMet, type Contexts, type JobStatus } from './workflow-expressions.ts';
import { parseWorkflow, type Job, type Step } from './workflow-file.ts';

/** What happened, as GitHub tells a workflow, and where it plays. */
export interface WorkflowEvent {
  readonly name: 'push' | 'pull_request' | 'workflow_run' | 'pull_request_target';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly sha: string;
  /** `refs/heads/main`, `refs/pull/1/merge` */
  readonly ref: string;
  readonly baseRef?: string;
}

/** The machinery around a workflow: what its actions do, and what the repository keeps for it. */
export interface Surroundings {
  /** Does what `actions/checkout` does, with its inputs. */
  readonly checkOut: (folder: string, event: WorkflowEvent, inputs: Step['with']) => void;
  /** Where artifacts are kept, one folder a run and name. */
  readonly artifacts: string;
  /** Programs that stand before all others. */
  readonly programs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

export interface StepOutcome {
  readonly name: string;
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly output: string;
}

export interface JobOutcome {
  readonly conclusion: 'success' | 'failure' | 'skipped';
  readonly steps: readonly StepOutcome[];
}

const repository = { name: 'research', full_name: 'lab/research', default_branch: 'main' };

/**
 * Runs a workflow file as GitHub would: conditions and expressions by GitHub's own evaluator, each `run` by the bash that GitHub starts, with the
 * environment that it gives and nothing of ours. Of actions, what they do is done.
 *
 * @param runId by which artifacts of a run are found
 */
export async function runWorkflow(
  text: string,
  event: WorkflowEvent,
  around: Surroundings,
  runId: number,
): Promise<Record<string, JobOutcome>> {
  const workflow = parseWorkflow(text);
  const github = {
    event_name: event.name,
    event: { repository, ...event.payload },
    repository: repository.full_name,
    repository_owner: 'lab',
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(?:heads|pull)\//, ''),
    sha: event.sha,
    base_ref: event.baseRef ?? '',
    run_id: runId,
    token: around.env['GITHUB_TOKEN'] ?? '',
  };
  const outcomes: Record<string, JobOutcome> = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const contexts = { github, vars: around.vars ?? {}, secrets: around.secrets ?? {} };
    const runner = new Runner(event, around, contexts, runId);
    outcomes[name] = isMet(job.if, contexts, { failed: false, cancelled: false })
      ? await runner.run(job, workflow.env)
      : { conclusion: 'skipped', steps: [] };
  }
  return outcomes;
}

class Runner {
  private readonly folder = createWorkspace();
  private readonly temporary = createWorkspace();
  /** What a runner keeps for itself. */
  private readonly machine = createWorkspace();
  private count = 0;
  private readonly programs: string;
  private readonly steps: Record<string, { outputs: Record<string, string>; outcome: string }> = {};
  private readonly event: WorkflowEvent;
  private readonly around: Surroundings;
  private readonly contexts: Contexts;
  private readonly runId: number;

  constructor(event: WorkflowEvent, around: Surroundings, contexts: Contexts, runId: number) {
    [this.event, this.around, this.contexts, this.runId] = [event, around, contexts, runId];
    this.programs = createWorkspace(around.programs);
    for (const name of Object.keys(around.programs)) chmodSync(join(this.programs, name), 0o755);
  }

  async run(job: Job, workflowEnv: Readonly<Record<string, string>>): Promise<JobOutcome> {
    const status = { failed: false, cancelled: false };
    const outcomes: StepOutcome[] = [];
    const env = this.filled(workflowEnv, {}, status);
    for (const step of job.steps) {
      const outcome = isMet(step.if, this.known(env), status)
        ? await this.runStep(step, env, status)
        : { outcome: 'skipped' as const, output: '' };
      if (outcome.outcome === 'failure') status.failed = true;
      if (step.id !== undefined) this.steps[step.id] = { outputs: this.steps[step.id]?.outputs ?? {}, outcome: outcome.outcome };
      outcomes.push({ name: step.name ?? step.uses ?? '', ...outcome });
    }
    return { conclusion: status.failed ? 'failure' : 'success', steps: outcomes };
  }

  private known(env: Readonly<Record<string, string>>): Contexts {
    return { ...this.contexts, env, steps: this.steps, runner: { os: 'Linux', temp: this.temporary } };
  }

  private filled(
    values: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>>,
    status: JobStatus,
  ): Record<string, string> {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, filledIn(value, this.known(env), status)]));
  }

  private async runStep(step: Step, env: Readonly<Record<string, string>>, status: JobStatus): Promise<Omit<StepOutcome, 'name'>> {
    const stepEnv = { ...env, ...this.filled(step.env, env, status) };
    if (step.uses === undefined) return this.runScript(step, stepEnv);
    const failure = this.useAction(step.uses.split('@')[0] ?? '', this.filled(step.with, stepEnv, status));
    return { outcome: failure === null ? 'success' : 'failure', output: failure ?? '' };
  }

  /** Null where it did its work, else what it says. */
  private useAction(action: string, inputs: Step['with']): string | null {
    switch (action) {
      case 'actions/checkout':
        this.around.checkOut(this.folder, this.event, inputs);
        return null;
      case 'actions/setup-node':
      case 'actions/cache':
        return null;
      case 'actions/upload-artifact': {
        const from = inputs['path'] ?? '';
        const files = existsSync(from) ? readdirSync(from, { recursive: true, encoding: 'utf8' }) : [];
        if (files.length === 0) return null;
        const refused = files.find((file) => /[":<>|*?]/.test(file));
        if (refused !== undefined) return `The path for one of the files in artifact is not valid: ${refused}`;
        const to = join(this.around.artifacts, String(this.runId), inputs['name'] ?? '');
        const isHidden = (path: string): boolean => /\/\.[^/]*$/.test(path);
        const filter = (path: string): boolean => inputs['include-hidden-files'] === 'true' || !isHidden(path);
        // The action stores what links lead to.
        cpSync(from, to, { recursive: true, dereference: true, filter });
        return null;
      }
      case 'actions/download-artifact': {
        const { pattern = '', path = '' } = inputs;
        const ofRun = join(this.around.artifacts, inputs['run-id'] ?? '');
        mkdirSync(path, { recursive: true });
        for (const name of existsSync(ofRun) ? readdirSync(ofRun) : [])
          if (name.startsWith(pattern.replace(/\*$/, ''))) cpSync(join(ofRun, name), path, { recursive: true, verbatimSymlinks: true });
        return null;
      }
      default:
        throw new Error(`Nobody knows what ${action} does.`);
    }
  }

  private async runScript(step: Step, env: Readonly<Record<string, string>>): Promise<Omit<StepOutcome, 'name'>> {
    this.count += 1;
    const place = (name: string): string => join(this.machine, `${this.count}-${name}`);
    const [script, outputFile, eventFile] = [place('script.sh'), place('output'), place('event.json')];
    writeFileSync(script, step.run ?? '');
    writeFileSync(outputFile, '');
    writeFileSync(eventFile, JSON.stringify({ repository, ...this.event.payload }));
    // GITHUB_TOKEN is in no environment unless a workflow puts it there.
    const { GITHUB_TOKEN: _, ...given } = this.around.env;
    const { code, stdout, stderr } = await runProgram('env', ['-i', ...pairs({
      ...given,
      PATH: [this.programs, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
      HOME: this.temporary,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: this.event.name,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_OUTPUT: outputFile,
      GITHUB_REPOSITORY: repository.full_name,
      GITHUB_SERVER_URL: 'https://github.invalid',
      GITHUB_WORKSPACE: this.folder,
      RUNNER_TEMP: this.temporary,
      ...env,
    }), 'bash', '--noprofile', '--norc', '-eo', 'pipefail', script], { cwd: this.folder }); // prettier-ignore
    if (step.id !== undefined) this.steps[step.id] = { outputs: outputsIn(readFileSync(outputFile, 'utf8')), outcome: '' };
    return { outcome: code === 0 ? 'success' : 'failure', output: stdout + stderr };
  }
}

function pairs(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).map(([key, value]) => `${key}=${value}`);
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}
