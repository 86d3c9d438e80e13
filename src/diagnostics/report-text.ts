import type { Diagnostic } from './diagnostic.ts';
import { skippedLine, summaryLine, type Report } from './report.ts';
import { sourceExcerpt } from './source-excerpt.ts';
import { visible } from './visible-text.ts';

export interface TextOptions {
  readonly color: boolean;
  /** A line of an input file, without its line end; null where it cannot be read again. */
  readonly sourceLine: (path: string, line: number) => string | null;
}

/** So many diagnostics of one code are printed of one file. */
const cap = 3;

/**
 * The report for people: each diagnostic with its source line, the offending text underlined, and what to do; repeats of one code
 * in one file are counted instead of printed; a summary at the end, with what was skipped. Content is printed without its control characters.
 */
export function reportText(report: Report, options: TextOptions): string {
  const blocks: string[] = [];
  for (const ofFile of Map.groupBy(report.diagnostics, ({ path }) => path).values()) blocks.push(...fileBlocks(ofFile, options));
  const skipped = skippedLine(report);
  return `${[...blocks, summaryLine(report)].join('\n\n')}\n${skipped === null ? '' : `${skipped}\n`}`;
}

function fileBlocks(diagnostics: readonly Diagnostic[], options: TextOptions): string[] {
  const blocks: string[] = [];
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= cap) blocks.push(block(diagnostic, options));
  }
  for (const [code, count] of counts) if (count > cap) blocks.push(`… and ${count - cap} more ${code} in this file`);
  return blocks;
}

function block(diagnostic: Diagnostic, { color, sourceLine }: TextOptions): string {
  const { path, line, column, endColumn, severity, message, code, hint } = diagnostic;
  const paint = (style: Style, text: string): string => (color ? `${ansi[style]}${text}${ansi.plain}` : text);
  const place = paint('bold', `${visible(path)}:${line}:${column}`);
  const lines = [`${place}  ${paint(severity, severity)}  ${visible(message)}  ${paint('dim', code)}`];
  const source = sourceLine(path, line);
  if (source !== null && source.trim() !== '') {
    const excerpt = sourceExcerpt(source, column, endColumn);
    const gutter = String(line).length;
    lines.push(`  ${paint('dim', `${line} |`)} ${excerpt.text}`);
    lines.push(`  ${paint('dim', `${' '.repeat(gutter)} |`)} ${paint(severity, excerpt.underline)}`);
  }
  lines.push(`  ${paint('dim', 'hint:')} ${visible(hint)}`);
  return lines.join('\n');
}

const ansi = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', plain: '\u001b[0m' } as const;
type Style = Exclude<keyof typeof ansi, 'plain'>;
