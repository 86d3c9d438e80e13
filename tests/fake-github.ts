import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

/** A pull request as the fake has it. */
export interface FakePullRequest {
  readonly number: number;
  state: 'open' | 'closed';
  head: { sha: string; readonly repo: { readonly full_name: string } | null };
}

export interface FakeComment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

/** A small server that plays the API of GitHub for one repository, `lab/research`: pull requests, comments, and who asks. */
export interface FakeGitHub {
  /** What a job's environment says of it. */
  readonly env: Readonly<Record<'GITHUB_API_URL' | 'GITHUB_GRAPHQL_URL' | 'GITHUB_REPOSITORY' | 'GITHUB_TOKEN', string>>;
  readonly pullRequests: FakePullRequest[];
  /** By the number of the pull request. */
  readonly comments: Map<number, FakeComment[]>;
  /** `METHOD /path` of each request, in their order. */
  readonly requests: string[];
  /** Is told of each request that was answered. */
  afterRequest: ((request: string) => void) | null;
  /** Answers the next request whose path matches with this instead. */
  failNext: { readonly path: RegExp; readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | null;
}

/** The account that the token of the fake speaks for. */
export const botLogin = 'github-actions[bot]';
export const fakeToken = 'ghs_secretOfTheTest';

/** Starts the server; it stops after the last test of the file. */
export async function startFakeGitHub(): Promise<FakeGitHub> {
  const server = createServer((request, response) => {
    response.on('finish', () => github.afterRequest?.(github.requests.at(-1) ?? ''));
    void answer(github, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  const url = `http://127.0.0.1:${address.port}`;
  const github: FakeGitHub = {
    env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, GITHUB_REPOSITORY: 'lab/research', GITHUB_TOKEN: fakeToken },
    pullRequests: [],
    comments: new Map(),
    requests: [],
    afterRequest: null,
    failNext: null,
  };
  return github;
}

async function answer(github: FakeGitHub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://fake');
  const method = request.method ?? '';
  github.requests.push(`${method} ${url.pathname}`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const failure = github.failNext;
  if (failure?.path.test(url.pathname) === true) {
    github.failNext = null;
    response.writeHead(failure.status, failure.headers).end(failure.body);
    return;
  }
  if (request.headers.authorization !== `Bearer ${fakeToken}`) return send(401, { message: 'Bad credentials' });
  if (url.pathname === '/graphql') return send(200, { data: { viewer: { login: botLogin } } });
  const route = `${method} ${url.pathname.replace('/repos/lab/research', '')}`;
  const posted = /^(POST|PATCH)/.test(method) ? bodyOf(Buffer.concat(chunks).toString()) : '';
  const page = <Item>(items: readonly Item[]): Item[] => {
    const [size, number] = ['per_page', 'page'].map((name) => Number(url.searchParams.get(name)));
    return items.slice(((number ?? 1) - 1) * (size ?? 0), (number ?? 1) * (size ?? 0));
  };
  const [, number = ''] = /(\d+)/.exec(route) ?? [];
  if (route === 'GET /pulls') return send(200, page(github.pullRequests.filter(({ state }) => state === 'open')));
  if (/^GET \/pulls\/\d+$/.test(route)) {
    const found = github.pullRequests.find((each) => each.number === Number(number));
    return found === undefined ? send(404, { message: 'Not Found' }) : send(200, found);
  }
  const under = github.comments.get(Number(number)) ?? [];
  if (/^GET \/issues\/\d+\/comments$/.test(route)) return send(200, page(under.map(withAddress)));
  if (/^POST \/issues\/\d+\/comments$/.test(route)) {
    const id = [...github.comments.values()].flat().length + 1;
    const comment: FakeComment = { id, user: { login: botLogin }, body: posted };
    github.comments.set(Number(number), [...under, comment]);
    return send(201, withAddress(comment));
  }
  const edited = [...github.comments.values()].flat().find(({ id }) => id === Number(number));
  if (!/^PATCH \/issues\/comments\/\d+$/.test(route) || edited === undefined) return send(404, { message: 'Not Found' });
  edited.body = posted;
  send(200, withAddress(edited));
}

function withAddress(comment: FakeComment): FakeComment & { readonly html_url: string } {
  return { ...comment, html_url: `https://github.com/lab/research/issues/comments/${comment.id}` };
}

function bodyOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && 'body' in value ? String(value.body) : '';
}
