import { readFile, stat } from 'node:fs/promises';
import { parseFile } from '#ingest/parse-file.ts';
import { recognise } from '#ingest/recognition/recognise.ts';
import { createFile, replaceFile } from './create-file.ts';
import { existingText } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { withJournalEntry, type GrownJournal, type JournalEntry } from './journal-text.ts';
import { Refusal } from './refusal.ts';
import { sourceFromText } from './source-text.ts';

export interface JournalRequest {
  readonly workspace: string;
  /** A path, or a name below `journals/`; null for the workspace's own journal. */
  readonly file: string | null;
  readonly entry: JournalEntry;
  /** Looks at the journal before it is written, and throws where it must not be. */
  readonly assess: (path: string, journal: GrownJournal) => Promise<void>;
}

/** The seed's journal, where a workspace has one; else the canonical place. */
const usualJournals = ['RESEARCH_JOURNAL.md', 'journals/journal.md'];

/**
 * Adds an entry on top of a journal (design, "Kinds"), which is made when missing. The old entries stay byte for byte; readers see the journal
 * before or after, never between.
 *
 * Refused: a path that is not read as a journal, and an entry that would not be read back as one entry.
 *
 * @returns the journal's path, relative to the workspace
 */
export async function addJournalEntry({ workspace, file, entry, assess }: JournalRequest): Promise<string> {
  const root = await realWorkspace(workspace);
  const place = await placeInside(root, file === null ? await usualJournal(root) : journalPath(file));
  const path = workspacePath(root, place);
  const recognised = recognise(path);
  if (recognised.as !== 'sections' || recognised.kind !== 'journal') {
    throw new Refusal(`"${path}" is not read as a journal`, 'Name a file below journals/, or one that ends in _journal.md.');
  }
  await whileLocked(place, async () => {
    const text = await existingText(place, path);
    const journal = grown(path, text, entry);
    await assess(path, journal);
    if (text === '' && (await createFile(place, journal.text))) return;
    // An editor knows nothing of the lock: what it saved meanwhile is not to be lost.
    if ((await readFile(place, 'utf8')) !== text)
      throw new Refusal(`"${path}" was changed by another program meanwhile`, 'Run the command again.');
    await replaceFile(place, journal.text, (await stat(place)).mode);
  });
  return path;
}

/** The journal with the entry; for the parser it has one entry more. */
function grown(path: string, text: string, entry: JournalEntry): GrownJournal {
  const before = entryLines(path, text);
  const journal = withJournalEntry(text === '' ? '# Journal\n' : text, before[0] ?? null, entry);
  const after = entryLines(path, journal.text);
  if (after.length === before.length + 1 && after[0] === journal.line) return journal;
  throw new Refusal(
    'The entry would not be read back as one entry of the journal',
    'Leave dated headings and code fences without an end out of its text.',
  );
}

/** The lines at which the dated sections begin; their ids have three parts (contract "Identity"), that of an undated journal has two. */
function entryLines(path: string, text: string): number[] {
  return parseFile(sourceFromText(path, text))
    .entries.filter(({ id, kind }) => kind === 'journal' && id.split('/').length === 3)
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}

async function usualJournal(root: string): Promise<string> {
  for (const path of usualJournals) {
    const found = await stat(`${root}/${path}`).catch(() => null);
    if (found?.isFile() === true) return path;
  }
  return 'journals/journal.md';
}

function journalPath(file: string): string {
  return /[./]/.test(file) ? file : `journals/${file}.md`;
}
