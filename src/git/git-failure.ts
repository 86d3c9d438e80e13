/** What git failed with, in a sentence, and what to do about it. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly hint: string;
  /** The exit code; null where it was ended. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;

  constructor({ message, hint, code = null, stdout = '', stderr = '' }: GitAnswer & { readonly message: string; readonly hint: string }) {
    super(message);
    this.hint = hint;
    this.code = code;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

interface GitAnswer {
  readonly code?: number | null;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** What git says of an object that the repository names and does not have. */
const missing =
  /promisor remote|missing (?:blob|tree|object)|unable to read|could not get object info|not a valid object name [0-9a-f]{40}/i;

/** The failure of `execFile`, told; null where git could not even be started. */
export function gitFailure(error: unknown, parameters: readonly string[], timeout: number): GitFailure | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : null;
  const answer = { stdout: textOf(error, 'stdout'), stderr: textOf(error, 'stderr') };
  const asked = `It was asked for: git ${parameters.filter((each) => !each.startsWith('--config-env=')).join(' ')}`;
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return new GitFailure({ ...answer, message: 'git says more than can be read', hint: asked });
  if ('killed' in error && error.killed === true)
    return new GitFailure({
      ...answer,
      message: `git did not end within ${timeout / 60_000} minutes`,
      hint: `${asked}. Does its configuration name a file that cannot be read to its end?`,
    });
  if (typeof code !== 'number') return null;
  if (missing.test(answer.stderr)) return missingObjects({ ...answer, code });
  const [line = ''] = answer.stderr.split('\n').filter((each) => each !== '');
  return new GitFailure({ ...answer, code, message: `git failed: ${line === '' ? `exit code ${code}` : line}`, hint: asked });
}

/** The repository names objects that it does not have. */
export function missingObjects(answer: GitAnswer = {}): GitFailure {
  return new GitFailure({
    ...answer,
    message: 'The repository lacks files of earlier commits',
    hint: 'Clone it without --filter, or get what is missing: git fetch --refetch --no-filter. In a whole clone, "git fsck" says what is wrong.',
  });
}

function textOf(error: Error, key: 'stdout' | 'stderr'): string {
  const value = new Map<string, unknown>(Object.entries(error)).get(key);
  return Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : '';
}
