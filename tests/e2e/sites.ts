interface Site {
  readonly url: string;
  /** Builds it and serves it until it is stopped. */
  readonly command: string;
}

/** `npm test` names free ports; by hand they are always the same. */
const [rootPort = 4391, basePathPort = 4392, samplePort = 4393, judgedPort = 4394, tablesPort = 4395] = (
  process.env['PRIORS_TEST_PORTS'] ?? ''
)
  .split(',')
  .filter(Boolean)
  .map(Number);

/** A small workspace that has every kind of page, at the root of its host, as most sites are. */
export const rootSite = site({ name: 'root', workspace: 'tests/fixtures/lab', port: rootPort, base: '/' });

/** The same under a path, as the preview of a pull request is. */
export const basePathSite = site({ name: 'base', workspace: 'tests/fixtures/lab', port: basePathPort, base: '/preview/pr-1/' });

/** What newcomers see first: this project's own notebook. */
export const sampleSite = site({ name: 'sample', workspace: 'content', port: samplePort, base: '/' });

/** A workspace whose noise is known: a win that is confirmed, a tie, a crash, parents that go in a circle. */
export const judgedSite = site({ name: 'judged', workspace: 'tests/fixtures/judged', port: judgedPort, base: '/' });

/** Tables that are long, wide and hostile. */
export const tablesSite = site({ name: 'tables', workspace: 'tests/fixtures/tables', port: tablesPort, base: '/' });

function site({ name, workspace, port, base }: { name: string; workspace: string; port: number; base: string }): Site {
  const folder = `node_modules/.cache/priors-e2e/${name}`;
  const command = `node tests/e2e/serve.ts --workspace ${workspace} --folder ${folder} --base ${base} --port ${String(port)}`;
  return { url: `http://localhost:${String(port)}${base}`, command };
}
