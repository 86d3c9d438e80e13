import { expect, test } from 'vitest';
import { findCycle } from './cycles.ts';

test('a cycle is found and named by the files on it', () => {
  expect(
    findCycle(
      new Map([
        ['a.ts', ['b.ts']],
        ['b.ts', ['c.ts']],
        ['c.ts', ['b.ts']],
      ]),
    ),
  ).toEqual(['b.ts', 'c.ts', 'b.ts']);
});

test('two ways to one file are no cycle', () => {
  expect(
    findCycle(
      new Map([
        ['a.ts', ['b.ts', 'c.ts']],
        ['b.ts', ['d.ts']],
        ['c.ts', ['d.ts']],
      ]),
    ),
  ).toBeNull();
});
