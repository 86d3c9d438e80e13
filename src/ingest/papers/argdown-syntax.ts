import { createRequire } from 'node:module';
import type * as ArgdownModule from '@argdown/core';
import type { IRuleNode } from '@argdown/core';

/** A stretch of a map that the language does not allow, by offsets into its text. */
export interface ArgdownError {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** What Argdown itself advises. */
  readonly advice: string | null;
}

export type ArgdownSyntax =
  | { readonly is: 'tree'; readonly tree: IRuleNode }
  | { readonly is: 'invalid'; readonly errors: readonly ArgdownError[] }
  | { readonly is: 'too much'; readonly reason: string };

/** In UTF-16 code units. The largest public map is of 12,000. */
const longestMap = 500_000;
/** Characters that the lexer may look at in vain: about 0.1 s. */
const mostScanning = 20_000_000;

/**
 * The syntax tree of an Argdown text, by Argdown's own lexer and parser and none of its plugins: those read YAML in their own way, merge frontmatter
 * into their settings and keep titles such as `constructor` in plain objects. Offsets of tokens are offsets into `text`; images are not
 * always what is written there (see `prepared`).
 *
 * Takes bounded time for any text, and never throws. Not to be trusted with nesting: that ends where the call stack does.
 */
export function parseArgdown(text: string): ArgdownSyntax {
  if (text.length > longestMap) return { is: 'too much', reason: `it has more than ${longestMap.toLocaleString('en-US')} characters` };
  if (scanningOf(text) > mostScanning) return { is: 'too much', reason: 'too many of its brackets are never closed' };
  const { tokenize, parser } = argdown();
  try {
    const { tokens } = tokenize(prepared(text));
    if (tokens.length === 0) return { is: 'invalid', errors: [{ start: 0, end: 0, found: 'empty file', advice: null }] };
    parser.input = tokens;
    const tree = parser.argdown();
    return parser.errors.length === 0 ? { is: 'tree', tree } : { is: 'invalid', errors: errorsOf(text, parser.errors) };
  } catch (error) {
    if (error instanceof RangeError) return { is: 'too much', reason: 'it is nested too deeply' };
    // The lexer's only other way to fail: a character that is no token.
    return { is: 'invalid', errors: [{ start: 0, end: 0, found: 'character', advice: null }] };
  }
}

let loaded: typeof ArgdownModule | null = null;

/** Loaded with the first map: it takes a fifth of a second, and most workspaces have none. */
function argdown(): typeof ArgdownModule {
  // What the package's own types say it exports.
  loaded ??= createRequire(import.meta.url)('@argdown/core') as typeof ArgdownModule;
  return loaded;
}

/**
 * The text as Argdown can read it, every character at its place:
 * - the lexer knows no data over lines that end with CR LF, nor a backslash or a comment at the very end of a line or file;
 * - `//` in an address is no comment, and `_` or `*` within a word (`val_bpb`) no emphasis, here as in Markdown.
 */
function prepared(text: string): string {
  return `${text}\n`
    .replaceAll('\r\n', ' \n')
    .replace(/\\(?=\s)/g, ' ')
    .replace(/(?<=[A-Za-z]:)\/\//g, 'xx')
    .replace(/(?<=[\p{L}\p{N}])[_*]{1,2}(?=[\p{L}\p{N}])/gu, (marks) => 'x'.repeat(marks.length));
}

/**
 * An upper bound of the characters that the lexer's patterns look at in vain: from every opening bracket, comment or fence to the end of
 * what it could open. Linear.
 */
function scanningOf(text: string): number {
  let work = 0;
  const end = {
    line: text.length,
    brace: text.length,
    parenthesis: text.length,
    star: text.length,
    arrow: text.length,
    fence: text.length,
  };
  for (let at = text.length - 1; at >= 0; at -= 1) {
    switch (text[at]) {
      case '\n':
        end.line = at;
        break;
      case '}':
        if (/^}\s[^,}]/.test(text.slice(at, at + 3))) end.brace = at;
        break;
      case ')':
        end.parenthesis = at;
        break;
      case '{':
        work += 2 * (end.brace - at);
        break;
      case '(':
        work += end.parenthesis - at;
        break;
      case '[':
        work += 3 * (end.line - at);
        break;
      case '<':
        work += 3 * (end.line - at) + (text.startsWith('<!--', at) ? end.arrow - at : 0);
        break;
      case '-':
        if (text.startsWith('-->', at)) end.arrow = at;
        break;
      case '*':
        if (text[at + 1] === '/') end.star = at;
        break;
      case '/':
        if (text[at + 1] === '*') work += end.star - at;
        break;
      case '=':
        if (!text.startsWith('===', at)) break;
        work += end.fence - at;
        end.fence = at;
        break;
      default:
        break;
    }
  }
  return work;
}

/** One error a paragraph: the parser goes on at some later token, and what it finds there is mostly a consequence. */
function errorsOf(text: string, found: readonly { readonly message: string; readonly token: TokenAt }[]): ArgdownError[] {
  const errors = found.map(({ message, token }) => errorOf(text, message, token)).toSorted((a, b) => a.start - b.start);
  return errors.filter(({ start }, index) => {
    const before = errors[index - 1];
    return before === undefined || /\n[ \t\r]*\n/.test(text.slice(before.start, start));
  });
}

interface TokenAt {
  readonly startOffset: number;
  readonly image: string;
  readonly tokenType: { readonly name: string };
}

function errorOf(text: string, message: string, { startOffset, image, tokenType }: TokenAt): ArgdownError {
  // Messages of the parser's making list token types; those that Argdown wrote are sentences.
  const advice = /^(?:Expecting|Redundant|NoViable)/.test(message) ? null : message.replaceAll(/\s+/g, ' ').trim();
  const last = text.trimEnd().length;
  if (!Number.isFinite(startOffset) || startOffset >= last || tokenType.name === 'EOF')
    return { start: Math.max(last - 1, 0), end: last, found: 'end of the file', advice };
  const indented = /^[ \t]*/.exec(text.slice(startOffset, startOffset + 200))?.[0].length ?? 0;
  const start = startOffset + (image.trim() === '' && tokenType.name !== 'Indent' ? 0 : indented);
  const [line = ''] = text
    .slice(startOffset, startOffset + image.length)
    .trim()
    .split('\n');
  const words = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  return { start, end: start + Math.max(line.length, 1), found: words === '' ? foundOf(tokenType.name) : `"${words}"`, advice };
}

function foundOf(tokenName: string): string {
  if (tokenName === 'Emptyline') return 'blank line';
  return tokenName === 'Newline' ? 'end of the line' : 'indentation';
}
