import { Document, YAMLMap } from 'yaml';
import type { InferredKey } from './inferred-key.ts';
import { oneLine } from './one-line.ts';

/**
 * Frontmatter with a comment above each key that says where it comes from, the fences and the last line's end included. Values read back as the very
 * text they are: what other YAML readers would take for a number is quoted.
 */
export function programHead(keys: readonly InferredKey[]): string {
  // Core knows no dates, which keeps them plain.
  const document = new Document(null, { schema: 'core', aliasDuplicateObjects: false });
  const map = new YAMLMap();
  for (const { key, value, note } of keys) {
    const pair = document.createPair(key, value);
    pair.key.commentBefore = ` ${oneLine(note)}`;
    map.add(pair);
  }
  document.contents = map;
  // A folded line would come back with other white space.
  return `---\n${document.toString({ lineWidth: 0 })}---\n`;
}

/** A `program.md` for a workspace that has none. It says no more of the research than its keys do. */
export function newProgram(keys: readonly InferredKey[]): string {
  const title = keys.find((each): each is InferredKey<'title'> => each.key === 'title')?.value ?? 'Research program';
  // What begins or ends as Markdown does stays text.
  const heading = title.replaceAll(/[\\`*_[\]<>#&|~$]/g, '\\$&');
  return `${programHead(keys)}\n# ${heading}\n\nThe research program: what is tried here, how it is judged, and what is out of scope. It is still to be written.\n`;
}
