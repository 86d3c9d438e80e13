import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { summarize } from '#diagnostics/report.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { conditionsAbout, type Condition } from './condition.ts';
import { describeWorkspace } from './describe-workspace.ts';

const { ok, advice, missing } = conditionsAbout('workspace');

/** A workspace as read. */
export interface ReadWorkspace {
  /** As typed. */
  readonly folder: string;
  readonly graph: KnowledgeGraph;
  readonly diagnostics: readonly Diagnostic[];
  /** The table that the research is about; null where there is none. */
  readonly main: Results | null;
}

/** What a workspace has and lacks. Pure. Where there is none, nothing else is said of it. */
export function judgeWorkspace({ folder, graph, diagnostics, main }: ReadWorkspace): Condition[] {
  const unusable = diagnostics.find(({ code }) => code === 'missing-workspace' || code === 'empty-workspace');
  if (unusable !== undefined)
    return [missing('workspace', unusable.message, 'Name the folder of your research with --workspace DIR; "priors init" begins one.')];
  return [
    ok('workspace', `${folder}: ${contentText(graph)}`),
    judgeProgram(graph, diagnostics),
    judgeProblems(diagnostics),
    judgeMetric(graph, main),
    graph.content.program.repository === undefined
      ? advice(
          'repository',
          'program.md names no repository: commits and files are no links',
          'Say it: repository: https://github.com/me/my-research',
        )
      : ok('repository', graph.content.program.repository),
  ];
}

function contentText(graph: KnowledgeGraph): string {
  const { kinds, tables, run_logs: logs } = describeWorkspace(graph);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    ...kinds.map(({ count, plural }) => `${count} ${plural}`),
    ...(tables.length > 0 ? [`${tables.length === 1 ? '1 table' : `${tables.length} tables`} of ${rows} rows`] : []),
    ...(logs > 0 ? [logs === 1 ? '1 run log' : `${logs} run logs`] : []),
  ].join(', ');
}

function judgeProgram({ content }: KnowledgeGraph, diagnostics: readonly Diagnostic[]): Condition {
  const kind = content.files.find(({ path }) => path === 'program.md')?.kind;
  if (kind === undefined)
    return advice('program', 'there is no program.md, which says what the research is about', '"priors init" makes one.');
  if (kind !== 'program')
    return advice('program', 'program.md has no frontmatter and configures nothing', '"priors init" adds what it can infer.');
  const wrong = diagnostics.filter(
    ({ path, code }) => path === 'program.md' && /^(?:missing-key|wrong-type|invalid-yaml|unclosed-frontmatter|unknown-key)$/.test(code),
  );
  const [first] = wrong;
  if (first === undefined) return ok('program', `program.md${content.strict ? ', strict' : ''}`);
  const judged = wrong.some(({ severity }) => severity === 'error') ? missing : advice;
  return judged('program', `program.md: ${wrong.map(({ message }) => message).join('; ')}`, first.hint);
}

function judgeProblems(diagnostics: readonly Diagnostic[]): Condition {
  const { errors, warnings } = summarize(diagnostics);
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  if (errors > 0) return missing('problems', `${counted(errors, 'error')}: nothing is built`, '"priors check" says where, and what to do.');
  if (warnings > 0) return advice('problems', `${counted(warnings, 'warning')}, no errors`, '"priors check" says where, and what to do.');
  return ok('problems', 'no problems');
}

function judgeMetric({ content }: KnowledgeGraph, main: Results | null): Condition {
  const declared = content.program.metric;
  const example = 'Say it in program.md: metric: { name: val_bpb, direction: lower }';
  if (main === null)
    return advice(
      'metric',
      'there is no results table yet',
      'A results.tsv with a header of tab-separated columns; "priors record" adds rows.',
    );
  const { name, direction, directionSource } = main.metric;
  const table = main.table.path;
  if (name === null) return advice('metric', `no column of ${table} is known to be a metric`, example);
  if (direction === null) return advice('metric', `whether lower or higher ${name} is better is not known: nothing is ranked`, example);
  if (declared !== undefined && declared.name !== name)
    return advice('metric', `program.md names the metric "${declared.name}", which ${table} does not have; its own is ${name}`, example);
  const text = `${name}, ${direction} is better (${table})`;
  return directionSource === 'guessed' ? advice('metric', `${text}: a guess`, example) : ok('metric', text);
}
