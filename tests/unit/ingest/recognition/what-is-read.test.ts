import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseText } from '#ingest/recognition/recognise-text.ts';
import type { Recognition } from '#ingest/recognition/recognise.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guide/what-is-read.md'), 'utf8');

/** What the guide calls each recognition. */
const names: ReadonlyMap<string, Recognition> = new Map([
  ['the program', { as: 'program' }],
  ['a journal: one entry a dated section', { as: 'sections', kind: 'journal' }],
  ['a progress log: one entry a dated section', { as: 'sections', kind: 'progress' }],
  ['a progress entry', { as: 'entry', kind: 'progress' }],
  ['an idea', { as: 'entry', kind: 'idea' }],
  ['a report', { as: 'entry', kind: 'report' }],
  ['an engineering log', { as: 'entry', kind: 'log' }],
  ['a rendered engineering log', { as: 'rendered log' }],
  ['engineering logs in JSON', { as: 'log in JSON' }],
  ['a paper', { as: 'entry', kind: 'paper' }],
  ['an argument map', { as: 'argument map' }],
  ['the summary of an experiment', { as: 'entry', kind: 'experiment' }],
  ['a run log', { as: 'run log' }],
  ['a results table', { as: 'table' }],
  ['a job queue', { as: 'job queue' }],
  ['a page', { as: 'entry', kind: 'page' }],
  ['an asset', { as: 'asset' }],
]);

const event = '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\n';
const jsonEvent = '{"timestamp": "2026-01-04T09:30:00Z", "action": "START"}\n';

/** The texts of the files that are known by their text. */
const texts: Readonly<Record<string, string>> = {
  'notes/what-happened.md': '## 2026-01-03\n\na\n\n## 2026-01-02\n\nb\n\n## 2026-01-01\n\nc\n',
  'notes/rotary.md': '---\nhypothesis: Distance matters\n---\n',
  'notes/rotary-tested.md': '---\noutcome: supported\nruns: [187e419]\n---\n',
  'notes/fix.md': '---\nsubject: Split\nmetrics: { accuracy: 98% }\n---\n',
  'notes/fix-eval-split.md': '# Split\n\n**Date:** 2026-01-04\n\n## Achievement\n\nDone.\n\n## Rationale\n\nNeeded.\n',
  'engineering/fix.json': '{ "subject": "Split", "achievement": "Done" }\n',
  'experiments/rotary/train.log': event,
  'experiments/rotary/run.jsonl': jsonEvent,
  'experiments/rotary/run.json': jsonEvent,
  'experiments/rotary/run.jsonl.txt': jsonEvent,
  'experiments/rotary/design.txt': event,
  'experiments/rotary/design.out': event,
  'experiments/rotary/design.md': event,
  'datasets/results.tsv': 'commit\tval_bpb\n',
  'status.json': '{"tasks":{"0":{"id":0}}}',
};

const rows = tableAfter('| for example |');
const examples = rows.flatMap(([paths = '', name = '', reason = '']) =>
  pathsIn(paths).map((path) => [path, name, reason.startsWith('its text')] as const),
);

describe('the table of what is read', () => {
  it('has every recognition', () => {
    expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(names.keys()));
    expect(examples.filter(([, , isByText]) => isByText).map(([path]) => path)).toEqual(Object.keys(texts));
  });

  it.each(examples)('%s is %s', (path, name) => {
    expect(recogniseText(path, texts[path] ?? '')).toEqual(names.get(name));
  });
});

describe('the table of what is skipped', () => {
  it.each(pathsIn(tableAfter('| path | why |')[0]?.[0] ?? '').filter((path) => path.endsWith('.md')))('%s is a template', (path) => {
    expect(recogniseText(path, '# x')).toEqual({ as: 'unread', reason: 'A template is not an entry' });
  });
});

/** The cells of the rows below a header line. */
function tableAfter(header: string): string[][] {
  const lines = guide.slice(guide.indexOf(header)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
}
