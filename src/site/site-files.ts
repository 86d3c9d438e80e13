import { cp, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { isActiveSvg } from './active-svg.ts';

/** Where the built site keeps what is no page: below `/files/` files of the workspace, below `/vendor/mermaid/` Mermaid as it was shipped. */
export const filesPrefix = 'files/';
export const mermaidPrefix = 'vendor/mermaid/';

/**
 * A file of the workspace that may be served as it is.
 *
 * @param path relative to the workspace, as the graph has it
 * @returns its real place on disk, or null: it is gone, leaves the workspace through a link, or is a picture that could run scripts
 */
export async function publishablePlace(workspace: string, path: string): Promise<string | null> {
  try {
    const [root, place] = await Promise.all([realpath(workspace), realpath(join(workspace, path))]);
    const inside = relative(root, place);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
    // A link may have another ending than what it leads to.
    if ([path, place].some((name) => extname(name).toLowerCase() === '.svg') && isActiveSvg(await readFile(place))) return null;
    return place;
  } catch {
    return null;
  }
}

/**
 * Copies files of the workspace below `<outDir>/files/`.
 *
 * @returns the paths that could not be published (see `publishablePlace`)
 */
export async function publishFiles(workspace: string, paths: readonly string[], outDir: string): Promise<string[]> {
  const refused: string[] = [];
  for (const path of paths) {
    const place = await publishablePlace(workspace, path);
    const target = join(outDir, filesPrefix, path);
    if (place === null) {
      refused.push(path);
    } else {
      await mkdir(dirname(target), { recursive: true });
      await cp(place, target, { dereference: true });
    }
  }
  return refused;
}

/** The folder of Mermaid's own build for browsers. */
function mermaidFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('mermaid'));
}

/** Mermaid's module of this name (`mermaid.esm.min.mjs`, `chunks/mermaid.esm.min/x.mjs`), or null where that is none of its files. */
export function mermaidModule(name: string): string | null {
  return /^(?:mermaid\.esm\.min|chunks\/mermaid\.esm\.min\/[\w.-]+)\.mjs$/.test(name) ? join(mermaidFolder(), name) : null;
}

/** Copies Mermaid's modules below `<outDir>/vendor/mermaid/`: 5 MB, of which a page loads what its diagram needs. */
export async function publishMermaid(outDir: string): Promise<void> {
  const chunks = await readdir(join(mermaidFolder(), 'chunks/mermaid.esm.min'));
  const names = ['mermaid.esm.min.mjs', ...chunks.map((chunk) => `chunks/mermaid.esm.min/${chunk}`)];
  await mkdir(join(outDir, mermaidPrefix, 'chunks/mermaid.esm.min'), { recursive: true });
  await Promise.all(
    names.map(async (name) => {
      const place = mermaidModule(name);
      if (place !== null) await cp(place, join(outDir, mermaidPrefix, name));
    }),
  );
}
