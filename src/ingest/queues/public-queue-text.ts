import { folderName } from './pueue-task.ts';

/** What a job's file says of the machine it ran on, and what of it may be shown. */
const secretKey = /env|\\/i;
const pathKeys: ReadonlySet<string> = new Set(['path', 'config_path']);

/**
 * The text of a file that was meant as a queue and is none, as it may be published: the values of environments are left out, to the end
 * of the file where they are never closed, and of a job's folder its last part stays. Everything else, and every line end, is as it was.
 * Works on damaged JSON, since that is what it is for. Linear.
 */
export function publicQueueText(text: string): string {
  let shown = '';
  let copied = 0;
  // Whatever quotes and escapes a damaged file has: what could be an environment is taken for one.
  const keys = /(["'])([\w\\ .-]{1,60})\1\s{0,100}[:=]\s{0,100}/g;
  for (let match = keys.exec(text); match !== null; match = keys.exec(text)) {
    const [, , key = ''] = match;
    const start = keys.lastIndex;
    const replace = secretKey.test(key) ? hidden : pathKeys.has(key) && text[start] === '"' ? lastPartOnly : null;
    if (replace === null) continue;
    const end = valueEnd(text, start);
    shown += text.slice(copied, start) + replace(text.slice(start, end));
    copied = end;
    keys.lastIndex = end;
  }
  return shown + text.slice(copied);
}

function hidden(value: string): string {
  return `"not published"${value.replace(/[^\n]/g, '')}`;
}

function lastPartOnly(value: string): string {
  return `"${folderName(value.replace(/"$/, '').slice(1))}"`;
}

/** The offset behind a JSON value that begins at an offset: behind its closing bracket, or at the end of the text where that is missing. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth < 0) return at;
    } else if (depth === 0 && (character === ',' || character === '\n')) {
      return at;
    }
    at += 1;
    if (depth === 0 && character !== undefined && /["}\]]/.test(character)) return Math.min(at, text.length);
  }
  return text.length;
}
