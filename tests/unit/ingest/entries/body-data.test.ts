import { describe, expect, it } from 'vitest';
import { bodyData } from '#ingest/entries/body-data.ts';

const statements = (...lines: string[]) => bodyData('report', lines.join('\n'), 0).data['statements'];

describe('the statements of a report', () => {
  it('are marked by their section: each item and each paragraph is one', () => {
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
    ).toEqual([
      { sort: 'observation', text: 'Loss 0.972', line: 2 },
      { sort: 'observation', text: 'Three', line: 5 },
      { sort: 'inference', text: 'Distance.', line: 8 },
    ]);
  });

  it('are marked by a leading word, which goes before their section', () => {
    expect(
      statements('## Results', '**Observation:** Loss 0.972', '- Inference 2: distance', '## Observations', 'Claim: RoFormer says so'),
    ).toEqual([
      { sort: 'observation', text: 'Loss 0.972', line: 2 },
      { sort: 'inference', text: 'distance', line: 3 },
      { sort: 'claim', text: 'RoFormer says so', line: 5 },
    ]);
  });

  it('are none where nothing is marked', () => {
    expect(statements('# R', 'Text', '```', 'Observation: code', '```')).toBeUndefined();
  });
});

describe('the rating of an idea', () => {
  it.each([
    [['## Feedback', 'Rating: 7/10'], 7],
    [['## Feedback', '- **Rating**: 6.5 / 10, because'], 6.5],
    [['## Reviewer feedback', '**Overall rating:** 8'], 8],
    [['## Feedback', 'Rating: 7/5'], undefined],
    [['## Feedback', 'Rating: 11'], undefined],
    [['## Test', 'Rating: 7/10'], undefined],
  ])('of %j is %j', (lines, rating) => {
    expect(bodyData('idea', lines.join('\n'), 0).data['rating']).toBe(rating);
  });
});
