import { stat } from 'node:fs/promises';
import { replaceFile } from './create-file.ts';
import { existingText, lineEndOf } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { Refusal } from './refusal.ts';

const byteOrderMark = '\uFEFF';

/**
 * A text with frontmatter above it, which stays byte for byte: in its own line ends, behind its byte order mark, and parted by a blank line where the
 * text does not begin with one.
 *
 * @param head with the fences and the last line's end, in LF
 */
export function withHead(text: string, head: string): string {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const body = text.slice(mark.length);
  const isApart = /^[ \t]*(?:\r?\n|$)/.test(body);
  return mark + `${head}${isApart ? '' : '\n'}`.replaceAll('\n', lineEndOf(body)) + body;
}

/**
 * Replaces a file whose text was read before, at once.
 *
 * @throws {Refusal} where it is no longer what it was, or is read-only
 */
export async function replaceText(file: string, path: string, before: string, after: string): Promise<void> {
  await refuseReadOnly(file, path);
  await whileLocked(file, async () => {
    // An editor knows nothing of the lock: what it saved meanwhile is not to be lost.
    if ((await existingText(file, path)) !== before)
      throw new Refusal(`"${path}" was changed by another program meanwhile`, 'Run the command again.');
    await replaceFile(file, after, (await stat(file)).mode);
  });
}

/** A file that nobody may write can still be replaced by another: that would not be what its owner meant. */
export async function refuseReadOnly(file: string, path: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o222) === 0) throw new Refusal(`"${path}" is read-only`, 'Allow its owner to write: chmod u+w');
}
