import { describe, expect, it } from 'vitest';
import { bodyData } from '#ingest/entries/body-data.ts';
import { findingAnchor } from '#schemas/finding-text.ts';

describe('the statements', () => {
  it.each(['report', 'journal'] as const)('of a %s are read, with the ids that they have on its page', (kind) => {
    const { data, anchors } = bodyData(kind, 'Text\n\nObservation: Loss 0.972.', 10);
    expect(data['statements']).toMatchObject([{ sort: 'observation', text: 'Loss 0.972.', line: 13 }]);
    expect([...anchors]).toEqual([[13, findingAnchor('loss 0.972')]]);
  });

  it.each(['log', 'idea', 'page', 'paper'] as const)('of a %s are nothing', (kind) => {
    expect(bodyData(kind, 'Observation: Loss 0.972.', 0)).toEqual({ data: {}, places: {}, anchors: new Map() });
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
