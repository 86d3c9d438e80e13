import { runGitForBytes } from './run-git.ts';

/**
 * The contents of objects, in one call of git.
 *
 * @param blobs full names; what git does not have is not in the answer
 * @throws where git fails, or the contents together are more than an answer may hold (`run-git.ts`)
 */
export async function readBlobs(folder: string, blobs: ReadonlySet<string>): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (blobs.size === 0) return contents;
  const answer = await runGitForBytes(folder, ['cat-file', '--batch'], `${[...blobs].join('\n')}\n`);
  // `<object> blob <size>`, the content and a line end, one after the other.
  for (let start = 0; start < answer.length;) {
    const end = answer.indexOf('\n', start);
    const [, object = '', type = '', size = ''] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(answer.toString('latin1', start, end)) ?? [];
    start = end + 1;
    if (object === '') continue;
    if (type === 'blob') contents.set(object, answer.subarray(start, start + Number(size)));
    start += Number(size) + 1;
  }
  return contents;
}
