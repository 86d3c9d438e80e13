/** How one forge addresses commits and files. */
export interface Forge {
  commit: (hash: string) => string;
  file: (path: string, line: number | null) => string | null;
  pullRequest: (number: number) => string;
}

/**
 * The forge behind a repository's URL. Understands web addresses and `git@host:owner/name.git`; GitHub, GitLab, Bitbucket, and
 * the forges that share GitHub's form of commit addresses (Gitea, Forgejo, Codeberg).
 *
 * @returns null for anything that is no repository on the web (a local path, another protocol)
 */
export function forgeOf(repository: string): Forge | null {
  const address = webAddress(repository);
  if (address === null) return null;
  const host = new URL(address).hostname;
  const at = (middle: string) => (hash: string) => `${address}/${middle}/${encodeURIComponent(hash)}`;
  const file = (middle: string, anchor: string) => (path: string, line: number | null) =>
    `${address}/${middle}/HEAD/${path.split('/').map(encodeURIComponent).join('/')}${line === null ? '' : `#${anchor}${line}`}`;

  const pull = (middle: string) => (number: number) => `${address}/${middle}/${number}`;
  if (host.includes('gitlab')) return { commit: at('-/commit'), file: file('-/blob', 'L'), pullRequest: pull('-/merge_requests') };
  if (host.includes('bitbucket')) return { commit: at('commits'), file: file('src', 'lines-'), pullRequest: pull('pull-requests') };
  if (host.includes('github')) return { commit: at('commit'), file: file('blob', 'L'), pullRequest: pull('pull') };
  return { commit: at('commit'), file: () => null, pullRequest: pull('pulls') };
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
