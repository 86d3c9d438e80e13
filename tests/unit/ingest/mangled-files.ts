import fc from 'fast-check';
import { decodeText } from '#ingest/reading/decode-text.ts';
import type { SourceFile } from '#ingest/parsed-file.ts';

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** A small file of every sort that is read, as people and programs write them. */
export const samples: readonly (readonly [string, string])[] = [
  [
    'ideas/2026-01-02_rotary.md',
    lines(
      '---',
      'title: Rotary',
      'date: 2026-01-02',
      'hypothesis: "Distance matters"',
      'tags: [a, b]',
      '---',
      '',
      '# Rotary',
      '',
      'Why `x`.',
      '',
      '## Feedback',
      '',
      '- Rating: 7/10',
      '',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
    ),
  ],
  [
    '9_reports/2026-01-05_rotary.md',
    lines(
      '# Rotary, tested',
      '',
      '**Date:** 2026-01-05 | **Status:** done',
      '',
      '## Observations',
      '',
      'Observation: 3.2 → 2.9',
      '',
      '```',
      '# no heading',
      '```',
    ),
  ],
  [
    'engineering/20260104-093000-split.md',
    lines(
      '# Split',
      '',
      '**Date:** 2026-01-04',
      '**Timestamp:** 20260104-093000',
      '**Tags:** training',
      '',
      '## Achievement',
      '',
      'Done.',
      '',
      '## Rationale',
      '',
      'Needed.',
      '',
      '## Metrics',
      '',
      '| Metric | Value |',
      '| --- | --- |',
      '| Accuracy | 98% |',
      '',
      '## Conclusions',
      '',
      '1. 0/50 runs failed',
      '',
      '## Next Steps',
      '',
      '- [ ] More',
    ),
  ],
  [
    'log.json',
    lines(
      '{',
      '  "subject": "Split",',
      '  "achievement": "Done",',
      '  "rationale": "Needed",',
      '  "metrics": { "accuracy": "98%", "before": { "a": "1" } },',
      '  "conclusions": ["0/50 failed"]',
      '}',
    ),
  ],
  [
    'RESEARCH_JOURNAL.md',
    lines(
      '# Journal',
      '',
      'What this is.',
      '',
      '## 2026-01-03: Rotary (a)',
      '',
      'Won.',
      '',
      '### Details',
      '',
      'x',
      '',
      '## 2026-01-03 — Rotary (cont)',
      '',
      'Lost.',
      '',
      '## Notes',
      '',
      'n',
      '',
      '## YYYY-MM-DD: Title',
      '',
      '## 2026-01-01',
      '',
      'Begun.',
    ),
  ],
  [
    'PROGRESS_LOG.md',
    lines(
      '---',
      'title: Progress',
      '---',
      '# Progress',
      '',
      '## Week 1 (2026-01-05)',
      '',
      '- [x] **Time Investment**: ~2.5 hours',
      '',
      '## 2025-12-30',
      '',
      'Before.',
    ),
  ],
  [
    'notes.md',
    lines(
      'Notes',
      '=====',
      '',
      '* a',
      '  1. b',
      '',
      '> quote',
      '',
      '[[rotary]] and [x](ideas/x.md) <details><summary>s</summary>',
      '',
      '$x^2$ [^1]',
      '',
      '[^1]: note',
    ),
  ],
  ['program.md', lines('---', 'project: P', 'metric: { name: val_bpb, direction: lower }', 'tags: [a]', '---', '', '# Program')],
  ['papers/attention.md', lines('===', 'title: Attention', 'authors: [A, B]', 'year: 2017', '===', '', '# Attention', '', 'Abstract.')],
  [
    'papers/attention_analysis.argdown',
    lines(
      '===',
      'title: Attention',
      '===',
      '',
      '[Claim]: It is all you need. #tag {credence: 0.9}',
      '  + <Argument>: Because.',
      '    - [Other]',
      '',
      '<Argument>',
      '',
      '(1) P',
      '(2) Q',
      '----',
      '(3) [Claim]',
    ),
  ],
  [
    'results.tsv',
    lines(
      'commit\tval_bpb\tstatus\tdescription',
      '# comment',
      '187e419\t0.9979\tbaseline\t"a ""quoted"" cell"',
      '--- second night ---',
      '0640555\t0.9697\tkeep\tx',
      '',
      'aaaaaaa\t0.97',
    ),
  ],
  ['trace.tsv', lines('Traceback (most recent call last):', '  File "train.py", line 3', 'KeyError: x')],
  [
    'experiments/a/design-experiment.log',
    lines(
      '[2026-01-04 09:30:00] VERIFY_MODEL: Llama',
      'Command: ls',
      'Result: there',
      '  more',
      '- Fine-tuning: 2 runs',
      '',
      '[not a time] text',
      '[2026-01-04 09:31:00] COMPLETE',
      'Duration: 1m',
    ),
  ],
  [
    'experiments/a/run.jsonl',
    lines(
      '{"timestamp": "2026-01-04T09:30:00Z", "action": "START", "result": "success"}',
      '{"timestamp": "2026-01-04T09:31:00Z", "action": "END", "n": [1, {"a": "b"}]}',
    ),
  ],
  [
    'experiments/a/run.jsonl.txt',
    lines(
      '{',
      '  "timestamp": "2026-01-04T09:30:00Z",',
      '  "action": "START",',
      '  "files": ["a", "b"]',
      '}',
      '{',
      '  "timestamp": "2026-01-04T09:31:00Z",',
      '  "action": "END"',
      '}',
    ),
  ],
  ['experiments/a/train.log', lines('step 1 loss 3.2', 'step 2 loss 2.9')],
  [
    'experiments/a/experiment_summary.md',
    lines('# Sweep', '', '**Status:** done', '', '## Results', '', '| r | a |', '| - | - |', '| 1 | 2 |'),
  ],
  ['experiments/a/experiment_summary.yaml', lines('name: sweep', 'runs:', '  - name: a', '    lr: 1e-5', 'status: done')],
  [
    'queue.json',
    lines(
      '{',
      '  "tasks": {',
      '    "0": {',
      '      "id": 0,',
      '      "command": "just eval",',
      '      "label": "Q: does X help? H: expect +0.05 metric",',
      '      "path": "/x/y",',
      '      "envs": { "A": "b" },',
      '      "group": "default",',
      '      "status": { "Done": { "result": "Success" } }',
      '    }',
      '  },',
      '  "groups": { "default": {} }',
      '}',
    ),
  ],
];

const inserts: readonly (string | Uint8Array)[] = [
  '\0',
  '\u0007',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\u2028',
  '\uFEFF',
  ' '.repeat(9),
  Buffer.from([0xff]),
  Buffer.from([0xe2, 0x82]),
  Buffer.from([0xff, 0xfe]),
  '---\n',
  '===\n',
  '```\n',
  '~~~',
  '# ',
  '## 2026-02-01\n',
  '## 2026-02-30: x\n',
  '## YYYY-MM-DD\n',
  '> ',
  '- ',
  '1. ',
  '    ',
  '[',
  ']',
  '[[',
  '{',
  '}',
  '"',
  "'",
  '|',
  '$',
  '$$',
  '*',
  '**',
  '_',
  '<',
  '<!--',
  '-->',
  '<script>',
  '</details>',
  '`',
  '\\',
  ':',
  ': ',
  '#',
  '&',
  '%',
  '!',
  '[2026-01-04 09:32:00] NEXT: x\n',
  '{"timestamp":',
  '{}\n',
  ',',
  'a\tb\tc\n',
  'x'.repeat(5000),
  '🙂',
  'é',
  '実験',
];

interface Edit {
  readonly how: 'delete' | 'duplicate' | 'insert' | 'cut' | 'crlf' | 'cr' | 'splice';
  readonly at: number;
  readonly length: number;
  readonly what: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom('delete', 'duplicate', 'insert', 'insert', 'insert', 'cut', 'crlf', 'cr', 'splice'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  what: fc.nat(1000),
});

/** Bytes with a mistake that an editor, a program that was killed or a merge makes. */
function mangle(bytes: Buffer, { how, at, length, what }: Edit): Buffer {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + length);
  const part = bytes.subarray(start, end);
  const put = (...parts: readonly (string | Uint8Array)[]): Buffer =>
    Buffer.concat([
      bytes.subarray(0, start),
      ...parts.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)),
      bytes.subarray(start),
    ]);
  switch (how) {
    case 'delete':
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    case 'duplicate':
      return put(part);
    case 'insert':
      return put(inserts[what % inserts.length] ?? '');
    case 'cut':
      return bytes.subarray(0, start);
    case 'crlf':
      return Buffer.from(bytes.toString('latin1').replaceAll(what % 2 === 0 ? /\n/g : /\n(?=[^\n]*\n[^\n]*$)/g, '\r\n'), 'latin1');
    case 'cr':
      return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1');
    case 'splice':
      return put(samples[what % samples.length]?.[1] ?? '');
  }
}

/** Files as they are found: some as they should be, most with several mistakes, some of nothing but marks. */
export const foundFiles: fc.Arbitrary<SourceFile> = fc
  .tuple(
    fc.nat(samples.length - 1),
    fc.array(edit, { maxLength: 6 }),
    fc.option(fc.array(fc.constantFrom(...inserts), { maxLength: 30 }), { freq: 6 }),
  )
  .map(([index, edits, marks]) => {
    const [path, text] = samples[index] ?? ['notes.md', ''];
    const whole =
      marks === null ? Buffer.from(text) : Buffer.concat(marks.map((mark) => (typeof mark === 'string' ? Buffer.from(mark) : mark)));
    const bytes = edits.reduce(mangle, whole);
    return { path, ...decodeText(path, bytes), digest: 'd' };
  });
