import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

const limit = 250;

/** Files that are longer, and why that reads better than two files would. */
const reasons: Readonly<Record<string, string>> = {};

const long = readSources().filter(({ lines }) => lines > limit);

test(`a file of more than ${String(limit)} lines has a reason`, () => {
  expect(long.filter(({ path }) => !(path in reasons)).map(({ path, lines }) => `${path}: ${String(lines)} lines`)).toEqual([]);
});

test('no reason outlives its file', () => {
  expect(Object.keys(reasons).filter((path) => !long.some((source) => source.path === path))).toEqual([]);
});
