import { code } from './code.ts';

/** What a change does that the workspace's file policy does not allow; found by `check --base-ref` and `check --staged`. */
export const policyCodes = {
  'frozen-file': code<{ gone: boolean }>({
    class: 'policy',
    about: 'A frozen file does not change, unless the same change writes META_MODE=1 into human_journal.md.',
    message: ({ gone }) => (gone ? 'This frozen file was removed or renamed' : 'This frozen file was changed'),
    hint: () =>
      'Take the change back: runs under another evaluation are not comparable. A person allows it by writing META_MODE=1 into human_journal.md.',
  }),
  'append-only-file': code<{ gone: boolean }>({
    class: 'policy',
    about: 'A file that only grows keeps what it holds: a journal gains entries at its top, a table rows at its end.',
    message: ({ gone }) =>
      gone
        ? 'This file only grows, and was removed or renamed'
        : 'This file only grows, and something above this line is no longer what it was',
    hint: () => 'Put the old text back as it was, and write a new entry that says what is different now.',
  }),
  'global-file': code<{ gone: boolean }>({
    class: 'policy',
    about: 'A file of the whole project changes only on the main branch; elsewhere it may grow.',
    message: ({ gone }) =>
      gone
        ? 'This file belongs to the main branch, and was removed or renamed on another'
        : 'This file belongs to the main branch, and was rewritten on another',
    hint: () => 'Append here, and rewrite on the main branch: other worktrees read the copy of the root.',
  }),
  'grown-at-foot': code<Record<never, never>>({
    class: 'advice',
    about: 'A journal gains its entries at the top, the newest first.',
    message: () => 'This was added below the old entries',
    hint: () => 'Move it above them, as "priors new journal" does: readers look for what is new at the top.',
  }),
  'meta-mode': code<{ path: string }>({
    class: 'advice',
    about: 'META_MODE=1 in human_journal.md allows frozen files to change, which everybody should know of.',
    message: ({ path }) => `META_MODE=1 allows the change of the frozen file ${path}`,
    hint: () => 'Look at that change with care: what was measured before it may not be comparable with what is measured after.',
  }),
} as const;
