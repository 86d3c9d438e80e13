import { cp, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { decodeText } from '#ingest/reading/decode-text.ts';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import { isActiveSvg } from './active-svg.ts';

/** Where the built site keeps what is no page: below `/files/` files of the workspace, below `/vendor/mermaid/` Mermaid as it was shipped. */
export const filesPrefix = 'files/';
export const mermaidPrefix = 'vendor/mermaid/';

/** A file of the workspace as it may be served. */
export interface PublishableFile {
  /** Its real place on disk. */
  readonly place: string;
  /** What is served instead of its bytes: a table with a credential in it, masked. Null where those may be. */
  readonly text: string | null;
}

/**
 * How a file of the workspace may be served.
 *
 * @param path relative to the workspace, one of `publishedFiles`
 * @returns null where it may not: it is gone, leaves the workspace through a link, or is a picture that could run scripts or holds a credential
 */
export async function publishableFile(workspace: string, path: string): Promise<PublishableFile | null> {
  try {
    const [root, place] = await Promise.all([realpath(workspace), realpath(join(workspace, path))]);
    const inside = relative(root, place);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
    // A link may have another ending than what it leads to.
    const endings = new Set([path, place].map((name) => extname(name).toLowerCase()));
    if (!endings.has('.svg') && !endings.has('.tsv')) return { place, text: null };
    const bytes = await readFile(place);
    const { text, problems } = maskCredentials(path, decodeText(path, bytes).text);
    if (endings.has('.svg')) return isActiveSvg(bytes) || problems.length > 0 ? null : { place, text: null };
    return { place, text: problems.length > 0 ? text : null };
  } catch {
    return null;
  }
}

/**
 * Copies files of the workspace below `<outDir>/files/`.
 *
 * @returns the paths that could not be published (see `publishableFile`)
 */
export async function publishFiles(workspace: string, paths: readonly string[], outDir: string): Promise<string[]> {
  const refused: string[] = [];
  for (const path of paths) {
    const file = await publishableFile(workspace, path);
    const target = join(outDir, filesPrefix, path);
    if (file === null) {
      refused.push(path);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    if (file.text === null) await cp(file.place, target, { dereference: true });
    else await writeFile(target, file.text);
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
