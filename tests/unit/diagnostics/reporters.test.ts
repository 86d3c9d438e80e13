import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { reportGithub } from '#diagnostics/report-github.ts';
import { reportJson } from '#diagnostics/report-json.ts';
import { reportText } from '#diagnostics/report-text.ts';
import type { Report } from '#diagnostics/report.ts';

function diagnostic(stated: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'unknown-key',
    severity: 'error',
    path: 'ideas/x.md',
    line: 3,
    column: 1,
    endColumn: 11,
    message: 'Unexpected key "hypothesys"',
    hint: 'Did you mean "hypothesis"?',
    ...stated,
  };
}

function report(...diagnostics: readonly Diagnostic[]): Report {
  const files = [{ path: 'ideas/x.md', kind: 'idea', entries: 1, rows: 0, events: 0, unaccounted: [4] }];
  return { diagnostics, files, skipped: [{ path: 'big.bin', reason: 'too large' }] };
}

function text(source: string | null, ...diagnostics: readonly Diagnostic[]): string {
  return reportText({ ...report(...diagnostics), skipped: [] }, { color: false, sourceLine: () => source });
}

describe('the text report', () => {
  it('shows place, message, code, the underlined source and the hint', () => {
    expect(text('hypothesys: it helps', diagnostic())).toBe(
      [
        'ideas/x.md:3:1  error  Unexpected key "hypothesys"  unknown-key',
        '  3 | hypothesys: it helps',
        '    | ^^^^^^^^^^',
        '  hint: Did you mean "hypothesis"?',
        '',
        '1 error, 0 warnings in 1 file',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['tabs', 'a\tbad\tc', 3, 6, ['a    bad    c', '     ^^^']],
    ['letters of double width', '日本 bad', 4, 7, ['日本 bad', '     ^^^']],
    ['emoji', '😀 bad', 4, 7, ['😀 bad', '   ^^^']],
    ['combining marks', 'e\u0301 bad', 4, 7, ['e\u0301 bad', '  ^^^']],
    ['the end of the line', 'short', 6, undefined, ['short', '     ^']],
    ['a column behind the end', 'short', 99, undefined, ['short', '     ^']],
    ['an underline longer than the line', 'short', 3, 99, ['short', '  ^^^']],
  ] as const)('lines the underline up with %s', (_, source, column, endColumn, expected) => {
    const { endColumn: _default, ...point } = diagnostic({ column });
    const lines = text(source, endColumn === undefined ? point : { ...point, endColumn }).split('\n');
    expect([lines[1]?.slice(6), lines[2]?.slice(6)]).toEqual(expected);
  });

  it('cuts a wide line around the place', () => {
    const [, source = '', underline = ''] = text(
      `${'x'.repeat(5_000)}bad${'y'.repeat(5_000)}`,
      diagnostic({ column: 5_001, endColumn: 5_004 }),
    ).split('\n');
    expect(source.length).toBeLessThan(120);
    expect(source).toMatch(/^ {2}3 \| …x+bady+…$/);
    expect(source.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1)).toBe('bad');
  });

  it('leaves the source out where there is none to show', () => {
    expect(text(null, diagnostic()).split('\n').slice(0, 2)).toEqual([
      'ideas/x.md:3:1  error  Unexpected key "hypothesys"  unknown-key',
      '  hint: Did you mean "hypothesis"?',
    ]);
  });

  it('counts repeats of one code in one file instead of printing them', () => {
    const many = Array.from({ length: 15 }, (_, index) => diagnostic({ line: index + 1 }));
    const printed = text(null, ...many, diagnostic({ path: 'ideas/y.md' }));
    expect(printed.match(/ideas\/x\.md:/g)).toHaveLength(3);
    expect(printed).toContain('… and 12 more unknown-key in this file');
    expect(printed).toContain('ideas/y.md:3:1');
    expect(printed).toContain('16 errors, 0 warnings in 1 file');
  });

  it('ends kindly where nothing is wrong', () => {
    expect(text(null)).toBe('No problems in 1 file (1 entry, 0 runs).\n');
  });

  it('says how much was skipped, so that nobody takes silence for a clean bill', () => {
    const printed = reportText(report(), { color: false, sourceLine: () => null });
    expect(printed).toBe(
      'No problems in 1 file (1 entry, 0 runs).\n1 path was skipped; the health page and "priors check --format json" say why.\n',
    );
  });

  it('never prints a control character of content, in color or not', () => {
    const hostile = '\u001b[2Jgone\r\nerror: forged\u0007\u202e\u009b';
    for (const color of [false, true]) {
      const printed = reportText(report(diagnostic({ path: hostile, message: hostile, hint: hostile })), {
        color,
        sourceLine: () => hostile,
      });
      expect(printed.replaceAll(/\u001b\[\d+m/g, '').replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      expect(printed).not.toContain('\u001b[2J');
      expect(printed.split('\n')).toHaveLength(8);
    }
  });

  it('colors only when asked', () => {
    expect(text('hypothesys: x', diagnostic())).not.toContain('\u001b');
    expect(reportText(report(diagnostic()), { color: true, sourceLine: () => null })).toContain('\u001b[31merror\u001b[0m');
  });
});

describe('the JSON report', () => {
  it('has the shape of the contract and caps nothing', () => {
    const many = Array.from({ length: 15 }, (_, index) => diagnostic({ line: index + 1, severity: 'warning' }));
    const parsed: unknown = JSON.parse(reportJson({ ...report(...many, diagnostic()), assets: [] }));
    expect(parsed).toMatchObject({ schema: 1, summary: { errors: 1, warnings: 15 }, diagnostics: { length: 16 } });
    expect(JSON.parse(reportJson({ ...report(diagnostic()), assets: ['curve.png'] }))).toEqual({
      schema: 1,
      summary: { errors: 1, warnings: 0 },
      diagnostics: [
        {
          code: 'unknown-key',
          severity: 'error',
          path: 'ideas/x.md',
          line: 3,
          column: 1,
          message: 'Unexpected key "hypothesys"',
          hint: 'Did you mean "hypothesis"?',
        },
      ],
      files: [{ path: 'ideas/x.md', kind: 'idea', entries: 1, rows: 0, events: 0, diagnostics: 1, unaccounted: [4] }],
      skipped: [{ path: 'big.bin', reason: 'too large' }],
      assets: ['curve.png'],
    });
  });
});

describe('the report for GitHub', () => {
  it('annotates the file of the repository', () => {
    expect(reportGithub(report(diagnostic()), { folder: 'content' }).split('\n')[0]).toBe(
      '::error file=content/ideas/x.md,line=3,col=1,endColumn=11,title=unknown-key::Unexpected key "hypothesys"%0ADid you mean "hypothesis"?',
    );
  });

  it('escapes whatever could end a message or begin a command', () => {
    const forged = reportGithub(report(diagnostic({ path: 'a,b:c%.md', message: '100%\n::set-output name=x::y' })), { folder: '' });
    expect(forged.split('\n')).toHaveLength(3);
    expect(forged.split('\n')[0]).toMatch(/^::error file=a%2Cb%3Ac%25\.md,line=3,.*::100%25␊::set-output name=x::y%0A/);
  });
});
