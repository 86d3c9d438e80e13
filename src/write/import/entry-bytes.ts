import { isDeepStrictEqual } from 'node:util';
import { decodeText } from '#ingest/reading/decode-text.ts';
import { digestOf } from '#ingest/digest.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { withoutCredentials } from '#ingest/credentials/mask-credentials.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile, SourceFile } from '#ingest/parsed-file.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';
import { kinds, kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { openItemsKey, openItemsOf } from '#schemas/open-items.ts';
import { progressAccountOf } from '#schemas/progress.ts';
import { statementsOf } from '#schemas/statement.ts';
import { lineEndOf } from '#write/existing-text.ts';
import { frontmatterText } from '#ingest/frontmatter/frontmatter-text.ts';
import { isLogInJson } from './canonical-place.ts';
import { divideFrontmatter, textOf, withoutBom, type DividedFile } from './divide-frontmatter.ts';
import type { ImportFile } from './import-source.ts';

/** A file as it will stand in the workspace. */
export interface TargetFile {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
  /** As `check` would read it, credentials masked. */
  readonly judged: ParsedFile;
  /** Keys of its frontmatter that its kind does not know or cannot read, which went into its text. */
  readonly setAside: readonly string[];
}

type Added = Readonly<Record<string, unknown>>;

/**
 * A file of an imported folder as the workspace will have it. Only Markdown is given frontmatter; a log in JSON becomes Markdown, with the JSON
 * in a code block; everything else, and a text in UTF-16, is copied byte for byte.
 *
 * Nothing of the file is lost: lines that stay are not touched, and frontmatter that the kind's schema refuses goes into a code block of the text,
 * line for line. The result is read once more; where it would not say the same as its source, less of it is changed.
 *
 * @param added keys for the frontmatter
 */
export function targetFile(file: ImportFile, to: string, added: Added): TargetFile {
  const { parsed } = file;
  const kind = kindOf(parsed);
  const { source, bytes } = isLogInJson(file.source.path, parsed) ? logAsMarkdown(file, to) : file;
  // Lines in UTF-8 above a text in UTF-16 would make both unreadable.
  const isWide = source.problems.some(({ code }) => code === 'utf-16-text');
  if (kind === null || isWide || !/\.(?:md|markdown)$/i.test(to)) return read(to, bytes);
  const frontmatter = readFrontmatter(source.path, source.text);
  const { schema, singular } = kindDescriptions[kind];
  const { data } = validateFrontmatter(source.path, frontmatter, schema, singular);
  const isRight = (key: string): boolean => Object.hasOwn(data, key) && !Object.hasOwn(added, key);
  const right = Object.fromEntries(Object.entries(frontmatter.data).filter(([key]) => isRight(key)));

  const attempts = [
    () => ({ divided: divideFrontmatter(bytes, frontmatter, isRight), keys: frontmatter.damaged ? { ...right, ...added } : added }),
    // Keys that refer to each other cannot be divided: all of it goes into the text, and what is right is written anew.
    () => ({ divided: divideFrontmatter(bytes, { ...frontmatter, damaged: true }, isRight), keys: { ...right, ...added } }),
  ];
  for (const attempt of attempts) {
    const { divided, keys } = attempt();
    if (Object.keys(keys).length === 0 && divided.refused.length === 0) break;
    const written = join(divided, keys, lineEndOf(source.text), parsed.entries.length !== 1);
    const target = read(to, written);
    if (saysTheSame(parsed, target.parsed, added)) return { ...target, setAside: divided.refusedKeys };
  }
  return read(to, bytes);
}

function logAsMarkdown(
  { bytes, parsed, source: { text } }: ImportFile,
  to: string,
): { readonly source: SourceFile; readonly bytes: Uint8Array } {
  const fence = fenceAround([text]);
  const json = Buffer.concat([withoutBom(bytes), Buffer.from(text.endsWith('\n') ? '' : '\n')]);
  const canonical = (parsed.bodies[0]?.markdown ?? '').trimEnd();
  const written = Buffer.concat([Buffer.from(`${canonical}\n\n## Imported JSON\n\n${fence}json\n`), json, Buffer.from(`${fence}\n`)]);
  return { source: sourceFromBytes(to, written), bytes: written };
}

/** More backticks than any text within has in a row. */
function fenceAround(texts: readonly string[]): string {
  const longest = texts.flatMap((text) => text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}

function read(path: string, bytes: Uint8Array): TargetFile {
  const source = sourceFromBytes(path, bytes);
  const masked = withoutCredentials(source);
  const parsed = parseFile(source);
  return { bytes, parsed, judged: masked === source ? parsed : parseFile(masked), setAside: [] };
}

export function sourceFromBytes(path: string, bytes: Uint8Array): SourceFile {
  return { path, ...decodeText(path, bytes), digest: digestOf(path, bytes) };
}

/** The kind of which a file's frontmatter is; null for what has none. */
export function kindOf({ kind }: Pick<ParsedFile, 'kind'>): Kind | null {
  return kind === 'program' ? 'page' : (kinds.find((each) => each === kind) ?? null);
}

const heading = '## Imported frontmatter';

function join(file: DividedFile, keys: Added, lineEnd: string, onTop: boolean): Uint8Array {
  const encode = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', lineEnd));
  const generated = Object.keys(keys).length === 0 ? '' : frontmatterText(keys).slice('---\n'.length, -'---'.length);
  const [opening, closing] = file.fences ?? [encode('---\n'), encode('---\n')];
  const hasHead = generated !== '' || file.kept.length > 0;
  const head = hasHead ? [opening, ...file.kept, encode(generated), closing] : [];
  const isApart = file.body[0] === undefined || textOf(file.body[0]).trim() === '';
  const gap = hasHead && !isApart ? [encode('\n')] : [];
  if (file.refused.length === 0) return Buffer.concat([...head, ...gap, ...file.body]);

  const fence = fenceAround(file.refused.map(textOf));
  const block = [encode(`${heading}\n\n${fence}yaml\n`), ...file.refused, encode(`${fence}\n`)];
  // The last section of a journal is its oldest entry.
  if (onTop) return Buffer.concat([...head, encode('\n'), ...block, encode('\n'), ...file.body]);
  const last = file.body.at(-1);
  const ending = last === undefined ? '' : textOf(last).slice(-1);
  const end = ending === '' || ending === '\n' ? [] : [ending === '\r' ? Buffer.from('\n') : encode('\n')];
  return Buffer.concat([...head, ...gap, ...file.body, ...end, encode('\n'), ...block]);
}

/** Whether two files give the same entries: title, date, tags and every key that the first one states, but for what was added. */
function saysTheSame(before: ParsedFile, after: ParsedFile, added: Added): boolean {
  if (kindOf(before) !== kindOf(after) || before.entries.length !== after.entries.length) return false;
  return before.entries.every((entry, index) => {
    const other = after.entries[index];
    if (other === undefined) return false;
    const { title = added['subject'] ?? entry.title, date = entry.date, tags = entry.tags } = added;
    const [data, otherData] = [withoutLines(entry), withoutLines(other)];
    return (
      isDeepStrictEqual([title, date, tags], [other.title, other.date, other.tags]) &&
      Object.entries(data).every(
        ([key, value]) =>
          before.kind === 'program' ||
          Object.hasOwn(added, key) ||
          entry.inferred.includes(key) ||
          isDeepStrictEqual(value, otherData[key]),
      )
    );
  });
}

/** What is known of an entry, but for the lines that parts of its text stand on: frontmatter that is added above moves them. */
function withoutLines(entry: ParsedFile['entries'][number]): Readonly<Record<string, unknown>> {
  const statements = statementsOf(entry);
  const account = progressAccountOf(entry);
  const open = openItemsOf(entry);
  return {
    ...entry.data,
    ...(statements.length > 0 ? { statements: statements.map(({ sort, text, source }) => ({ sort, text, source })) } : {}),
    ...(open.length > 0 ? { [openItemsKey]: open.map(({ sort, text, done }) => ({ sort, text, done })) } : {}),
    ...(account === null
      ? {}
      : { account: { ...account, items: account.items.map(({ title, category, minutes }) => ({ title, category, minutes })) } }),
  };
}
