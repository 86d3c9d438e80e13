import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectExperiments } from '#ingest/run-logs/collect-experiments.ts';
import { parseEntry } from '#ingest/entries/parse-entry.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { parseSummary } from '#ingest/run-logs/parse-summary.ts';

const path = 'experiments/ranks/experiment_summary.yaml';
const read = (text: string) => parseSummary({ path, text, digest: 'd', problems: [] });

describe('parseSummary', () => {
  it('is the entry of its folder, named by what stands in `experiment`', () => {
    const { entries, problems } = read('experiment:\n  name: Ranks of LoRA\n  question: Which rank?\n  date: "2025-10-22"\n');
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      {
        id: 'experiment/ranks',
        kind: 'experiment',
        title: 'Ranks of LoRA',
        date: '2025-10-22',
        excerpt: 'Which rank?',
        line: 1,
        lastLine: 4,
      },
    ]);
    expect(entries[0]?.data).toEqual({ hypothesis: 'Which rank?' });
  });

  it('shows every key as it is written, escaped, and the file itself', () => {
    const [body] = read('lr: 1e-05\nid: 0640555\nruns:\n  - name: <b>\n    seeds: [1, 2]\n').bodies;
    expect(body?.html).toContain('<dt>lr</dt><dd>1e-05</dd>');
    expect(body?.html).toContain('<dt>id</dt><dd>0640555</dd>');
    expect(body?.html).toContain('<dt>name</dt><dd>&lt;b&gt;</dd>');
    expect(body?.html).toContain('<dt>seeds</dt><dd>1, 2</dd>');
    expect(body?.html).toContain('<pre class="plain-text"');
    expect(body?.markdown).toContain('id: 0640555');
  });

  it('reports what is no YAML at its place, and shows the text', () => {
    const { problems, bodies, entries } = read('experiment:\n  name: Ranks\n  question: which: rank\n');
    expect(problems).toMatchObject([{ code: 'invalid-summary', line: 3 }]);
    expect(bodies[0]?.html).toContain('which: rank');
    expect(entries).toHaveLength(1);
  });

  it.each(['- a\n- list\n', 'words\n'])('reports that %j holds no keys', (text) => {
    expect(read(text).problems).toMatchObject([{ code: 'invalid-summary', line: 1 }]);
  });

  it('refuses keys that would reach into every object', () => {
    expect(read('__proto__:\n  polluted: yes\nname: a\n').problems).toMatchObject([{ code: 'invalid-summary' }]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('never throws, and accounts for every line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseFile({ path, text, digest: '', problems: [] }).record.unaccounted).toEqual([]);
      }),
    );
  });
});

describe('a folder with two summaries', () => {
  it('is one entry: the Markdown, with the date of the YAML and the YAML below it', () => {
    const [yaml] = read('experiment:\n  name: Ranks\n  date: "2025-10-22"\n').entries;
    const [markdown] = parseEntry(
      { path: 'experiments/ranks/experiment_summary.md', text: '# Ranks\n', digest: 'm', problems: [] },
      'experiment',
    ).entries;
    if (yaml === undefined || markdown === undefined) throw new Error('Each is an entry');
    expect(collectExperiments([markdown, yaml], [])).toMatchObject([
      {
        id: 'experiment/ranks',
        path: markdown.path,
        date: '2025-10-22',
        inferred: ['title', 'date'],
        attached: [{ path, digest: 'd', part: 0 }],
      },
    ]);
  });
});
