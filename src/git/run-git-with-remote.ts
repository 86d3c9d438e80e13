import { quietEnvironment, startGit } from './run-git.ts';

/** Where a remote repository may lie. Not `ext`, which runs any program that an address names. */
const protocols = 'file:https:http:ssh';

/**
 * Runs git as `runGit` does, but lets it talk to another repository: only for publishing, and only in a repository of our own making, whose
 * configuration nobody else wrote. It asks for no password; on GitHub's own machines the token of the job is shown to that server and no other.
 *
 * @param folder a bare repository of ours
 * @throws {GitFailure} where git fails, or does not end; the error of `execFile` where it is not installed
 */
export async function runGitWithRemote(folder: string, parameters: readonly string[]): Promise<string> {
  return (await startGit(folder, ['-c', 'core.askPass=', ...parameters], '', environment(folder))).toString('utf8');
}

function environment(folder: string): NodeJS.ProcessEnv {
  const quiet = quietEnvironment();
  return {
    ...quiet,
    GIT_DIR: folder,
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    ...('GIT_SSH_COMMAND' in quiet || 'GIT_SSH' in quiet ? {} : { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' }),
    ...credentials(quiet),
  };
}

/** The token as a header for the one server. As a variable: what a command is started with can be read by every user of a machine. */
function credentials({
  GITHUB_TOKEN: token = '',
  GITHUB_SERVER_URL: server = '',
  GIT_CONFIG_COUNT: count = '0',
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (token === '' || !URL.canParse(server)) return {};
  const next = Number(count);
  return {
    GIT_CONFIG_COUNT: String(next + 1),
    [`GIT_CONFIG_KEY_${next}`]: `http.${new URL(server).origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${next}`]: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
  };
}
