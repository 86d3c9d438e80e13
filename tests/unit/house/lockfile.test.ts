import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const checkout = join(import.meta.dirname, '../../..');
const versions = z.record(z.string(), z.string()).default({});
const lockedPackage = z.object({ optionalDependencies: versions, resolved: z.string().optional() });
const lockfile = z.object({ packages: z.record(z.string(), lockedPackage) });
const manifest = z.object({ dependencies: versions, devDependencies: versions });

const { packages } = lockfile.parse(read('package-lock.json'));
const { dependencies, devDependencies } = manifest.parse(read('package.json'));

describe('what is installed', () => {
  test('is the same for everyone: every version is exact', () => {
    const inexact = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(inexact).toEqual([]);
  });

  test('is complete for every system: the lockfile has all native packages', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('comes from the registry of whoever installs it: the lockfile names no host', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test('stands in docs/dependencies.md, with its reason', () => {
    const page = readFileSync(join(checkout, 'docs/dependencies.md'), 'utf8');
    const named = new Set([...page.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', ')));
    const undocumented = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named.has(name));
    expect(undocumented).toEqual([]);
  });
});

/** Whether the lockfile has a package where one at `path` would find it: beside its own packages, or in any folder above. */
function isLocked(path: string, name: string): boolean {
  if (`${path}/node_modules/${name}`.replace(/^\//, '') in packages) return true;
  return path !== '' && isLocked(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(checkout, file), 'utf8'));
}
