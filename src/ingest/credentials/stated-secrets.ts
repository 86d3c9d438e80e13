import { isNoFiller } from './credential-shapes.ts';

/** A stretch of text, offsets in UTF-16 code units. */
export interface StatedSecret {
  readonly sort: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A word for a credential, a sign that gives it a value, and the value: `api_key = "…"`, `"token": "…"`, `--api-key …`, `**API key:** …`,
 * `Authorization: Bearer …`. The value stands in a lookahead, so that one which is itself `token=…` is looked at again.
 */
const stated =
  /(?:(?<word>api[_ -]?key|access[_ -]?key(?:[_ -]?id)?|secret(?:[_ -]?(?:access[_ -]?)?key)?|private[_ -]?key|encryption[_ -]?key|auth[_ -]?token|token|credentials?|(?<password>passw(?:or)?d|passphrase|pwd))["'`*\]]{0,3}(?:[ \t]{0,8}(?::=|=>?|:)|(?<=--[a-z-]{0,24})(?=[ \t]))|(?<header>authorization["'`*]{0,3}[ \t]{0,3}[:=][ \t]{0,3}["'`]{0,2}(?:bearer|basic|token|bot|apikey)(?=[ \t])))[ \t]{0,8}["'`*]{0,3}[ \t]?["'`]{0,3}(?=(?<value>[^\s"'`<>(){}[\],;|\\]{6,512}))/gi;

const words = /key|secret|token|credential|passw|passphrase|pwd|authorization/i;

/** Values that are called a key, token or password, and look as if drawn at random. Linear: what is looked at behind each word is bounded. */
export function findStatedSecrets(text: string): StatedSecret[] {
  if (!words.test(text)) return [];
  const found: StatedSecret[] = [];
  for (const match of text.matchAll(stated)) {
    const value = match.groups?.['value'] ?? '';
    const start = match.index + match[0].length;
    const end = start + value.length;
    // A call: `token = make_token(…)`.
    if (text[end] === '(' || text[end] === '[') continue;
    if (match.groups?.['header'] !== undefined) {
      if (value.length >= 8 && isNoFiller(value) && !/^[$%]/.test(value) && !value.split(/[-_.]/).every(isWordOrNumber))
        found.push({ sort: 'an authorization header', start, end });
    } else if (match.groups?.['password'] !== undefined) {
      if (looksLikePassword(value)) found.push({ sort: 'a password', start, end });
    } else if (looksRandom(value)) {
      found.push({ sort: 'a secret', start, end });
    }
  }
  return found;
}

/** Of a password little can be said: it has a digit and a letter and is neither a variable, nor a path, nor a date or number. */
function looksLikePassword(value: string): boolean {
  const plain = value.replace(/[.:!?]+$/, '');
  return (
    plain.length >= 6 &&
    /\d/.test(plain) &&
    /[A-Za-z]/.test(plain) &&
    isNoFiller(plain) &&
    !isPhrase(plain) &&
    !/^[$%/~]|^\.{1,2}\/|^https?:|^sha\d|^\d+[a-z]{1,3}$/i.test(plain) &&
    !/^[\w-]+\.(?:[a-z_]+[.\w]*)$/i.test(plain)
  );
}

/** At least sixteen characters of the alphabets that keys are written in, of which many differ, and no words or names joined by signs. */
function looksRandom(value: string): boolean {
  const plain = value.replace(/[.:]+$/, '');
  return (
    plain.length >= 16 &&
    /^[A-Za-z0-9+/_.~-]+={0,2}$/.test(plain) &&
    /\d/.test(plain) &&
    /[A-Za-z]/.test(plain) &&
    !/^(?:\.{0,2}\/|sha\d|https?:)/i.test(plain) &&
    isNoFiller(plain) &&
    !plain.split(/[-_./+~]/).every(isWordOrNumber) &&
    entropyOf(plain) >= 3
  );
}

/** `the_password_you_set_in_step_2` */
function isPhrase(text: string): boolean {
  const parts = text.split(/[-_]/);
  return parts.length >= 3 && parts.every(isWordOrNumber);
}

/** `tokenizer`, `Llama3`, `8B`, `2026`: what names of files and models are made of. */
function isWordOrNumber(part: string): boolean {
  return /^\d{0,8}[A-Z]?[a-z]{0,14}\d{0,4}[A-Za-z]?$|^[A-Z]{0,12}\d{0,4}$/.test(part);
}

/** Shannon's entropy in bits a character: 4 for random hex digits, 3 where eight characters are equally frequent. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
