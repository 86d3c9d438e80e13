import { code, didYouMean, list } from './code.ts';

/** What is wrong with links and references. */
export const linksCodes = {
  'dead-link': code<{ target: string; suggestion: string | null }>({
    class: 'broken',
    about: 'Relative links and wikilinks lead to a file or entry of the workspace.',
    message: ({ target }) => `The link to "${target}" leads nowhere`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Write a path relative to this file, or the slug of an entry in [[…]].'),
  }),
  'dead-anchor': code<{ target: string; fragment: string; suggestion: string | null }>({
    class: 'broken',
    about: 'A link to a heading leads to a heading that is there.',
    message: ({ target, fragment }) => `"${target}" has no heading "#${fragment}"`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Leave the part behind # away, or name a heading of that entry.'),
  }),
  'unknown-reference': code<{ key: string; target: string; suggestion: string | null }>({
    class: 'broken',
    about: 'References in frontmatter name an entry, a run or a file that is there.',
    message: ({ key, target }) => `"${key}" names "${target}", which is not in this workspace`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion, 'Name an entry by its slug, file name or relative path, a run by its commit or row id.'),
  }),
  'ambiguous-reference': code<{ target: string; candidates: readonly string[] }>({
    class: 'broken',
    about: 'A reference names one thing.',
    message: ({ target, candidates }) => `"${target}" could be ${candidates.length} different things: ${list(candidates.slice(0, 4))}`,
    hint: () => 'Write the relative path or the whole id.',
  }),
  'taken-alias': code<{ alias: string; other: string }>({
    class: 'advice',
    about: 'An alias is the name of one entry.',
    message: ({ alias, other }) => `The alias "${alias}" is also a name of ${other}`,
    hint: () => 'Leave it to one of the two. Until then its address does not lead here, and a reference by it may mean either.',
  }),
} as const;
