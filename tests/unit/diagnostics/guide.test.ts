import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticsGuide } from '../../../scripts/docs/diagnostics-guide.ts';
import { exampleDiff } from '../../../scripts/docs/example-diff.ts';

const page = join(import.meta.dirname, '../../../docs/guide/diagnostics.md');

describe('the guide to diagnostics', () => {
  it('is what the catalogue and its examples say', async () => {
    expect(readFileSync(page, 'utf8'), 'docs/guide/diagnostics.md is out of date: npm run docs:diagnostics').toBe(await diagnosticsGuide());
    // It checks a workspace for each code.
  }, 120_000);
});

describe('the diff of an example', () => {
  it('shows the lines that differ, with one line around them', () => {
    const bad = { 'a.md': 'one\ntwo\nthree\nfour\n', 'b.md': 'same\n' };
    const good = { 'a.md': 'one\ntwo\n3\nfour\n', 'b.md': 'same\n' };
    expect(exampleDiff({ bad, good })).toBe('@@ a.md @@\n  two\n- three\n+ 3\n  four');
  });

  it('names files that come or go, and shows lines that are only added', () => {
    const bad = { 'a.md': 'one\nthree\n', 'old.md': '' };
    const good = { 'a.md': 'one\ntwo\nthree\n', 'new.md': '' };
    expect(exampleDiff({ bad, good })).toBe('@@ files @@\n- old.md\n+ new.md\n@@ a.md @@\n  one\n+ two\n  three');
  });

  it('shows characters that nobody could see', () => {
    expect(exampleDiff({ bad: { 'a.md': 'a bell \u0007' }, good: { 'a.md': 'a bell' } })).not.toContain('\u0007');
  });
});
