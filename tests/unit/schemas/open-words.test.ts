import { describe, expect, it } from 'vitest';
import { openSectionOf, readOpenText } from '#schemas/open-words.ts';
import { openAnchor } from '#schemas/open-items.ts';

describe('openSectionOf', () => {
  it.each([
    ['Next Steps', 'step'],
    ['## 3. Next steps (optional)', 'step'],
    ['🚀 Immediate next actions:', 'step'],
    ["What's next?", 'step'],
    ['TODO', 'task'],
    ['To do', 'task'],
    ['Open Questions', 'question'],
    ['7. Open Questions (Not Yet Resolved)', 'question'],
    ['Gaps / open questions', 'question'],
    ['Key Questions to Answer Next Sprint', 'question'],
    ['Open question', 'question'],
    ['Potential Blockers Identified', 'blocker'],
    ['Success Criteria for Next Sprint', 'criterion'],
    ['To do this well', null],
    ['Next sprint preparation', null],
    ['Question', null],
    ['Questions and answers', null],
    ['Success criterion achieved', null],
    ['Clarity of Next Steps', null],
    ['Results', null],
  ])('%j is %j', (heading, sort) => {
    expect(openSectionOf(heading)?.sort ?? null).toBe(sort);
  });

  it('says what is settled', () => {
    expect([openSectionOf('Answered questions')?.done, openSectionOf('Resolved blockers')?.done, openSectionOf('Blockers')?.done]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('readOpenText', () => {
  it.each([
    ['None', null],
    ['None.', null],
    ['N/A', null],
    ['–', null],
    ['...', null],
    ['No blockers at this time.', null],
    ['None identified', null],
    ['None. All decisions are documented.', null],
    ['Nothing yet', null],
    ['Keine', null],
    ['<what comes next>', null],
    ['{item}', null],
    ['', null],
    ['None of the runs has a seed', { text: 'None of the runs has a seed', done: false }],
    ['No GPU until Friday', { text: 'No GPU until Friday', done: false }],
    ['[x] Fix the split', { text: 'Fix the split', done: true }],
    ['✅ Fix the split', { text: 'Fix the split', done: true }],
    ['Fix the split ✅', { text: 'Fix the split', done: true }],
    ['❌ Beat 0.97', { text: 'Beat 0.97', done: false }],
    ['⏳ Run it', { text: 'Run it', done: false }],
    ['~~Fix the split~~', { text: 'Fix the split', done: true }],
    ['Fix the split (done 2026-01-04)', { text: 'Fix the split', done: true }],
    ['Resolved: no disk', { text: 'no disk', done: true }],
    ['Try [[rotary|the rotary run]] with `base`', { text: 'Try the rotary run with `base`', done: false }],
    ['Read [the paper](../papers/x.md):', { text: 'Read the paper', done: false }],
  ])('of %j is %j', (written, read) => {
    expect(readOpenText(written)).toEqual(read);
  });
});

it('gives the same words the same anchor, whatever their case, markup and last point', () => {
  expect(new Set(['Run the *base* again.', 'run the base  again', 'Run the base again!'].map(openAnchor)).size).toBe(1);
  expect(openAnchor('Run the base twice')).not.toBe(openAnchor('Run the base again'));
});
