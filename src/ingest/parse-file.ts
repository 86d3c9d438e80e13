import { accountLines } from './account-lines.ts';
import { parseDatedSections } from './parse-dated-sections.ts';
import { parseEntry } from './parse-entry.ts';
import { parsePlain } from './parse-plain.ts';
import { parseProgram } from './parse-program.ts';
import { parseRunLog } from './parse-run-log.ts';
import { parseTable } from './parse-table.ts';
import { nothingRead, type ParsedFile, type Reading, type SourceFile } from './parsed-file.ts';
import { recognise } from './recognise.ts';

/**
 * What one file gives: a pure function of its path and text (design, decision 3), so that it can be cached by digest. Never throws: whatever
 * is wrong with the file is in `problems`, and every line of it is in the account.
 */
export function parseFile(source: SourceFile): ParsedFile {
  return accountLines(source, readAs(source));
}

function readAs(source: SourceFile): Reading {
  const recognition = recognise(source.path);
  switch (recognition.as) {
    case 'entry':
      return parseEntry(source, recognition.kind);
    case 'sections':
      return parseDatedSections(source, recognition.kind);
    case 'program':
      return parseProgram(source);
    case 'table':
      return parseTableFile(source);
    case 'run log':
      return parseRunLogFile(source);
    case 'asset':
    case 'unread':
    case 'private':
      return parsePlain(source);
  }
}

function parseTableFile(source: SourceFile): Reading {
  const { table, problems } = parseTable(source);
  const found = [...source.problems, ...problems];
  return table === null ? { ...parsePlain(source), problems: found } : { ...nothingRead, kind: 'table', table, problems: found };
}

function parseRunLogFile(source: SourceFile): Reading {
  const { runLog, problems } = parseRunLog(source);
  const found = [...source.problems, ...problems];
  return runLog === null ? { ...parsePlain(source), problems: found } : { ...nothingRead, kind: 'run log', runLog, problems: found };
}
