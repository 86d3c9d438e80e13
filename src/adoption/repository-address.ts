/** Where the repository is on the web. */
export interface RepositoryAddress {
  /** `https://host/owner/name`: no user, password, query or `.git`. */
  readonly url: string;
  /** `name` */
  readonly name: string;
}

const webAddress = /^https?:\/\/(?:[^/@\s]*@)?([^/@\s?#]+)\/([^?#\s]+)/i;
/** `git@host:owner/name.git`, and the same with a scheme and a port, which is that of the shell and not of the web. */
const shellAddress = /^(?:(?:git\+)?ssh:\/\/(?:[^/@\s]*@)?([^/@\s:]+)(?::\d+)?\/|[\w.+-]+@([^/@\s:]+):(?!\/\/))([^?#\s]+)/i;

/**
 * The web address behind a git remote; null for a folder, a bundle, or a protocol that no browser opens. Credentials that stand in it are left out: it
 * goes into a file that is published.
 */
export function repositoryAddress(remote: string): RepositoryAddress | null {
  const text = remote.trim();
  const web = webAddress.exec(text);
  const shell = shellAddress.exec(text);
  const host = web?.[1] ?? shell?.[1] ?? shell?.[2];
  const path = (web?.[2] ?? shell?.[3] ?? '').replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
  if (host === undefined || path === '') return null;
  const scheme = web !== null && /^http:/i.test(text) ? 'http' : 'https';
  const url = `${scheme}://${host}/${path}`;
  if (!URL.canParse(url) || path.split('/').includes('..')) return null;
  return { url: new URL(url).href, name: path.split('/').at(-1) ?? path };
}
