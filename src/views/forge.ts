/** How one forge addresses commits and files. */
export interface Forge {
  commit: (hash: string) => string;
  file: (path: string, line: number | null) => string | null;
  /** The commits that changed a file; null where nobody knows how the forge addresses them, or which branch to look at. */
  history: (path: string) => string | null;
  /** Where a file can be edited, on the main branch. */
  edit: (path: string) => string | null;
  pullRequest: (number: number) => string;
}

/**
 * The forge behind a repository's URL. Understands web addresses and `git@host:owner/name.git`; GitHub, GitLab, Bitbucket, Gitea, Forgejo and Codeberg,
 * and of other forges the form of commit addresses that most share with GitHub.
 *
 * @param branch the main branch, where it is known
 * @returns null for anything that is no repository on the web (a local path, another protocol)
 */
export function forgeOf(repository: string, branch: string | null = null): Forge | null {
  const address = webAddress(repository);
  if (address === null) return null;
  const host = new URL(address).hostname;
  const at = (middle: string) => (hash: string) => `${address}/${middle}/${encodeURIComponent(hash)}`;
  const main = encoded(branch ?? 'HEAD');
  const on = (middle: string) => (path: string) => `${address}/${middle}/${main}/${encoded(path)}`;
  const file = (middle: string, anchor: string) => (path: string, line: number | null) =>
    `${address}/${middle}/${encoded(path)}${line === null ? '' : `#${anchor}${line}`}`;

  const pull = (middle: string) => (number: number) => `${address}/${middle}/${number}`;
  if (host.includes('gitlab'))
    return {
      commit: at('-/commit'),
      file: file('-/blob/HEAD', 'L'),
      history: on('-/commits'),
      edit: on('-/edit'),
      pullRequest: pull('-/merge_requests'),
    };
  if (host.includes('bitbucket'))
    return {
      commit: at('commits'),
      file: file('src/HEAD', 'lines-'),
      history: on('history-node'),
      edit: (path) => `${on('src')(path)}?mode=edit&at=${encodeURIComponent(branch ?? 'HEAD')}`,
      pullRequest: pull('pull-requests'),
    };
  if (host.includes('github'))
    return { commit: at('commit'), file: file('blob/HEAD', 'L'), history: on('commits'), edit: on('edit'), pullRequest: pull('pull') };
  const unknown = (): null => null;
  const isGitea = /gitea|forgejo|codeberg/.test(host) && branch !== null;
  return {
    commit: at('commit'),
    file: isGitea ? file(`src/branch/${main}`, 'L') : unknown,
    history: isGitea ? on('commits/branch') : unknown,
    edit: isGitea ? on('_edit') : unknown,
    pullRequest: pull('pulls'),
  };
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** `https://host/owner/name`, without `.git` and closing slashes. */
function webAddress(repository: string): string | null {
  const secureShell = /^(?:ssh:\/\/)?git@([^:/\s]+)[:/](\S+)$/.exec(repository.trim());
  const text = secureShell ? `https://${secureShell[1] ?? ''}/${secureShell[2] ?? ''}` : repository.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`;
}
