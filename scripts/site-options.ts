import { InvalidArgumentError, Option } from 'commander';

/** `--base`: a URL path with a slash at both ends, whichever of them were typed. */
export function readBase(value: string): string {
  if (!/^[\w./~-]*$/.test(value) || value.includes('..')) throw new InvalidArgumentError('Expected a path such as /my-research/.');
  return `/${value}/`.replaceAll(/\/{2,}/g, '/');
}

/** `--site`: the origin of a web address, without path. */
export function readSite(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('Expected an address such as https://example.org.');
  if (url.pathname !== '/')
    throw new InvalidArgumentError(`Expected no path: ${url.origin} is the origin, and --base ${url.pathname} says the path.`);
  return url.origin;
}

/** `--port`: a port number; 0 lets the system choose. */
export function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
}

/** `--preview`: the address of a site's home page, with a slash at its end. */
export function readPreview(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('Expected an address such as https://example.org/preview/.');
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/** `--pull-request`: its number. */
export function readPullRequest(value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new InvalidArgumentError('Expected the number of a pull request.');
  return Number(value);
}

/** `--head`: in a pull request's checkout HEAD is a merge that the forge made up, and nobody knows. */
export function headOption(): Option {
  return new Option('--head <commit>', 'the commit to name as the one that is shown (default: HEAD)').argParser((value) => {
    if (!/^[0-9a-f]{40,64}$/.test(value)) throw new InvalidArgumentError('Expected the whole hash of a commit.');
    return value;
  });
}
