import { accountLines } from './account-lines.ts';
import { claimProblems } from './claims/claim-problems.ts';
import { parseArgumentMap } from './papers/parse-argument-map.ts';
import { parseDatedSections } from './journals/parse-dated-sections.ts';
import { parseEntry } from './entries/parse-entry.ts';
import { parseLogJson } from './logs/parse-log-json.ts';
import { parsePaper } from './papers/parse-paper.ts';
import { parsePlain } from './entries/parse-plain.ts';
import { parseProgram } from './entries/parse-program.ts';
import { parseQueue } from './queues/parse-queue.ts';
import { parseRenderedLog } from './logs/parse-rendered-log.ts';
import { parseRunLog } from './run-logs/parse-run-log.ts';
import { parseSummary } from './run-logs/parse-summary.ts';
import { parseTable } from './tables/parse-table.ts';
import { nothingRead, type ParsedFile, type Reading, type SourceFile } from './parsed-file.ts';
import { recogniseText, type Recognised } from './recognition/recognise-text.ts';

/**
 * What one file gives: a pure function of its path and text (design, decision 3), so that it can be cached by digest. Never throws: whatever
 * is wrong with the file is in `problems`, and every line of it is in the account.
 */
export function parseFile(source: SourceFile): ParsedFile {
  const recognition = recogniseText(source.path, source.text);
  const reading = readAs(source, recognition);
  if (!isOwnProse(recognition)) return accountLines(source, reading);
  return accountLines(source, { ...reading, problems: [...reading.problems, ...claimProblems(source.path, source.text)] });
}

/** Papers are what others claim, run logs are read by events (`checks/arithmetic`), and the rest holds no sentences or is nobody's business. */
function isOwnProse(recognition: Recognised): boolean {
  switch (recognition.as) {
    case 'entry':
      return recognition.kind !== 'paper';
    case 'log in JSON':
    case 'sections':
    case 'rendered log':
      return true;
    case 'program':
    case 'table':
    case 'run log':
    case 'job queue':
    case 'argument map':
    case 'asset':
    case 'unread':
    case 'private':
      return false;
  }
}

function readAs(source: SourceFile, recognition: Recognised): Reading {
  switch (recognition.as) {
    case 'entry':
      if (/\.ya?ml$/i.test(source.path)) return parseSummary(source);
      return recognition.kind === 'paper' ? parsePaper(source) : parseEntry(source, recognition.kind);
    case 'log in JSON':
      return parseLogJson(source);
    case 'sections':
      return parseDatedSections(source, recognition.kind);
    case 'program':
      return parseProgram(source);
    case 'table':
      return parseTableFile(source);
    case 'run log':
      return parseRunLogFile(source);
    case 'rendered log':
      return parseRenderedLog(source);
    case 'job queue':
      return parseQueue(source);
    case 'argument map':
      return parseArgumentMap(source);
    case 'asset':
    case 'unread':
    case 'private':
      return parsePlain(source);
  }
}

function parseTableFile(source: SourceFile): Reading {
  const { table, alsoRead, problems } = parseTable(source);
  const found = [...source.problems, ...problems];
  return table === null ? { ...parsePlain(source), problems: found } : { ...nothingRead, kind: 'table', table, alsoRead, problems: found };
}

function parseRunLogFile(source: SourceFile): Reading {
  const { runLog, problems, alsoRead } = parseRunLog(source);
  const found = [...source.problems, ...problems];
  return runLog === null
    ? { ...parsePlain(source), problems: found }
    : { ...nothingRead, kind: 'run log', runLog, alsoRead, problems: found };
}
