import { anchorOf } from './anchors.ts';

/** What an address in content is. */
export type LinkAddress =
  /** A page or image elsewhere, with a scheme that is safe to follow. */
  | { readonly type: 'outside'; readonly url: string }
  /** A heading of the same text. */
  | { readonly type: 'heading'; readonly fragment: string; /** The fragment before it was made an anchor. */ readonly written: string }
  /** Something in the workspace, still to be found. */
  | { readonly type: 'workspace'; readonly target: string; readonly fragment: string | null }
  /** Nothing, or a scheme that is not followed: `javascript:`, `data:`, `file:`, … */
  | { readonly type: 'refused' };

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/u;
const safeScheme = /^(?:https?|mailto):/iu;
// Browsers leave these out before they look for a scheme: "java\nscript:" is a script.
const controlCharacters = /[\u0000-\u001f\u007f]+/gu;

/**
 * Judges the address of a link or image as written in content. Only addresses with `http:`, `https:` or `mailto:` ever
 * become a URL of the site as they are; whatever has no scheme is looked up in the workspace.
 */
export function readAddress(written: string): LinkAddress {
  const address = written.replace(controlCharacters, '').trim();
  if (address === '') return { type: 'refused' };
  if (/^[\\/]{2}/u.test(address)) return { type: 'outside', url: `https://${address.replace(/^[\\/]+/u, '')}` };
  if (scheme.test(address)) return safeScheme.test(address) ? { type: 'outside', url: address } : { type: 'refused' };
  if (address === '#') return { type: 'refused' };

  const { target, fragment } = splitFragment(address);
  if (target === '') return fragment === null ? { type: 'refused' } : { type: 'heading', fragment, written: decode(address.slice(1)) };
  return { type: 'workspace', target, fragment };
}

/** Splits `target#fragment`, decodes both, and makes the fragment of a Markdown text the anchor of its heading. */
export function splitFragment(address: string): { target: string; fragment: string | null } {
  const hash = address.indexOf('#');
  const target = decode(hash < 0 ? address : address.slice(0, hash));
  const fragment = hash < 0 ? '' : decode(address.slice(hash + 1));
  if (fragment === '') return { target, fragment: null };
  return { target, fragment: isOtherFile(target) ? fragment : anchorOf(fragment) };
}

/** Files that are no Markdown have no headings: `#L12` names a line. */
function isOtherFile(target: string): boolean {
  return /\.[A-Za-z0-9]{1,12}$/u.test(target) && !/\.(?:md|markdown)$/iu.test(target);
}

/** A lone `%` makes an address undecodable; then it is meant as written. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
