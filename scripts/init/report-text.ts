import { valueText, type AdoptionReport, type FileOutcome } from '#adoption/adoption-report.ts';
import type { FoundTable, FoundWork } from '#adoption/describe-workspace.ts';

/** The report for programs. */
export function reportInitJson(report: AdoptionReport): string {
  return `${JSON.stringify({ schema: 1, ...report }, null, 2)}\n`;
}

/** Longer lists are for programs. */
const mostTables = 8;

/** The report for people: what was found, what was written, what is left to them, and what comes next. */
export function reportInitText(report: AdoptionReport): string {
  const { workspace, dry_run, found, program, keys, workflows, no_workflows, left, next } = report;
  const blocks = [
    dry_run ? ['Nothing is written: this is what init would do.'] : [],
    [`Found in ${workspace === '.' ? 'this folder' : workspace}`, ...foundLines(found), ...checkLine(report)],
    [outcomeLine(program, dry_run), ...(program.action === 'kept' || program.action === 'unchanged' ? [] : keyLines(keys))],
    ['Workflows', ...(no_workflows === null ? workflows.map((each) => `  ${outcomeLine(each, dry_run)}`) : [`  none: ${no_workflows}`])],
    left.length === 0 ? [] : ['Left for you', ...left.map((line) => `  - ${line}`)],
    next.length === 0
      ? []
      : [
          'Next',
          ...next.flatMap(({ text, commands }, index) => [`  ${index + 1}. ${text}`, ...commands.map((command) => `       ${command}`)]),
        ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function foundLines(found: FoundWork): string[] {
  const others = [
    ...(found.run_logs > 0 ? [counted(found.run_logs, 'run log', 'run logs')] : []),
    ...(found.queues > 0 ? [counted(found.queues, 'job queue', 'job queues')] : []),
    ...(found.argument_maps > 0 ? [counted(found.argument_maps, 'argument map', 'argument maps')] : []),
  ];
  const entries = [...found.kinds.map(({ count, plural }) => `${count} ${plural}`), ...others];
  if (entries.length + found.tables.length === 0) return ['  nothing to read yet'];
  return [
    ...(entries.length > 0 ? [`  ${entries.join(', ')}`] : []),
    ...found.tables.slice(0, mostTables).map((table) => `  ${tableText(table)}`),
    ...(found.tables.length > mostTables ? [`  and ${found.tables.length - mostTables} more tables`] : []),
  ];
}

function tableText({ path, rows, rows_are, metric, direction, direction_source }: FoundTable): string {
  const what =
    rows_are === 'runs'
      ? counted(rows, 'run', 'runs')
      : `${counted(rows, 'row', 'rows')} of ${rows_are === 'curve' ? 'a training curve' : 'measurements'}`;
  const better = direction === null ? '' : `, ${direction} is better${direction_source === 'guessed' ? ' (guessed)' : ''}`;
  return `${path}: ${what}${metric === null || rows_are !== 'runs' ? '' : `; ${metric}${better}`}`;
}

function checkLine({ dry_run, errors, warnings, found: { skipped } }: AdoptionReport): string[] {
  const problems =
    errors + warnings === 0 ? 'no problems' : [counted(errors, 'error', 'errors'), counted(warnings, 'warning', 'warnings')].join(', ');
  const paths = skipped === 0 ? '' : `; ${counted(skipped, 'path', 'paths')} skipped`;
  return [`  check: ${problems}${dry_run ? '' : ' now'}${paths}`];
}

function outcomeLine({ path, action, reason, hint }: FileOutcome, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const said = reason === null ? '' : `: ${reason}`;
  switch (action) {
    case 'created':
      return `${path} ${would}written`;
    case 'prepended':
      return `${path} ${would}given frontmatter; the text below it ${dryRun ? 'would stay' : 'is'} as it was`;
    case 'unchanged':
      return `${path} unchanged${said}`;
    case 'kept':
      return `${path} kept${said}${hint === null ? '' : `\n      ${hint}`}`;
    case 'refused':
      return `${path} NOT written${said}${hint === null ? '' : `\n      ${hint}`}`;
  }
}

function keyLines(keys: AdoptionReport['keys']): string[] {
  return keys.map((each) => `  ${each.key.padEnd(10)} ${valueText(each)}\n${' '.repeat(13)}${each.note}`);
}

function counted(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
