import { code } from './code.ts';

/** What must not be published. */
export const publishingCodes = {
  credential: code<{ sort: string }>({
    class: 'advice',
    about: 'No file holds a password, key or token.',
    message: ({ sort }) => `This looks like ${sort}`,
    hint: () => 'Revoke it where it was issued, then take it out of the file and its history. The site shows • in its place.',
  }),
  'unusable-publish': code<{ reason: string }>({
    class: 'machine',
    about: 'What program.md says must not be published can be understood.',
    message: ({ reason }) => `${reason}, so nothing is known of what must stay private`,
    hint: () =>
      'Write "publish: { exclude: [drafts/**], papers: metadata }". Nothing is built until then, lest private files are published.',
  }),
  'unmatched-publish': code<{ glob: string }>({
    class: 'advice',
    about: 'Every glob under "publish" in program.md fits a file of the workspace.',
    message: ({ glob }) => `No file fits "${glob}", so it keeps nothing private`,
    hint: () => 'Write the path from the workspace: "drafts" or "drafts/**" for a folder, "**/*_private.md" for files in any folder.',
  }),
} as const;
