import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isActiveSvg } from '#site/active-svg.ts';
import { makeStagingFolder, makeWorkingFolder, readMarker, reasonToRefuse, writeMarker } from '#site/output-folder.ts';
import { moveFolder, replaceFolder } from '#site/replace-folder.ts';
import { mermaidModule, publishableFile, publishFiles } from '#site/site-files.ts';

vi.mock('node:fs/promises', async (original) => {
  const promises = await original<typeof fs>();
  return { ...promises, rename: vi.fn(promises.rename) };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'priors-site-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the output folder', () => {
  it('may be new, empty, or a site that was built before', async () => {
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'site'));
    await writeMarker(join(folder, 'site'), '/base/');
    for (const name of ['new', 'empty', 'site']) expect(await reasonToRefuse(join(folder, name), [])).toBeNull();
    expect(await readMarker(join(folder, 'site'))).toEqual({ schema: 1, base: '/base/' });
  });

  it('is never one with files of somebody else, the root, or one that holds the workspace', async () => {
    await writeFile(join(folder, 'thesis.md'), 'years of work');
    expect(await reasonToRefuse(folder, [])).toBe('it holds files that Priors did not make');
    expect(await reasonToRefuse('/', [])).toBe('it is the root of the file system');
    expect(await reasonToRefuse(join(folder, 'lab'), [join(folder, 'lab')])).toContain('it holds lab');
    expect(await reasonToRefuse(join(folder, 'lab'), [join(folder, 'lab/content')])).toContain('it holds content');
    expect(await reasonToRefuse(join(folder, 'lab/site'), [join(folder, 'lab')])).toBeNull();
  });

  it('is replaced as a whole, and nothing is left beside it, also of a build that was killed', async () => {
    const out = join(folder, 'dist');
    await mkdir(out);
    await writeFile(join(out, 'old.html'), '');
    await mkdir(join(folder, '.dist.building-killed'));
    const staging = await makeStagingFolder(out);
    await writeFile(join(staging, 'new.html'), '');
    await replaceFolder(staging, out);
    expect(await readdir(out)).toEqual(['new.html']);
    expect(await readdir(folder)).toEqual(['dist']);
  });

  it('comes back where a build was killed in the middle of its swap', async () => {
    const out = join(folder, 'dist');
    await mkdir(join(folder, '.dist.building-killed.previous'));
    await writeFile(join(folder, '.dist.building-killed.previous', 'old.html'), '');
    await mkdir(join(folder, '.dist.building-killed'));
    await makeStagingFolder(out);
    expect(await readdir(out)).toEqual(['old.html']);
  });

  it('can be read by a web server that runs as somebody else', async () => {
    const staging = await makeStagingFolder(join(folder, 'dist'));
    expect((await stat(staging)).mode & 0o777).toBe(0o755);
  });

  it('is built elsewhere and moved, also to another disk', async () => {
    for (const isOtherDisk of [false, true]) {
      const working = await makeWorkingFolder(folder);
      await mkdir(join(working, 'ideas'));
      await writeFile(join(working, 'ideas/new.html'), 'new');
      const out = join(folder, 'dist');
      const staging = await makeStagingFolder(out);
      if (isOtherDisk) vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));
      await moveFolder(working, staging);
      await replaceFolder(staging, out);
      expect(await readFile(join(out, 'ideas/new.html'), 'utf8')).toBe('new');
      expect((await stat(out)).mode & 0o777).toBe(0o755);
    }
    expect(await readdir(await makeWorkingFolder(folder))).toEqual([]);
  });

  it('is as it was where it cannot be replaced', async () => {
    const out = join(folder, 'dist');
    await mkdir(out);
    await writeFile(join(out, 'old.html'), '');
    await expect(replaceFolder(join(folder, 'never-built'), out)).rejects.toThrow();
    expect(await readdir(out)).toEqual(['old.html']);
  });
});

describe('files of the workspace', () => {
  it('are published under their own names, whatever signs those hold', async () => {
    const lab = join(folder, 'lab');
    await mkdir(join(lab, 'img'), { recursive: true });
    for (const name of ['100% of #1?.png', 'a b & c.png']) await writeFile(join(lab, 'img', name), name);
    expect(await publishFiles(lab, ['img/100% of #1?.png', 'img/a b & c.png', 'img/gone.png'], join(folder, 'out'))).toEqual([
      'img/gone.png',
    ]);
    expect(await readFile(join(folder, 'out/files/img/100% of #1?.png'), 'utf8')).toBe('100% of #1?.png');
  });

  it('are never published from outside of it', async () => {
    await mkdir(join(folder, 'lab'));
    await writeFile(join(folder, 'secret.png'), '');
    await symlink(join(folder, 'secret.png'), join(folder, 'lab/link.png'));
    for (const path of ['../secret.png', 'link.png', '', '..']) expect(await publishableFile(join(folder, 'lab'), path)).toBeNull();
  });

  it.each([
    ['<svg><path d="M0 0"/></svg>', false],
    ['<svg><style>.a{fill:red}</style><text>on = off</text></svg>', false],
    ['<svg><script>alert(1)</script></svg>', true],
    ['<svg onload="alert(1)"/>', true],
    ['<svg><a href=" javascript:alert(1)">x</a></svg>', true],
    ['<svg><foreignObject/></svg>', true],
    ['<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', true],
    ['<svg><svg:script/></svg>', true],
    ['<svg><a href="https://example.org/?a=1&amp;b=2"><text>&#160;&#x2212;1</text></a></svg>', false],
    ['<svg><a href="&#106;ava&#x0000000a;script:alert(1)">x</a></svg>', true],
    ['<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg/>', true],
    ['<?xml version="1.0" encoding="UTF-8"?><svg/>', false],
    ['<?xml version="1.0" encoding="utf-7"?><svg/>', true],
  ])('are no pictures that could run something: %s', (text, active) => {
    expect(isActiveSvg(Buffer.from(text))).toBe(active);
  });

  it('are no pictures that could run something, in whatever encoding and under whatever name', async () => {
    const svg = '<svg><script>alert(1)</script></svg>';
    expect(isActiveSvg(Buffer.from(`\uFEFF${svg}`, 'utf16le'))).toBe(true);
    expect(isActiveSvg(Buffer.from(svg, 'utf16le'))).toBe(true);
    await writeFile(join(folder, 'plot.png'), svg);
    await symlink('plot.png', join(folder, 'plot.svg'));
    expect(await publishableFile(folder, 'plot.svg')).toBeNull();
  });
});

it('finds Mermaid’s modules and nothing else of its package', () => {
  expect(mermaidModule('mermaid.esm.min.mjs')).toMatch(/mermaid\.esm\.min\.mjs$/);
  for (const name of ['../package.json', 'chunks/mermaid.esm.min/../../x.mjs', 'mermaid.core.mjs', ''])
    expect(mermaidModule(name)).toBeNull();
});
