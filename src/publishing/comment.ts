import { z } from 'zod';
import { askGitHub, listGitHub, ownLogin, type GitHubAccess } from './github-api.ts';

const comment = z.object({
  id: z.int().positive(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
});

/** What became of the comment, and where it stands. */
export interface Commented {
  readonly did: 'wrote' | 'edited' | 'left';
  readonly address: string;
}

/**
 * Writes the one comment of ours under a pull request, or edits it in place. Ours is the first that this account wrote and that begins with the marker:
 * anybody may write one that looks like it.
 *
 * @param text Markdown that begins with the marker
 * @throws {PublishingError} where GitHub does not answer or refuses
 */
export async function writeComment(access: GitHubAccess, number: number, marker: string, text: string): Promise<Commented> {
  const edited = await editComment(access, number, marker, text);
  if (edited !== null) return edited;
  const written = await askGitHub(access, `/issues/${number}/comments`, comment, { method: 'POST', body: { body: text } });
  return { did: 'wrote', address: written.html_url };
}

/**
 * As `writeComment`, but writes no new one.
 *
 * @returns null where there is none to edit
 * @throws {PublishingError} where GitHub does not answer or refuses
 */
export async function editComment(access: GitHubAccess, number: number, marker: string, text: string): Promise<Commented | null> {
  const login = await ownLogin(access);
  for await (const { id, html_url: address, body, user } of listGitHub(access, `/issues/${number}/comments`, comment)) {
    if (user?.login !== login || !body?.trimStart().startsWith(marker)) continue;
    // GitHub gives line ends as it likes.
    if (body.replaceAll('\r\n', '\n').trim() === text.trim()) return { did: 'left', address };
    await askGitHub(access, `/issues/comments/${id}`, comment, { method: 'PATCH', body: { body: text } });
    return { did: 'edited', address };
  }
  return null;
}
