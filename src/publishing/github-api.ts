import { z } from 'zod';
import { PublishingError } from './publishing-error.ts';

/** Where GitHub answers, for which repository, and what lets us in; as GitHub sets it for every job. */
export interface GitHubAccess {
  /** `https://api.github.com` */
  readonly api: string;
  readonly graphql: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

/** A forge that does not answer must not hold a job for hours. */
const patience = 30_000;

/** So many pages of a hundred are read of one list. */
const mostPages = 50;

/** @throws {PublishingError} where a variable is missing or not of its form */
export function accessFrom(variables: NodeJS.ProcessEnv): GitHubAccess {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_TOKEN: token = '' } = variables;
  const api = (variables['GITHUB_API_URL'] ?? '').replace(/\/+$/, '') || 'https://api.github.com';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new PublishingError('GITHUB_REPOSITORY must be the name of a repository, such as owner/name.');
  if (token === '') throw new PublishingError('GITHUB_TOKEN is missing. In a workflow: env: { GITHUB_TOKEN: ${{ github.token }} }.');
  return { api, graphql: variables['GITHUB_GRAPHQL_URL'] || `${api}/graphql`, repository, token };
}

/**
 * Asks for what `path` names, below the repository.
 *
 * @param expected what of the answer is needed; anything else is ignored
 * @throws {PublishingError} where GitHub does not answer, refuses, or answers something else. The token is in no message
 */
export async function askGitHub<Answer>(
  access: GitHubAccess,
  path: string,
  expected: z.ZodType<Answer>,
  { method = 'GET', body }: { readonly method?: 'GET' | 'POST' | 'PATCH'; readonly body?: unknown } = {},
): Promise<Answer> {
  return request(access, `${access.api}/repos/${access.repository}${path}`, method, body, expected);
}

/** The items of a list, page by page, as long as somebody takes them. */
export async function* listGitHub<Item>(access: GitHubAccess, path: string, item: z.ZodType<Item>): AsyncGenerator<Item> {
  const size = 100;
  for (let page = 1; page <= mostPages; page += 1) {
    const items = await askGitHub(access, `${path}${path.includes('?') ? '&' : '?'}per_page=${size}&page=${page}`, z.array(item));
    yield* items;
    if (items.length < size) return;
  }
  throw new PublishingError(`GitHub lists more than ${mostPages * size} items at ${path}.`);
}

/** The name of the account that the token speaks for: `github-actions[bot]` in a workflow, of which REST tells only people. */
export async function ownLogin(access: GitHubAccess): Promise<string> {
  const answer = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) });
  return (await request(access, access.graphql, 'POST', { query: '{ viewer { login } }' }, answer)).data.viewer.login;
}

async function request<Answer>(
  { token }: GitHubAccess,
  address: string,
  method: string,
  body: unknown,
  expected: z.ZodType<Answer>,
): Promise<Answer> {
  const asked = `${method} ${address}`;
  let status: number;
  let text: string;
  try {
    const response = await fetch(address, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'priors',
        'x-github-api-version': '2022-11-28',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      // Whoever it leads to gets no token of ours.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    ({ status } = response);
    text = await response.text();
  } catch (cause) {
    throw new PublishingError(`GitHub did not answer to ${asked}: ${reasonOf(cause)}.`);
  }
  const answer = parsed(text);
  if (status < 200 || status > 299)
    throw new PublishingError(`GitHub answered ${status}${messageOf(answer)} to ${asked}.${hintFor(status)}`);
  const read = expected.safeParse(answer);
  if (!read.success) throw new PublishingError(`GitHub answered ${status} to ${asked}, but not what was expected.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function messageOf(answer: unknown): string {
  const read = z.object({ message: z.string().max(300) }).safeParse(answer);
  return read.success ? ` (${read.data.message})` : '';
}

function hintFor(status: number): string {
  switch (status) {
    case 401:
      return '\n  The token is not valid, or not any more.';
    case 403:
    case 404:
      return '\n  The token may lack a permission, or there is no such thing. What a job needs stands under "permissions" in its workflow.';
    default:
      return '';
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message || cause.message : cause.message;
}
