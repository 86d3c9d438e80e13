import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonAgainstName } from '#publishing/file-names.ts';

describe('the name of a file that a stranger built', () => {
  it.each([
    'index.html',
    '404.html',
    '.nojekyll',
    '.priors-site.json',
    'ideas/2026-01-01-rotary/index.html',
    'pagefind/wasm.en.pagefind',
    'pagefind/fragment/en_1a2b3c.pf_fragment',
    '_astro/page.BxY_12-a.css',
    'files/figures/Größe 1.PNG',
    'api/runs/results.parquet',
    // What Windows cannot hold is no matter to a host of pages, and Priors builds it of files that are called so.
    'ideas/aux/index.html',
    'ideas/nul.md',
    'files/results: a.tsv',
    'files/what? <really> *.png',
    'files/runs./of today /results.tsv',
    `files/${'long/'.repeat(100)}results.tsv`,
  ])('may be %s', (path) => {
    expect(reasonAgainstName(path)).toBeNull();
  });

  it.each([
    ['../index.html', /leads out/],
    ['a/../../index.html', /leads out/],
    ['a//index.html', /leads out/],
    ['a/./b.html', /leads out/],
    ['a\nb.html', /control character/],
    ['a\u001B[31m.html', /control character/],
    ['a\uFFFD.html', /UTF-8/],
    ['.git/config.json', /part of git/],
    ['a/.GIT/index.html', /part of git/],
    ['a/.git /index.html', /part of git/],
    ['a/.g\u200Cit/index.html', /part of git/],
    ['GIT~1/index.html', /part of git/],
    ['a\\b.html', /backslash/],
    ['a/.git::$INDEX_ALLOCATION/index.html', /part of git/],
    ['git~1:x/index.html', /part of git/],
    ['.htaccess', /begin with a dot/],
    ['a/.nojekyll', /begin with a dot/],
    ['.well-known/x.json', /begin with a dot/],
    ['_headers', /without an ending/],
    ['CNAME', /without an ending/],
    ['index.php', /\.php/],
    ['run.exe', /\.exe/],
    [`${'a/'.repeat(500)}index.html`, /longer than 1000/],
  ])('must not be %j', (path, reason) => {
    expect(reasonAgainstName(path)).toMatch(reason);
  });

  it('is never allowed where a part of it leads out, whatever stands around it', () => {
    const part = fc.constantFrom('..', '.', '', '.git', 'a', 'ideas');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const isSafe = parts.every((each) => each === 'a' || each === 'ideas');
        expect(reasonAgainstName([...parts, 'index.html'].join('/')) === null).toBe(isSafe);
      }),
    );
  });
});
