import { describe, expect, it } from 'vitest';
import { readStatements } from '#ingest/entries/parse-statements.ts';
import { expectLinear } from '../../../linear-time.ts';

/** `sort line–last: text`. */
const statements = (...lines: string[]): string[] =>
  readStatements(lines.join('\n'), 0).map(({ sort, line, lastLine, text }) => `${sort} ${line}–${lastLine}: ${text}`);

describe('statements', () => {
  it('are marked by their section: each item and each paragraph is one, with all its lines', () => {
    expect(
      statements(
        '## Observations',
        '- Loss 0.972',
        '  lower than',
        '',
        'Three',
        'runs.',
        '## Interpretation',
        'Distance.',
        '## Setup',
        'x',
      ),
    ).toEqual(['observation 2–3: Loss 0.972 lower than', 'observation 5–6: Three runs.', 'inference 8–8: Distance.']);
  });

  it('are marked by a leading word, which goes before their section', () => {
    expect(
      statements('## Results', '**Observation:** Loss 0.972', '- Inference 2: distance', '## Key observations', 'Claim: RoFormer says so'),
    ).toEqual(['observation 2–2: Loss 0.972', 'inference 3–3: distance', 'claim 5–5: RoFormer says so']);
  });

  it.each([
    ['Observation: Loss', 'observation'],
    ['*Inference*: Loss', 'inference'],
    ['**Observation**: Loss', 'observation'],
    ['- _Claim from Su et al._: Loss', 'claim'],
    ['_Claim_ (RoFormer): Loss', 'claim'],
  ])('are marked by %j', (line, sort) => {
    expect(statements(line)).toEqual([`${sort} 1–1: Loss`]);
  });

  it.each([
    'Observations',
    'Key observations',
    '2. Observation',
    'Observation 2',
    'Observations:',
    'Observations and doubts',
    'Observations & doubts',
    'Observations/doubts',
    'Observations / doubts',
    'Observation of the loss',
    'Observations from seed 1',
    'Observations (seed 1)',
    'Observations [seed 1]: loss',
  ])('are what stands below a heading %j', (heading) => {
    expect(statements(`## ${heading}`, 'Loss')).toEqual(['observation 2–2: Loss']);
  });

  it.each([
    'Inference speed',
    'Inference time',
    'Claim check',
    'Claims (checked) table',
    'Observation space',
    'Observational data',
    'Inference-only runs',
  ])('are not what stands below a heading %j', (heading) => {
    expect(statements(`## ${heading}`, 'Loss')).toEqual([]);
  });

  it('may follow each other in one paragraph', () => {
    expect(statements('Observation: Loss', '0.972.', 'Inference: Distance.')).toEqual([
      'observation 1–2: Loss 0.972.',
      'inference 3–3: Distance.',
    ]);
  });

  it('keep what stands below their item, and end with it', () => {
    expect(statements('## Observations', '- Three runs:', '  - 0.972', '  - 0.973', '', '  All kept.', '', '- One crashed.')).toEqual([
      'observation 2–6: Three runs: 0.972 0.973 All kept.',
      'observation 8–8: One crashed.',
    ]);
  });

  it('are marked by a word that stands alone, as far as its items go', () => {
    expect(statements('Observations:', '', '- Loss 0.972', '- Three runs', '', 'Next we sleep.')).toEqual([
      'observation 3–3: Loss 0.972',
      'observation 4–4: Three runs',
    ]);
    expect(statements('- Inferences:', '  - Distance', '  - Luck', '- Something else')).toEqual([
      'inference 2–2: Distance',
      'inference 3–3: Luck',
    ]);
  });

  it('are words without Markdown', () => {
    expect(statements('> Observation: *Loss* in [run 3](../results.tsv), `val_bpb`, fell.')).toEqual([
      'observation 1–1: Loss in run 3, `val_bpb`, fell.',
    ]);
  });

  it('can be a table, which is called by its columns and its first row', () => {
    const [head, rule] = ['| run | loss |', '| --- | :-: |'];
    expect(statements('## Observations', head, rule, '| 3 | **0.972** |', '| 4 | 0.9 |', '', head, rule, '| 5 | 0.981 |')).toEqual([
      'observation 2–5: Table: run, loss; 3, 0.972',
      'observation 7–9: Table: run, loss; 5, 0.981',
    ]);
    expect(statements('## Observations', head, rule)).toEqual(['observation 2–3: Table: run, loss']);
    expect(statements('## Observations', head, rule, `| ${'9'.repeat(300)} |`)).toEqual([
      `observation 2–4: Table: run, loss; ${'9'.repeat(200)}`,
    ]);
  });

  it('are none where nothing is marked, nothing is said or all of it is code', () => {
    expect(statements('# R', 'Text', '```', 'Observation: code', '```', '## Observations', '---', '<!-- none -->')).toEqual([]);
  });

  it('name whose claim they are, and its addresses', () => {
    const claims = readStatements(
      ['Claim from Su et al.: rotary helps', 'Claim (RoFormer): it does, see <https://example.org/a>.', 'Claim from paper: so it is'].join(
        '\n\n',
      ),
      0,
    );
    expect(claims.map(({ source, addresses }) => [source, addresses])).toEqual([
      ['Su et al.', []],
      ['RoFormer', ['https://example.org/a']],
      [null, []],
    ]);
  });

  it('take linear time', () => {
    expectLinear(
      (count) => `## Observations\n${'- Claim from a '.repeat(count)}`,
      (text) => readStatements(text, 0),
      20_000,
    );
    expectLinear(
      (count) => `## Observations\n${'word word\n'.repeat(count)}`,
      (text) => readStatements(text, 0),
      20_000,
    );
  });
});
