import type { RawValue } from '#schemas/fields.ts';
import type { Draft } from './entry-text.ts';
import type { FileKind } from './file-name.ts';
import { isList, type RawObject } from './json-input.ts';
import { Refusal } from './refusal.ts';
import { sectionsOf } from './sections.ts';

/**
 * A draft from the keys of its frontmatter and sections together (the seed's JSON, or options). The key `body` is further Markdown. Refused is a
 * draft without the title that names its file, and a section that is neither text nor a list of texts; whatever else is wrong, the parser says of the
 * finished text.
 */
export function draftOf(kind: FileKind, { body = '', ...keys }: RawObject): Draft {
  if (typeof body !== 'string') throw new Refusal('Unexpected value for "body", expected text', 'Give the Markdown as one text.');
  const titleKey = kind === 'log' ? 'subject' : 'title';
  const { [titleKey]: title = '' } = keys;
  if (typeof title === 'string' && title.trim() === '')
    throw new Refusal(
      `A new ${kind} needs a ${titleKey}`,
      `Say in a few words what it is about: --${titleKey} TEXT. --template prints an example.`,
    );
  for (const { key } of sectionsOf[kind]) {
    if (!isText(keys[key] ?? ''))
      throw new Refusal(`Unexpected group of keys for "${key}", expected text or a list of texts`, '--template prints an example.');
  }
  return { kind, keys, body };
}

function isText(value: RawValue): boolean {
  return typeof value === 'string' || (isList(value) && value.every((item) => typeof item === 'string'));
}
