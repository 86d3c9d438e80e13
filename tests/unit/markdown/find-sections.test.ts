import { expect, test } from 'vitest';

import { findSections } from '#markdown/find-sections.ts';

test('a section ends before the next heading of its own or a higher level', () => {
  expect(findSections('# A\n\n## B\ntext\n### C\n\n## D\nend\n')).toEqual([
    { depth: 1, text: 'A', line: 1, lastLine: 8 },
    { depth: 2, text: 'B', line: 3, lastLine: 6 },
    { depth: 3, text: 'C', line: 5, lastLine: 6 },
    { depth: 2, text: 'D', line: 7, lastLine: 8 },
  ]);
});

test('headings may be underlined, and hold markup and any line end', () => {
  expect(findSections('2026-01-04: *tried*\r\n---\r\n\r\ntext')).toEqual([{ depth: 2, text: '2026-01-04: tried', line: 1, lastLine: 4 }]);
});

test.each(['```\n# no\n```', '~~~\n# no\n```\n# no\n~~~', '    # no', '> # no', '- # no', '<!--\n# no\n-->', '#no', '$$\n# no\n$$'])(
  'what is no heading of the text itself begins no section: %j',
  (source) => {
    expect(findSections(source)).toEqual([]);
  },
);

test('a heading of HTML is a section too', () => {
  expect(findSections('<h1 align="center">Name</h1>\n\ntext')).toEqual([{ depth: 1, text: 'Name', line: 1, lastLine: 3 }]);
});
