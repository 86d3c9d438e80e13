import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { SkippedFile } from '#schemas/workspace.ts';
import type { ImportSource } from './import-source.ts';

/** Larger files are data that a knowledge base should link to, not hold, in bytes. */
const largestAsset = 5 * 1024 * 1024;

export interface LinkedAssets {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly skipped: readonly SkippedFile[];
}

/** The files that texts of the source link to or show, or that their reference keys name, and that are nothing to Priors by themselves: pictures, scripts, data. */
export async function linkedAssets(source: ImportSource, graph: KnowledgeGraph): Promise<LinkedAssets> {
  const linked = new Set<string>();
  for (const links of graph.links.values()) {
    for (const { form, destination } of links) {
      // A path in backticks names a file; it does not ask for it to be there.
      if (destination.to === 'file' && form !== 'path') linked.add(destination.path);
    }
  }
  const files: { path: string; bytes: Uint8Array }[] = [];
  const skipped: SkippedFile[] = [];
  const known = new Set(source.skipped.map(({ path }) => path));
  for (const path of source.content.assets) {
    const bytes = linked.has(path) ? await source.bytesOf(path, largestAsset) : null;
    if (bytes !== null) files.push({ path, bytes });
    else if (linked.has(path)) skipped.push({ path, reason: 'Something links to it, but it is larger than 5 MB or cannot be read' });
    else if (!known.has(path)) skipped.push({ path, reason: 'Nothing that was imported links to it' });
  }
  return { files, skipped };
}
