import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';

const lineFeed = 0x0a;
const replacement = '\uFFFD';
/** Control characters but tab and line end; a carriage return counts unless a line feed follows. */
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]|\r(?!\n)/;
const everyControl = new RegExp(control, 'g');

const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loosely = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file, and what in it is none. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Bytes as text: UTF-8, its BOM removed. Invalid bytes and control bytes become U+FFFD each, so that nothing behind them moves; the first of
 * each line is reported as `invalid-bytes`. A file that says by its BOM that it is UTF-16 is read as such, and reported once.
 */
export function decodeText(path: string, bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes);
  if (wide === null) return decodeUtf8(path, bytes);
  const { text, problems } = decodeUtf8(path, Buffer.from(wide.decoder.decode(bytes.subarray(2))));
  return { text, problems: [problem('utf-16-text', { path, line: 1, column: 1 }, { encoding: wide.name }), ...problems] };
}

/** UTF-32 in little-endian order begins alike, with two bytes more. */
function utf16Of(bytes: Uint8Array): { readonly name: string; readonly decoder: TextDecoder } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0))
    return { name: 'UTF-16LE', decoder: new TextDecoder('utf-16le') };
  return bytes[0] === 0xfe && bytes[1] === 0xff ? { name: 'UTF-16BE', decoder: new TextDecoder('utf-16be') } : null;
}

function decodeUtf8(path: string, bytes: Uint8Array): DecodedText {
  const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const whole = decodeStrictly(content);
  if (whole !== null && !control.test(whole)) return { text: whole, problems: [] };

  const problems: Problem[] = [];
  const lines = linesOf(content).map((line, index) => {
    const decoded = decodeLine(line);
    if (decoded.wrong !== null) {
      const { column, found } = decoded.wrong;
      problems.push(problem('invalid-bytes', { path, line: index + 1, column, endColumn: column + 1 }, { found }));
    }
    return decoded.text;
  });
  return { text: lines.join(''), problems };
}

interface DecodedLine {
  readonly text: string;
  /** The first thing in the line that is not text. */
  readonly wrong: { readonly column: number; readonly found: string } | null;
}

function decodeLine(bytes: Uint8Array): DecodedLine {
  const valid = decodeStrictly(bytes);
  const text = valid ?? loosely.decode(bytes);
  const invalid = valid === null ? firstInvalid(text, bytes) : null;
  const controlAt = text.search(control);
  const cleaned = controlAt < 0 ? text : text.replace(everyControl, replacement);
  if (invalid !== null && (controlAt < 0 || invalid.index < controlAt)) {
    return { text: cleaned, wrong: { column: invalid.index + 1, found: `byte ${hex(invalid.byte)}` } };
  }
  if (controlAt >= 0)
    return { text: cleaned, wrong: { column: controlAt + 1, found: `control character ${hex(text.charCodeAt(controlAt))}` } };
  return { text: cleaned, wrong: null };
}

/** Where the first replacement stands that is not in the bytes themselves. */
function firstInvalid(text: string, bytes: Uint8Array): { readonly index: number; readonly byte: number } | null {
  let offset = 0;
  let from = 0;
  for (let index = text.indexOf(replacement); index >= 0; index = text.indexOf(replacement, from)) {
    offset += Buffer.byteLength(text.slice(from, index));
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isWritten) return { index, byte: bytes[offset] ?? 0 };
    offset += 3;
    from = index + 1;
  }
  return null;
}

/** The lines with their line ends. A line feed is never part of a longer UTF-8 sequence, so lines decode on their own. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strictly.decode(bytes);
  } catch {
    return null;
  }
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
}
