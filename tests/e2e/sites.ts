interface Site {
  readonly url: string;
  /** Builds it and serves it until it is stopped. */
  readonly command: string;
}

/** A small workspace that has every kind of page, at the root of its host, as most sites are. */
export const rootSite = site({ name: 'root', workspace: 'tests/fixtures/lab', port: 4391, base: '/' });

/** The same under a path, as the preview of a pull request is. */
export const basePathSite = site({ name: 'base', workspace: 'tests/fixtures/lab', port: 4392, base: '/preview/pr-1/' });

/** What newcomers see first: this project's own notebook. */
export const sampleSite = site({ name: 'sample', workspace: 'content', port: 4393, base: '/' });

function site({ name, workspace, port, base }: { name: string; workspace: string; port: number; base: string }): Site {
  const folder = `node_modules/.cache/priors-e2e/${name}`;
  const build = `node scripts/priors.ts build --workspace ${workspace} --out ${folder}/site --cache ${folder}/cache --base ${base}`;
  const serve = `node scripts/priors.ts preview --out ${folder}/site --port ${String(port)}`;
  return { url: `http://localhost:${String(port)}${base}`, command: `${build} && ${serve}` };
}
