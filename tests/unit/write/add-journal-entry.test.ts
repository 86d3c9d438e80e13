import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addJournalEntry } from '#write/add-journal-entry.ts';
import { withJournalEntry } from '#write/journal-text.ts';
import { createWorkspace } from '../../workspace.ts';
import { filesBelow } from './files-below.ts';

const entry = { date: '2026-01-04', title: 'Baselines', text: 'Three of them.' };
const assess = async (): Promise<void> => undefined;

async function journalAfter(path: string, text: string): Promise<string> {
  const workspace = createWorkspace({ [path]: text });
  expect(await addJournalEntry({ workspace, file: path, entry, assess })).toBe(path);
  return readFileSync(join(workspace, path), 'utf8');
}

describe('addJournalEntry', () => {
  it('makes the journal when there is none', async () => {
    const workspace = createWorkspace();
    expect(await addJournalEntry({ workspace, file: null, entry, assess })).toBe('journals/journal.md');
    expect(readFileSync(join(workspace, 'journals/journal.md'), 'utf8')).toBe('# Journal\n\n## 2026-01-04: Baselines\n\nThree of them.\n');
    expect(filesBelow(workspace)).toEqual(['journals/journal.md']);
  });

  it("uses the seed's RESEARCH_JOURNAL.md where the workspace has one", async () => {
    const workspace = createWorkspace({ 'RESEARCH_JOURNAL.md': '' });
    expect(await addJournalEntry({ workspace, file: null, entry, assess })).toBe('RESEARCH_JOURNAL.md');
  });

  it('goes below the preamble and above the older entries, which stay byte for byte', async () => {
    const preamble = '---\ntitle: J\n---\n# Journal\n\nNewest first.\n\n## Rules\n\n- one\n\n';
    const older =
      '## 2026-01-03 — Older\n\ttext  \n\n### Sub\n\n```\n## 2026-01-01 not an entry\n```\n\n## 2026-01-02 Oldest\nno final newline';
    expect(await journalAfter('journals/j.md', preamble + older)).toBe(`${preamble}## 2026-01-04: Baselines\n\nThree of them.\n\n${older}`);
  });

  it('takes over the depth of the older headings', async () => {
    expect(await journalAfter('lab_journal.md', '# 2026-01-03\n\nText\n\n# 2026-01-02\n\nText\n')).toMatch(
      /^# 2026-01-04: Baselines\n\nThree of them\.\n\n# 2026-01-03\n/,
    );
  });

  it('keeps CRLF', async () => {
    expect(await journalAfter('journals/j.md', '# Journal\r\n\r\n## 2026-01-03\r\n\r\nText\r\n')).toBe(
      '# Journal\r\n\r\n## 2026-01-04: Baselines\r\n\r\nThree of them.\r\n\r\n## 2026-01-03\r\n\r\nText\r\n',
    );
  });

  it('stands at the foot of a journal without entries', async () => {
    expect(await journalAfter('journals/j.md', '# Journal\n\nNothing yet.')).toBe(
      '# Journal\n\nNothing yet.\n\n## 2026-01-04: Baselines\n\nThree of them.\n',
    );
  });

  it.each(['../journal.md', 'ideas/x.md', 'notes.txt', '.hidden', 'human_journal.md'])(
    'refuses %s as a journal, and writes nothing',
    async (file) => {
      const workspace = createWorkspace({ 'program.md': '' });
      await expect(addJournalEntry({ workspace, file, entry, assess })).rejects.toThrow();
      expect(filesBelow(workspace)).toEqual(['program.md']);
    },
  );

  it('refuses a text that would be more than one entry', async () => {
    const workspace = createWorkspace();
    await expect(
      addJournalEntry({ workspace, file: null, entry: { ...entry, text: 'a\n\n## 2026-01-01: b\n\nc' }, assess }),
    ).rejects.toThrow(/one entry/);
    expect(filesBelow(workspace)).toEqual([]);
  });

  it('writes nothing where the assessment refuses, and not over what an editor saved meanwhile', async () => {
    const workspace = createWorkspace({ 'journals/journal.md': '# Journal\n' });
    const refuse = async (): Promise<void> => Promise.reject(new Error('no'));
    await expect(addJournalEntry({ workspace, file: null, entry, assess: refuse })).rejects.toThrow('no');
    const edit = async (): Promise<void> => writeFileSync(join(workspace, 'journals/journal.md'), '# Edited\n');
    await expect(addJournalEntry({ workspace, file: null, entry, assess: edit })).rejects.toThrow(/changed by another program/);
    expect(readFileSync(join(workspace, 'journals/journal.md'), 'utf8')).toBe('# Edited\n');
    expect(filesBelow(workspace)).toEqual(['journals/journal.md']);
  });

  it('loses no entry when many write at once', async () => {
    const workspace = createWorkspace({ 'journals/journal.md': '# Journal\n\n## 2026-01-01: First\n\nText\n' });
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        addJournalEntry({ workspace, file: null, entry: { ...entry, title: `Number ${index}` }, assess }),
      ),
    );
    const text = readFileSync(join(workspace, 'journals/journal.md'), 'utf8');
    for (let index = 0; index < 8; index += 1) expect(text).toContain(`## 2026-01-04: Number ${index}\n`);
    expect(text.endsWith('\n## 2026-01-01: First\n\nText\n')).toBe(true);
  });
});

describe('withJournalEntry', () => {
  it('only ever adds: old text is what remains when the new lines are taken out', () => {
    const line = fc.constantFrom('# J', '', 'text', '## 2026-01-02: b', '- [ ] x', '```');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), fc.nat(), (lines, lineEnd, at) => {
        const journal = lines.join(lineEnd) + lineEnd;
        const first = (at % lines.length) + 1;
        const grown = withJournalEntry(journal, first, entry);
        const older = lines.slice(first - 1).join(lineEnd) + lineEnd;
        const preamble = journal.slice(0, journal.length - older.length);
        expect(grown.text.startsWith(preamble)).toBe(true);
        expect(grown.text.endsWith(lineEnd + older)).toBe(true);
        expect(grown.text.split(/\r?\n/)[grown.line - 1]).toMatch(/^#+ 2026-01-04: Baselines$/);
      }),
    );
  });
});
