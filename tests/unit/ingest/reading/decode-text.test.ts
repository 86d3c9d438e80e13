import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#ingest/reading/decode-text.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const placesOf = (content: Uint8Array) =>
  decodeText('x.md', content).problems.map(({ code, line, column, message }) => [code, line, column, message]);

describe('decodeText', () => {
  it('reads UTF-8 as it is, line ends included, without its byte order mark', () => {
    expect(decodeText('x.md', bytes(0xef, 0xbb, 0xbf, 'naïve 実験\r\nline\n'))).toEqual({ text: 'naïve 実験\r\nline\n', problems: [] });
  });

  it.each([
    ['UTF-16LE', bytes(0xff, 0xfe, 'A', 0, 0xe9, 0, '\n', 0, 'b', 0)],
    ['UTF-16BE', bytes(0xfe, 0xff, 0, 'A', 0, 0xe9, 0, '\n', 0, 'b')],
  ])('reads %s by its byte order mark, and says so once', (name, content) => {
    expect(decodeText('x.md', content).text).toBe('Aé\nb');
    expect(placesOf(content)).toEqual([['utf-16-text', 1, 1, `Unexpected ${name}, expected UTF-8 text`]]);
  });

  it('puts U+FFFD for a byte that is no text, and says where', () => {
    const content = bytes('good\né', 0xff, 'b\n');
    expect(decodeText('x.md', content).text).toBe('good\né\uFFFDb\n');
    expect(placesOf(content)).toEqual([['invalid-bytes', 2, 2, 'Unexpected byte 0xFF, expected UTF-8 text']]);
  });

  it('lets a U+FFFD be that stands in the file, and finds the wrong byte behind it', () => {
    expect(placesOf(bytes('a\uFFFDb'))).toEqual([]);
    expect(placesOf(bytes('a\uFFFDb', 0xc3))).toEqual([['invalid-bytes', 1, 4, 'Unexpected byte 0xC3, expected UTF-8 text']]);
  });

  it('reports the first control byte of each line, and replaces all', () => {
    const content = bytes('a\0b\0\n\tok\n\x1b[0m');
    expect(decodeText('x.log', content).text).toBe('a\uFFFDb\uFFFD\n\tok\n\uFFFD[0m');
    expect(placesOf(content)).toEqual([
      ['invalid-bytes', 1, 2, 'Unexpected control character 0x00, expected UTF-8 text'],
      ['invalid-bytes', 3, 1, 'Unexpected control character 0x1B, expected UTF-8 text'],
    ]);
  });

  it('takes a lone carriage return for a control byte, so that all parsers count the same lines', () => {
    expect(decodeText('x.md', bytes('a\rb\r\nc')).text).toBe('a\uFFFDb\r\nc');
  });

  it('keeps every line of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const { text } = decodeText('x', content);
        expect(text.split('\n')).toHaveLength([...content].filter((byte) => byte === 0x0a).length + 1);
        expect(text).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/);
      }),
    );
  });
});
