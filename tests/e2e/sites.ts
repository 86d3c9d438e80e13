interface Site {
  readonly url: string;
  /** Builds it and serves it until it is stopped. */
  readonly command: string;
}

/** `npm test` names free ports; by hand they are always the same. */
const [rootPort = 4391, previewPort = 4392, samplePort = 4393, judgedPort = 4394, tablesPort = 4395] = (
  process.env['PRIORS_TEST_PORTS'] ?? ''
)
  .split(',')
  .filter(Boolean)
  .map(Number);

/** A small workspace that has every kind of page, at the root of its host, as most sites are. */
export const rootSite = site({ name: 'root', workspace: 'tests/fixtures/lab', port: rootPort, base: '/' });

/** The same under a path, as the preview of a pull request that changes it (`tests/e2e/serve.ts`). */
export const previewSite = site({
  name: 'preview',
  workspace: 'tests/fixtures/lab',
  port: previewPort,
  base: '/preview/pr-1/',
  change: 'tests/fixtures/lab-change',
});

/** What newcomers see first: this project's own notebook. */
export const sampleSite = site({ name: 'sample', workspace: 'content', port: samplePort, base: '/' });

/** A workspace whose noise is known: a win that is confirmed, a tie, a crash, parents that go in a circle. */
export const judgedSite = site({ name: 'judged', workspace: 'tests/fixtures/judged', port: judgedPort, base: '/' });

/** Tables that are long, wide and hostile. */
export const tablesSite = site({ name: 'tables', workspace: 'tests/fixtures/tables', port: tablesPort, base: '/' });

interface SiteOptions {
  readonly name: string;
  readonly workspace: string;
  readonly port: number;
  readonly base: string;
  /** A folder whose files a pull request adds to the workspace, or puts in place of its own. */
  readonly change?: string;
}

function site({ name, workspace, port, base, change }: SiteOptions): Site {
  const folder = `node_modules/.cache/priors-e2e/${name}`;
  const changed = change === undefined ? '' : ` --change ${change}`;
  const command = `node tests/e2e/serve.ts --workspace ${workspace} --folder ${folder} --base ${base} --port ${String(port)}${changed}`;
  return { url: `http://localhost:${String(port)}${base}`, command };
}
