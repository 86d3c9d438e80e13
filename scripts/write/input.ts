import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { Refusal } from '#write/refusal.ts';

/** The text of a file named on the command line; `-` is standard input. Refused where it cannot be read. */
export async function readInput(name: string): Promise<string> {
  if (name === '-') return readStream(process.stdin);
  try {
    return await readFile(name, 'utf8');
  } catch {
    throw new Refusal(`The file "${name}" cannot be read`, 'Name a file that is there, or "-" for standard input.');
  }
}

/** The text that `--json` names. JSON in the place of a file's name is refused with what to write instead: quoting it is where shells differ. */
export async function readJsonInput(name: string): Promise<string> {
  if (/^\s*[{[]/.test(name))
    throw new Refusal(
      'Unexpected JSON for --json, expected the name of a file, or "-" for standard input',
      `Pipe it in: echo '{"title": "…"}' | priors … --json -`,
    );
  return readInput(name);
}

/** Collects an option that may be given several times. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** `key=value` pairs as keys and values; a later pair replaces an earlier one. */
export function pairs(written: readonly string[], option: string): (readonly [key: string, value: string])[] {
  return written.map((pair) => {
    const at = pair.indexOf('=');
    if (at <= 0) throw new Refusal(`Unexpected "${pair}" for ${option}, expected name=value`, `Write it as ${option} accuracy=98.5%.`);
    const key = pair.slice(0, at).trim();
    if (key === '__proto__') throw new Refusal('Unexpected name "__proto__"', 'Give it another name.');
    return [key, pair.slice(at + 1)] as const;
  });
}
