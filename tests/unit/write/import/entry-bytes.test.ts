import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#ingest/parse-file.ts';
import { sourceFromBytes, targetFile, type TargetFile } from '#write/import/entry-bytes.ts';
import type { ImportFile } from '#write/import/import-source.ts';

function fileOf(path: string, content: string | Uint8Array): ImportFile {
  const bytes = Buffer.from(content);
  const source = sourceFromBytes(path, bytes);
  return { source, bytes, parsed: parseFile(source) };
}

function target(path: string, to: string, content: string | Uint8Array, added: Readonly<Record<string, unknown>> = {}): TargetFile {
  return targetFile(fileOf(path, content), to, added);
}

const textOf = (file: TargetFile): string => Buffer.from(file.bytes).toString('utf8');

/** Every line that holds anything, without its end. Bytes as characters, so that invalid ones count too. */
function linesOf(bytes: Uint8Array): string[] {
  const content = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  return content
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '');
}

describe('targetFile', () => {
  it('puts frontmatter above a text that has none', () => {
    const written = target('1_ideas/rotary.md', 'ideas/2026-01-04_rotary.md', '# Rotary\n\nText.\n', {
      title: 'Rotary',
      date: '2026-01-04',
    });
    expect(textOf(written)).toBe('---\ntitle: Rotary\ndate: 2026-01-04\n---\n\n# Rotary\n\nText.\n');
  });

  it.each([
    [
      'a report with observations',
      '9_reports/verdict.md',
      'reports/2026-01-08_verdict.md',
      '# Verdict\n\n## Observations\n\n- fell by 0.011\n',
      'statements.0.line',
    ],
    [
      'a progress entry with completed tasks',
      'progress/week.md',
      'progress/2026-01-08_week.md',
      '# Week\n\n## Completed\n\n- Split\n  - Time Investment: 30 minutes\n',
      'account.items.0.line',
    ],
  ])('puts frontmatter above %s, though all of it stands on other lines then', (_, from, to, text, key) => {
    const source = fileOf(from, text);
    expect(source.parsed.entries[0]?.data).toHaveProperty(key);
    const written = targetFile(source, to, { title: 'T', date: '2026-01-08', moved: { 'a.png': '../a.png' } });
    expect(textOf(written)).toBe(`---\ntitle: T\ndate: 2026-01-08\nmoved:\n  a.png: ../a.png\n---\n\n${text}`);
  });

  it('copies what needs nothing byte for byte', () => {
    const bytes = Buffer.from([0x23, 0x20, 0xff, 0x00, 0x0d, 0x0a, 0x61]);
    expect(target('a.md', 'pages/lab/a.md', bytes).bytes).toEqual(bytes);
    expect(textOf(target('x.tsv', 'results/x.tsv', 'commit\tval_bpb\na\t1', { title: 'x' }))).toBe('commit\tval_bpb\na\t1');
  });

  it('copies a text in UTF-16 byte for byte: lines in UTF-8 above it would make both unreadable', () => {
    const bytes = Buffer.from('\ufeff# Rotary\n\nText.\n', 'utf16le');
    const written = target('1_ideas/r.md', 'ideas/r.md', bytes, { title: 'Rotary' });
    expect(Buffer.from(written.bytes)).toEqual(bytes);
    expect(written.parsed.entries[0]?.title).toBe('Rotary');
  });

  it('keeps lines of frontmatter as they are, and adds below them', () => {
    const text = '---\n# why\ntitle:   "Rotary"   # a comment\nseeds: 0x3\nhypothesis: >\n  Lowers it,\n  perhaps\n---\nText.\n';
    expect(textOf(target('1_ideas/r.md', 'ideas/r.md', text.replace('0x3', '3'), { date: '2026-01-04' }))).toBe(
      '---\n# why\ntitle:   "Rotary"   # a comment\nseeds: 3\nhypothesis: >\n  Lowers it,\n  perhaps\ndate: 2026-01-04\n---\n\nText.\n',
    );
  });

  it('sets aside what the kind does not know or cannot read, line for line', () => {
    const text =
      '---\ntitle: Rotary\nowner: "someone"\n  # why not\ndate: last week\nhypothesis: It helps\nteam:\n  - a\n  - b\n---\n\nText.';
    const written = target('1_ideas/r.md', 'ideas/2026-01-04_r.md', text, { date: '2026-01-04' });
    expect(textOf(written)).toBe(
      [
        '---',
        'title: Rotary',
        'hypothesis: It helps',
        'date: 2026-01-04',
        '---',
        '',
        'Text.',
        '',
        '## Imported frontmatter',
        '',
        '```yaml',
        'owner: "someone"',
        '  # why not',
        'date: last week',
        'team:',
        '  - a',
        '  - b',
        '```',
        '',
      ].join('\n'),
    );
    expect(written.setAside).toEqual(['owner', 'date', 'team']);
    expect(written.parsed.problems).toEqual([]);
  });

  it('sets damaged frontmatter aside as a whole, and writes what could be read anew', () => {
    const written = target('1_ideas/r.md', 'ideas/r.md', '---\ntitle: Rotary\nhypothesis: [open\n---\nText.\n');
    expect(textOf(written)).toBe(
      '---\ntitle: Rotary\n---\n\nText.\n\n## Imported frontmatter\n\n```yaml\ntitle: Rotary\nhypothesis: [open\n```\n',
    );
  });

  it('leaves nothing out where keys refer to each other', () => {
    const text = '---\nowner: &name Rotary\ntitle: *name\nhypothesis: x\n---\n\nText.\n';
    const written = target('1_ideas/r.md', 'ideas/r.md', text);
    expect(written.parsed.entries[0]).toMatchObject({ title: 'Rotary', data: { hypothesis: 'x' } });
    for (const line of linesOf(Buffer.from(text))) expect(textOf(written)).toContain(line);
  });

  it('puts what it sets aside of a journal above the entries, so that it becomes part of none', () => {
    const text = '---\nowner: someone\n---\n# Journal\n\n## 2026-01-02: b\n\nText.\n\n## 2026-01-01: a\n\nText.\n';
    const written = target('RESEARCH_JOURNAL.md', 'journals/research-journal.md', text);
    expect(textOf(written).indexOf('owner: someone')).toBeLessThan(textOf(written).indexOf('## 2026-01-02'));
    expect(written.parsed.entries.filter(({ kind }) => kind === 'journal')).toHaveLength(2);
  });

  it('keeps line ends, and fences of its own style around backticks', () => {
    const text = '---\r\nowner: |\r\n  ```sh\r\n  ls\r\n  ```\r\ntitle: T\r\n---\r\n\r\nText.\r\n';
    const written = textOf(target('1_ideas/r.md', 'ideas/r.md', text, { date: '2026-01-04' }));
    expect(written).toContain('\r\n````yaml\r\nowner: |\r\n  ```sh\r\n');
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('loses no line of any file, and none of what was read of it', () => {
    const yaml = fc.constantFrom(
      'title: T',
      'date: 2026-01-04',
      'date: soon',
      'owner: x',
      'tags: [a, b]',
      'tags: a',
      '- item',
      '  more',
      '# note',
      'a: [',
      '',
      'k: "q"',
      'hypothesis: h',
      '__proto__: x',
      'title: again',
      'moved: {a: b}',
    );
    const prose = fc.constantFrom(
      '# Title',
      '## 2026-01-02: b',
      '## 2026-01-01: a',
      'Text.',
      '```',
      '---',
      '===',
      '**Date:** 2026-01-03',
      'Tags: x, y',
      '',
      '- [ ] x',
      '| a | b |',
      '[x](y.md)',
      '\u0000',
      'é',
      '\t',
    );
    const lineEnd = fc.constantFrom('\n', '\r\n');
    const file = fc
      .tuple(
        fc.constantFrom('---', '===', '', '---js'),
        fc.array(yaml, { maxLength: 6 }),
        fc.constantFrom('---', '===', ''),
        fc.array(prose, { maxLength: 12 }),
        lineEnd,
        fc.boolean(),
        fc.uint8Array({ maxLength: 3 }),
      )
      .map(([open, keys, close, body, end, hasBom, raw]) =>
        Buffer.concat([
          Buffer.from(hasBom ? '\ufeff' : ''),
          Buffer.from([...(open === '' ? [] : [open, ...keys, ...(close === '' ? [] : [close])]), ...body].join(end)),
          Buffer.from(raw),
        ]),
      );
    const place = fc.constantFrom(
      ['1_ideas/r.md', 'ideas/2026-01-04_r.md'],
      ['9_reports/r.md', 'reports/2026-01-04_r.md'],
      ['engineering/20260104-093000-r.md', 'logs/20260104-093000-r.md'],
      ['RESEARCH_JOURNAL.md', 'journals/research-journal.md'],
      ['PROGRESS_LOG.md', 'progress/progress_log.md'],
      ['notes/r.md', 'pages/lab/notes/r.md'],
      ['program.md', 'pages/lab/program.md'],
      ['x/experiment_summary.md', 'experiments/x/experiment_summary.md'],
    );
    const added = fc.constantFrom({}, { aliases: ['r'] }, { moved: { 'y.md': '../y.md' }, tags: ['x'] });
    fc.assert(
      fc.property(file, place, added, (bytes, [from = '', to = ''], keys) => {
        const before = fileOf(from, bytes);
        const written = targetFile(before, to, keys);
        const lines = new Map<string, number>();
        for (const line of linesOf(written.bytes)) lines.set(line, (lines.get(line) ?? 0) + 1);
        const wanted = Map.groupBy(linesOf(bytes), (line) => line);
        // The fences of frontmatter without a key that stays are all that may go.
        for (const [line, all] of wanted)
          if (!/^(?:---(?:js)?|===)\s*$/.test(line)) expect(lines.get(line) ?? 0).toBeGreaterThanOrEqual(all.length);
        // The program of another repository configures nothing here: it is what its text says.
        if (from === 'program.md') return;
        expect(written.parsed.kind).toBe(before.parsed.kind);
        expect(written.parsed.entries.length).toBe(before.parsed.entries.length);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
