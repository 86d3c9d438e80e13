import { parseDatedSections } from './parse-dated-sections.ts';
import { parseEntry } from './parse-entry.ts';
import { parsePlain } from './parse-plain.ts';
import { parseProgram } from './parse-program.ts';
import { parseRunLog } from './parse-run-log.ts';
import { parseTable } from './parse-table.ts';
import type { ParsedFile, SourceFile } from './parsed-file.ts';
import { recognise } from './recognise.ts';

/**
 * What one file gives: a pure function of its path and text (design, decision 3), so that it can be cached by digest. Never throws: whatever
 * is wrong with the file is in `problems`.
 */
export function parseFile(source: SourceFile): ParsedFile {
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

function parseTableFile(source: SourceFile): ParsedFile {
  const { table, problems, unaccounted } = parseTable(source);
  const found = [...source.problems, ...problems];
  if (table === null) return { ...parsePlain(source), problems: found };
  return {
    ...nothing,
    record: { path: source.path, kind: 'table', entries: 0, rows: table.rows.length, events: 0, unaccounted },
    table,
    problems: found,
  };
}

function parseRunLogFile(source: SourceFile): ParsedFile {
  const { runLog, problems, unaccounted } = parseRunLog(source);
  const found = [...source.problems, ...problems];
  if (runLog === null) return { ...parsePlain(source), problems: found };
  return {
    ...nothing,
    record: { path: source.path, kind: 'run log', entries: 0, rows: 0, events: runLog.events.length, unaccounted },
    runLog,
    problems: found,
  };
}

const nothing = {
  entries: [],
  bodies: [],
  program: null,
  table: null,
  runLog: null,
  problems: [],
  strictProblems: [],
  skipped: [],
} as const;
