import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontmatterText } from '#ingest/frontmatter/frontmatter-text.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { draftOf } from '#write/draft.ts';
import { entryText } from '#write/entry-text.ts';
import { examples } from '#write/examples.ts';
import { sourceFromText } from '#write/source-text.ts';

const idea = { title: 'Rotary', date: '2026-01-04', hypothesis: 'Lowers val_bpb' };

describe('entryText', () => {
  it('writes keys in the order of the schema, then sections, then the body', () => {
    const text = entryText(draftOf('idea', { body: 'More.', test: 'Three seeds.', mechanism: 'Distance.', seeds: '3', ...idea }));
    expect(text).toBe(
      '---\ntitle: Rotary\ndate: 2026-01-04\nhypothesis: Lowers val_bpb\nseeds: 3\n---\n\n## Mechanism\n\nDistance.\n\n## Test\n\nThree seeds.\n\nMore.\n',
    );
  });

  it('quotes what other YAML readers would take for a number or a truth value, and nothing else', () => {
    const text = entryText(
      draftOf('log', {
        subject: 'yes',
        date: '2026-01-04T09:30:00',
        tags: ['training'],
        commits: ['0640555', '12e4567', 'abc1234'],
        metrics: { epochs: '500', wall_clock: '4m 56s' },
      }),
    );
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'subject: yes',
        'date: 2026-01-04T09:30:00',
        '  - "0640555"',
        '  - "12e4567"',
        '  - abc1234',
        '  epochs: "500"',
        '  wall_clock: 4m 56s',
      ]),
    );
  });

  it('writes unknown and wrong keys as they are, so that the parser reports them', () => {
    const text = entryText(draftOf('idea', { ...idea, hypothesys: 'x', seeds: 'many' }));
    expect(
      parseFile(sourceFromText('ideas/2026-01-04_rotary.md', text))
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(['unknown-key', 'wrong-type']);
  });

  it.each(['log', 'idea', 'report', 'progress'] as const)('gives a %s that the parser reads without a problem', (kind) => {
    const text = entryText(draftOf(kind, { ...examples[kind], date: '2026-01-04' }));
    const folder = { log: 'logs', idea: 'ideas', report: 'reports', progress: 'progress' }[kind];
    const parsed = parseFile(sourceFromText(`${folder}/2026-01-04_x.md`, text));
    expect([...parsed.problems, ...parsed.strictProblems]).toEqual([]);
    expect(parsed.entries[0]?.inferred).toEqual([]);
  });

  it("takes the seed's JSON to frontmatter and back without loss", () => {
    const { achievement, rationale, ...keys } = examples.log;
    const parsed = parseFile(
      sourceFromText('logs/20260104-093000-x.md', entryText(draftOf('log', { ...examples.log, date: '2026-01-04' }))),
    );
    expect(parsed.entries[0]?.data).toEqual({ ...keys, date: '2026-01-04' });
    expect(achievement).toMatch(/^Initialized/);
    expect(rationale).toMatch(/^Residuals/);
    expect(parsed.bodies[0]?.markdown).toMatch(/\n## Achievement\n\nInitialized .*\n\n## Rationale\n\nResiduals .*\n$/);
  });
});

describe('frontmatterText', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...':#-"\'\\[]{}&*!|>%@`,?~=\t\n 019eE+._'.split('')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });
  const wellFormed = anyText.filter((text) => text.isWellFormed() && !text.includes('\uFEFF'));
  const key = fc.stringMatching(/^[a-z_][a-z0-9_ ]{0,8}[a-z0-9]$/);

  it('is read back as the very text that was given, whatever it is', () => {
    const data = fc.dictionary(
      key,
      fc.oneof(wellFormed, fc.array(wellFormed, { minLength: 1 }), fc.dictionary(key, wellFormed, { minKeys: 1 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(data, (values) => {
        const read = readFrontmatter('ideas/x.md', `${frontmatterText(values)}\n\nBody\n`);
        expect(read.problems).toEqual([]);
        expect(JSON.parse(JSON.stringify(read.data))).toEqual({ ...values });
        expect(read.body).toBe('\nBody\n');
      }),
      { numRuns: 150 },
    );
  });
});
