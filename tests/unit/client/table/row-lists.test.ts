import { describe, expect, it } from 'vitest';
import { groupLines, runLines, type Lines } from '#client/table/row-lists.ts';
import { makeStore } from './make-store.ts';

const store = makeStore({ lr: { type: 'choice', cells: ['hi', 'lo', 'hi', 'lo', 'hi'] } });
const shown = (lines: Lines): string[] =>
  Array.from({ length: lines.count }, (_, index) => {
    const line = lines.at(index);
    return line.kind === 'run' ? String(line.row) : `${line.expanded ? '▾' : '▸'} ${line.group.key}`;
  });

describe('lines of a table', () => {
  it('is a line a run, without groups', () => {
    const lines = runLines(Uint32Array.of(4, 0, 2));
    expect([shown(lines), lines.groups, lines.indexOf(2), lines.indexOf(3)]).toEqual([['4', '0', '2'], 0, 2, -1]);
  });

  it('has a line for each group, and its runs below it where it is expanded', () => {
    const rows = Uint32Array.of(3, 0, 1, 2, 4);
    const lines = groupLines(store, rows, 'lr', new Set(['hi']));
    expect(shown(lines)).toEqual(['▸ lo', '▾ hi', '0', '2', '4']);
    expect([lines.groups, lines.indexOf(2), lines.indexOf(1)]).toEqual([2, 3, -1]);
  });
});
