import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitFailure } from './git-failure.ts';
import { repositoryAround } from './repository-around.ts';

const run = promisify(execFile);

/** Beyond this many bytes an answer is no use: a repository of a million names. */
const longestAnswer = 256 * 1024 * 1024;

/** Nobody waits longer, in milliseconds: a configuration may name a file that never ends. */
const longestTime = 10 * 60_000;

/**
 * A repository's own configuration may name programs to run, and a workspace may come from anybody: none is. Whose files they are does not matter
 * then, so that a checkout of another user is read like any other.
 */
const safely: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  // It runs `gpg.program` for each commit that is shown.
  'log.showSignature=false',
  // Files that git reads to their end, whatever they are.
  'mailmap.file=/dev/null',
  'diff.orderFile=/dev/null',
  'core.attributesFile=/dev/null',
  'i18n.logOutputEncoding=UTF-8',
  'safe.directory=*',
  // A commit can hold a folder that is built like a repository, with a configuration of its own: where none is around it, git would take it for one.
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/**
 * Runs git without a shell, a terminal, a hook or a network, and gives what it prints: the only place that starts it in a workspace.
 *
 * @param folder where it runs; neither the environment nor a configuration makes it look at another repository than the one around it
 * @param input what it reads from standard input
 * @throws {GitFailure} where git fails, or does not end; the error of `execFile` where it is not installed
 */
export async function runGit(folder: string, parameters: readonly string[], input = ''): Promise<string> {
  return (await runGitForBytes(folder, parameters, input)).toString('utf8');
}

/** As `runGit`, for what is no text, or counts its bytes. */
export async function runGitForBytes(folder: string, parameters: readonly string[], input = ''): Promise<Buffer> {
  return startGit(folder, parameters, input, { ...offline(), ...(await repositoryAround(folder)) });
}

/** As `runGit`, in a bare repository of our own making, which need not be there yet (`init`). */
export async function runGitInOwn(repository: string, parameters: readonly string[], input = ''): Promise<string> {
  return (await startGit(repository, parameters, input, { ...offline(), GIT_DIR: repository })).toString('utf8');
}

/** Starts git in an environment, always with the settings that keep it from running anything. */
export async function startGit(folder: string, parameters: readonly string[], input: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const running = run('git', [...safely, ...parameters], {
    cwd: folder,
    env,
    maxBuffer: longestAnswer,
    encoding: 'buffer',
    timeout: longestTime,
  });
  // It may end without reading its input, which then has nowhere to go.
  running.child.stdin?.on('error', () => undefined).end(input);
  return (
    await running.catch((error: unknown) => {
      throw gitFailure(error, parameters, longestTime) ?? error;
    })
  ).stdout;
}

/** A variable of every git that is started, which holds nothing: for settings that are to be nothing (`--config-env`). */
export const emptyVariable = 'PRIORS_EMPTY';

/** Variables that are set while git runs a hook. */
const elsewhere = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX)$/i;

function offline(): NodeJS.ProcessEnv {
  return {
    ...quietEnvironment(),
    // A partial clone fetches what it lacks, by a program that its configuration names: with no protocol it has no way to.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
  };
}

/** The environment of every git that is started: it looks at the folder that it runs in, asks nobody, and speaks English. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !elsewhere.test(name));
  return { ...Object.fromEntries(inherited), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', [emptyVariable]: '' };
}
