import { z } from 'zod';
import { PublishingError } from './publishing-error.ts';

/** Where the order of previews is kept on the branch. */
export const previewListPath = 'preview/previews.json';

/** More would take too long to publish, and too much room. */
const mostPreviews = 100;

/** A published site is held to 1 GB; so much of it may be previews. */
const mostBytes = 600 * 1024 * 1024;

const preview = z.strictObject({ number: z.int().positive(), bytes: z.int().nonnegative() });
const previewList = z.strictObject({ schema: z.literal(1), previews: z.array(preview).max(mostPreviews) });

/** The preview of one pull request. */
export type Preview = z.infer<typeof preview>;

/** `preview/pr-7/` */
export function previewFolder(number: number): string {
  return `preview/pr-${number}/`;
}

/** @throws {PublishingError} where somebody else wrote it */
export function readPreviewList(text: string): Preview[] {
  try {
    return previewList.parse(JSON.parse(text)).previews;
  } catch {
    throw new PublishingError(
      `${previewListPath} on the branch is not what Priors writes. Remove the folder preview/ there, and publish again.`,
    );
  }
}

export function writePreviewList(previews: readonly Preview[]): string {
  return `${JSON.stringify({ schema: 1, previews })}\n`;
}

/**
 * The previews, newest first, with one that was just published. Of those before, the oldest go: there are no more than `keep`, and all together take no
 * more room than a site can give them.
 */
export function withPreview(previews: readonly Preview[], added: Preview, keep: number): Preview[] {
  const kept: Preview[] = [added];
  let bytes = added.bytes;
  for (const earlier of previews) {
    if (earlier.number === added.number) continue;
    bytes += earlier.bytes;
    if (kept.length >= keep || bytes > mostBytes) break;
    kept.push(earlier);
  }
  return kept;
}
