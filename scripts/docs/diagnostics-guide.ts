import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runChecks } from '#checks/run-checks.ts';
import { catalogue, type DiagnosticCode } from '#diagnostics/catalogue.ts';
import type { Diagnostic, DiagnosticClass } from '#diagnostics/diagnostic.ts';
import { examples, type Example, type ExampleWorkspace } from '#diagnostics/examples.ts';
import { reportText } from '#diagnostics/report-text.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { exampleDiff } from './example-diff.ts';

const introduction = `# Every diagnostic

This page is made from \`src/diagnostics/catalogue.ts\` and its examples by \`npm run docs:diagnostics\`; a test compares them. Below each rule stands what
\`priors check\` prints of a bad example, and the change that makes it a good one (\`␉\` stands for a tab). How severities work: [check.md](check.md).
`;

const classes: Readonly<Record<DiagnosticClass, string>> = {
  machine: 'Always an error: the workspace or the output cannot be used at all.',
  broken: 'An error in a strict workspace, a warning in any other: cannot be read, or leads nowhere.',
  policy: "Always an error: breaks the workspace's file policy.",
  advice: 'Always a warning: readable, but could be better.',
};

/** The guide's page of all diagnostics. Runs each bad example through the whole pipeline, in a temporary folder, for the texts it really gets. */
export async function diagnosticsGuide(): Promise<string> {
  // The keys of the catalogue are its codes, which Object.keys does not say.
  const codes = Object.keys(catalogue) as DiagnosticCode[];
  const sections: string[] = [];
  for (const [name, about] of Object.entries(classes)) {
    const ofClass = codes.filter((code) => catalogue[code].class === name);
    if (ofClass.length === 0) continue;
    sections.push(`## ${name.slice(0, 1).toUpperCase()}${name.slice(1)}\n\n${about}\n`);
    for (const code of ofClass) sections.push(await section(code));
  }
  return [introduction, ...sections].join('\n');
}

async function section(code: DiagnosticCode): Promise<string> {
  const example = examples[code];
  const head = `### ${code}\n\n${catalogue[code].about}`;
  if ('circumstance' in example) return `${head} For example: ${example.circumstance}\n`;
  return `${head}\n\n${block('text', await printed(code, example))}\n${block('diff', exampleDiff(example))}`;
}

/** What `check` prints of the bad example for this code, without the line that counts. */
async function printed(code: DiagnosticCode, { bad }: Example): Promise<string> {
  const diagnostics = (await check(bad)).filter((diagnostic) => diagnostic.code === code);
  const sourceLine = (path: string, line: number): string | null => bad[path]?.split('\n')[line - 1] ?? null;
  const report = reportText({ diagnostics, files: [], skipped: [] }, { color: false, sourceLine });
  return report.slice(0, report.lastIndexOf('\n\n'));
}

async function check(files: ExampleWorkspace): Promise<Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), 'priors-guide-'));
  try {
    const root = join(folder, 'my-research');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { content } = await ingestWorkspace({ root, cacheDir: join(folder, 'cache'), asOf: null });
    return runChecks(buildGraph(content));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}

if (import.meta.main) process.stdout.write(await diagnosticsGuide());
