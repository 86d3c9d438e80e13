import type { Entry } from '#schemas/entry.ts';
import { folderOf } from '#graph/links/workspace-paths.ts';

/** The place of an experiment, as its run logs name it (`experimentPlaceOf`): the folder of its summary; without one, the path that it stands for. */
export function placeOfExperiment({ digest, path }: Pick<Entry, 'digest' | 'path'>): string {
  return digest === '' ? path : folderOf(path);
}
