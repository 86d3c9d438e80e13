import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { FileReport, ImportReport } from '#write/import/import-report.ts';

/** An import with what a strict workspace would still want of its files. */
export interface FullReport extends ImportReport {
  readonly dryRun: boolean;
  readonly strict: readonly Diagnostic[];
}

/** Longer lists are for programs. */
const mostShown = 20;

/** The report for programs. */
export function reportImportJson(report: FullReport): string {
  const count = (action: FileReport['action']): number => report.files.filter((file) => file.action === action).length;
  const summary = { written: count('written'), unchanged: count('unchanged'), kept: count('kept'), skipped: report.skipped.length };
  return `${JSON.stringify({ schema: 1, ...report, summary }, null, 2)}\n`;
}

/** The report for people: every file with what became of it, then what is left to do. */
export function reportImportText({ source, dryRun, files, skipped, links, strict }: FullReport, workspace: string): string {
  const of = (action: FileReport['action']): FileReport[] => files.filter((file) => file.action === action);
  const errors = strict.filter(({ severity }) => severity === 'error');
  return [
    `${dryRun ? 'Would import' : 'Imported'} ${source} into ${workspace}: ${of('written').length} written, ${of('unchanged').length} unchanged, ${
      of('kept').length
    } kept as they are, ${skipped.length} not imported.`,
    ...of('written').map(written),
    ...of('kept').map(({ from, to, reason }) => `  kept ${to} (${from}): ${reason ?? ''}`),
    ...group(
      'Not imported',
      skipped.map(({ path, reason }) => `${path}: ${reason}`),
    ),
    ...linkLines(links),
    ...group(
      errors.length === 0
        ? 'A strict workspace would want nothing more'
        : `A strict workspace would still want ${counted(errors.length, 'thing', 'things')}`,
      errors.map(({ path, line, code, message }) => `${path}:${line} ${code}: ${message}`),
    ),
    ...(errors.length < strict.length
      ? [`  and has advice at ${counted(strict.length - errors.length, 'place', 'places')}: see "priors check".`]
      : []),
    '',
  ].join('\n');
}

function written({ from, to, kind, inferred, setAside, moved }: FileReport): string {
  const notes = [
    ...inferred.map((each) => `${each.key} from ${each.from}`),
    ...(setAside.length > 0 ? [`${setAside.join(', ')} into its text`] : []),
    ...(moved > 0 ? [counted(moved, 'target of links has moved', 'targets of links have moved')] : []),
  ];
  return `  ${from} → ${to} (${kind})${notes.length > 0 ? `\n      ${notes.join('; ')}` : ''}`;
}

function linkLines({ moved, leftBehind, lost }: ImportReport['links']): string[] {
  if (moved + leftBehind + lost.length === 0) return [];
  return [
    `Links: ${counted(moved, 'leads', 'lead')} to the new place of ${moved === 1 ? 'its' : 'their'} target, ${leftBehind} to files that were not imported.`,
    ...group(
      counted(lost.length, 'leads elsewhere than before', 'lead elsewhere than before'),
      lost.map(({ path, target }) => `${path}: ${target}`),
    ),
  ];
}

function group(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return title.startsWith('A strict') ? [`${title}.`] : [];
  const shown = lines.slice(0, mostShown).map((line) => `  ${line}`);
  return [
    `${title}:`,
    ...shown,
    ...(lines.length > shown.length ? [`  and ${lines.length - shown.length} more: --format json has all.`] : []),
  ];
}

function counted(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
