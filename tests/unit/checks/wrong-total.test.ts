import { describe, expect, it } from 'vitest';
import { wrongTotal } from '#checks/arithmetic/wrong-total.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { readProgress } from '#ingest/journals/parse-progress.ts';
import { makeContent, makeEntry } from '../graph/make-content.ts';

/** What is said of the total of a progress entry with this text. */
function found(...lines: readonly string[]): string[] {
  const { account } = readProgress(lines.join('\n'), 0);
  const entry = makeEntry('progress', 'progress/2026-01-04_x.md', { data: { account } });
  return [...wrongTotal(buildGraph(makeContent({ entries: [entry] })))].map(({ line, message }) => `${line}: ${message}`);
}

const items = (...times: readonly string[]): string[] => [
  '### Completed',
  ...times.flatMap((time, index) => [`${index + 1}. **Item ${index + 1}**`, `   - **Time Investment**: ${time}`]),
];
const summary = (total: string, ...parts: readonly string[]): string[] => [
  '#### Time Investment Summary',
  `- **Total Time**: ${total}`,
  ...parts.map((part) => `- **${part}`),
];

describe('wrong-total', () => {
  it('is content with the seed, whose items come to a quarter of an hour more than "~9 hours"', () => {
    const times = ['~2 hours', '~2.5 hours', '~30 minutes', '~45 minutes', '~2 hours', '~1 hour', '~30 minutes'];
    const parts = ['Planning & Strategy**: ~4.5 hours (50%)', 'Documentation**: ~3.5 hours (39%)', 'Research**: ~1 hour (11%)'];
    expect(found(...items(...times), ...summary('~9 hours', ...parts))).toEqual([]);
  });

  it('names a total that its parts do not come to, at its line', () => {
    expect(found(...summary('~9 hours', 'Planning**: ~4.5 hours', 'Writing**: 90 minutes'))).toEqual([
      '2: The total of 9 h does not agree with its 2 parts, which come to 6 h',
    ]);
  });

  it('names a total that the items exceed', () => {
    expect(found(...items('2 hours', '1h 30m'), '**Total Time:** 2 hours')).toEqual([
      '6: The total of 2 h does not agree with its 2 items, which come to 3 h 30 min',
    ]);
  });

  it.each([
    ['items that state less than all', [...items('1 hour', '1 hour'), '**Total Time:** 5 hours']],
    ['one part', summary('4 hours', 'Planning**: 3 hours (75%)')],
    ['times that were not spent', summary('23 hours', 'Recording**: 15 hours', 'Editing**: 8 hours', 'Time saved**: 27 hours')],
    ['several totals', [...summary('2 hours', 'Planning**: 2 hours'), ...summary('3 hours', 'Writing**: 3 hours')]],
    ['a total said in two units', summary('~145 minutes (~2.5 hours)', 'Planning**: 70 minutes', 'Writing**: 75 minutes')],
    ['no total', ['#### Time Investment Summary', '- **Planning**: 1 hour', '- **Writing**: 2 hours']],
    ['a range', summary('2-4 hours', 'Planning**: 1-2 hours', 'Writing**: 1-2 hours')],
  ])('says nothing of %s', (_, lines) => {
    expect(found(...lines)).toEqual([]);
  });
});
