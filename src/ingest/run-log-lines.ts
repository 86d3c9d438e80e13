/** The first line of an event. */
export interface EventHeader {
  /** `YYYY-MM-DDTHH:MM:SS`; not checked against the calendar. */
  readonly timestamp: string;
  /** What stands between the brackets. */
  readonly written: string;
  /** Empty where the line names no action. */
  readonly action: string;
  readonly description: string;
}

const header = /^\[((\d{1,4}-\d{1,2}-\d{1,2})[ T](\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,9})?) ?(Z|[+-]\d{2}:?\d{2})?)\](.*)$/;
const action = /^(?:([A-Z][A-Z0-9_]*)$|([A-Za-z][\w-]*|[A-Z][A-Z0-9_ /-]*):(?:\s+|$))/;

/** Longer text before a colon is a sentence, not a key. */
const longestKey = 60;
const mostWords = 6;

/**
 * Reads `[YYYY-MM-DD HH:MM:SS] ACTION` or `… ACTION: description`. Text that names no action is all description.
 *
 * @returns null for any other line, bracketed text that is no timestamp included
 */
export function readEventHeader(line: string): EventHeader | null {
  const match = header.exec(line);
  if (!match) return null;
  const [, written = '', day = '', time = '', zone = '', rest = ''] = match;
  const text = rest.trim();
  const named = action.exec(text);
  return {
    timestamp: `${day}T${time}${zone}`,
    written,
    action: named?.[1] ?? named?.[2] ?? '',
    description: named ? text.slice(named[0].length).trim() : text,
  };
}

/**
 * Reads `Key: value`, split at the first colon that a space or the line's end follows. Keys may hold spaces (`Next Steps`).
 *
 * @returns null for list items, indented lines and sentences
 */
export function readField(line: string): { key: string; value: string } | null {
  const colon = line.search(/:(?=\s|$)/);
  const key = line.slice(0, Math.max(colon, 0)).trimEnd();
  if (key === '' || key.length > longestKey || key.split(' ').length > mostWords) return null;
  if (!/^\p{L}[\p{L}\p{N} _\-/().#&+]*$/u.test(key)) return null;
  return { key, value: line.slice(colon + 1).trim() };
}
