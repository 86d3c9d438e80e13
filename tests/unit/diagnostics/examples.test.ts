import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { catalogue } from '#diagnostics/catalogue.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { examples, type Example, type ExampleWorkspace } from '#diagnostics/examples.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { readWorkspace } from '#ingest/reading/read-workspace.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'priors-examples-'));
  folders.push(folder);
  return folder;
}

async function writeFiles(root: string, files: ExampleWorkspace): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** The whole road that `check` takes: read, parse, link, check. */
async function checkFolder(root: string): Promise<Diagnostic[]> {
  const { content } = await ingestWorkspace({ root, cacheDir: await makeFolder(), asOf: null });
  return runChecks(buildGraph(content));
}

async function check(files: ExampleWorkspace): Promise<Diagnostic[]> {
  const root = join(await makeFolder(), 'workspace');
  await writeFiles(root, files);
  return checkFolder(root);
}

const withTexts = Object.entries(examples).filter((pair): pair is [string, Example] => 'bad' in pair[1]);

describe('the examples of the catalogue', () => {
  it('cover every code; only problems of machines, bytes and changes need circumstances instead of texts', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(catalogue).sort());
    const others = Object.keys(examples).filter((code) => !withTexts.some(([each]) => each === code));
    expect(others.sort()).toEqual([
      'append-only-file',
      'frozen-file',
      'git-not-asked',
      'global-file',
      'grown-at-foot',
      'meta-mode',
      'missing-workspace',
      'too-large-file',
      'unread-line',
      'unreadable-file',
      'unwritable-output',
      'utf-16-text',
    ]);
  });

  it.each(withTexts)('%s: the bad one has it at its line', async (code, { bad, at }) => {
    const found = (await check(bad)).filter((diagnostic) => diagnostic.code === code);
    expect(found.map(({ path, line }) => `${path}:${line}`)).toEqual([at]);
    expect(found[0]?.message).toMatch(/^\S.*[^.\s]$/);
    expect(found[0]?.hint).toMatch(/^\S.*\S$/);
  });

  it.each(withTexts)('%s: the good one has no problem at all', async (_, { good }) => {
    expect(await check(good)).toEqual([]);
  });
});

describe('problems of the machine', () => {
  it('missing-workspace: a folder that is not there is an error', async () => {
    expect(await checkFolder(join(await makeFolder(), 'gone'))).toMatchObject([{ code: 'missing-workspace', severity: 'error' }]);
  });

  it('unreadable-file: a file of somebody else is reported, and the others are read', async () => {
    const root = join(await makeFolder(), 'workspace');
    await writeFiles(root, { 'mine.md': '# Mine\n', 'theirs.md': '# Theirs\n' });
    await chmod(dirname(root), 0o755);
    await chmod(join(root, 'theirs.md'), 0o000);
    const { problems, sources } = await asNobody(() => readWorkspace(root, []));
    expect(problems).toMatchObject([{ code: 'unreadable-file', path: 'theirs.md', line: 1 }]);
    expect(sources.map(({ path }) => path)).toEqual(['mine.md']);
  });
});

/** Permissions do not hold back the root user, as which containers run tests: this does something with less. */
async function asNobody<Result>(action: () => Promise<Result>): Promise<Result> {
  const nobody = 65_534;
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(nobody);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
