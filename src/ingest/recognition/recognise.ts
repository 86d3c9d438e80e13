import type { Kind } from '#schemas/kinds.ts';
import { kindOfFolder } from './kind-folders.ts';
import { isCalledTemplate, isInTemplates } from './templates.ts';

/** What a file of the workspace is read as. */
export type Recognition =
  /** One entry. */
  | { readonly as: 'entry'; readonly kind: Kind }
  /** One entry a dated section. */
  | { readonly as: 'sections'; readonly kind: 'journal' | 'progress' }
  | { readonly as: 'program' }
  | { readonly as: 'table' }
  | { readonly as: 'run log' }
  /** One entry, or one for each item of a list. */
  | { readonly as: 'log in JSON' }
  | { readonly as: 'job queue' }
  | { readonly as: 'argument map' }
  /** A log as the script of the seed renders it. */
  | { readonly as: 'rendered log' }
  /** Only its text can tell (`recognise-text.ts`). `otherwise` says why it is not read if that does not; null for a mere asset. */
  | { readonly as: 'perhaps'; readonly otherwise: string | null }
  /** Named in `skipped`, and still there for links to lead to. */
  | { readonly as: 'unread'; readonly reason: string }
  /** Named in `skipped` and never shown. */
  | { readonly as: 'private'; readonly reason: string }
  /** A file that links may lead to: an image, a script, data. */
  | { readonly as: 'asset' };

/** The only file that configures (contract "Where things go"). */
export const programPath = 'program.md';

/** What a journal may be continued or put away as: `journal_2026-03`, `RESEARCH_JOURNAL.1`, `journal-archive`. */
const rotation = /[-_. ](?:\d[\d_.-]*|v\d+|part[-_ ]?\d+|old|archived?)$/;
const journalNames =
  /^(?:(?:.+[-_ ])?(?:journal|diary|logbook|lab[-_ ]?(?:note)?book|lab[-_ ]?notes)|researchjournal|(?:research|experiments?|lab|work|dev)[-_ ]?log|(?:research|experiments?)[-_ ](?:note)?book)$/;
const progressNames = /^(?:.+[-_ ]progress[-_ ]log|progress(?:[-_ ]?(?:log|notes))?)$/;
const privateNames = /^human[-_ ]?journal(?![\p{L}\p{N}])/u;
/** They introduce a folder, say how to deal with it, or are about the project as a whole; they are not one of its entries. */
const introductions =
  /^(?:_?index|readme(?:[-_. ].*)?|changelog|history|releases?|release[-_ ]notes|roadmap|todos?|license|licence|contributing|code_of_conduct|claude|agents|gemini|skill)$/;
/** As words of a longer name (`V11_CHANGELOG_2026`, `release-notes-ios`): what such a file says of days is about versions and plans. */
const aboutVersions = /(?:^|[-_. ])(?:changelog|changes|history|releases?|release[-_ ]notes|roadmap|todos?)(?:$|[-_. ])/;
/** Below these a table is most likely what a model was trained on. */
const dataFolders = /^(?:datasets?|corpus|corpora)$/;
/** The logs of the seeds and their relatives (formats.md, "Run logs"). Of a `.log` with another name the text tells: most are what programs print. */
const runLogNames = /^(?:scaffold|(?:design|run|summari[sz]e|explore|analy[sz]e|archive)-[a-z]+)(?:[-_. ].*)?$/;

/**
 * What a path is read as: by its name first, then by its folder (design, "Kinds"). Names are compared without case.
 *
 * A Markdown file that is a `page` by its path may still be another kind by its text: `recogniseText` has the last word.
 */
export function recognise(path: string): Recognition {
  if (path === programPath) return { as: 'program' };
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() ?? '';
  const dot = name.lastIndexOf('.');
  const stem = dot <= 0 ? name : name.slice(0, dot);
  const ending = dot <= 0 ? '' : name.slice(dot + 1);
  const recognised = recogniseName(segments, stem, ending);
  if (recognised.as === 'asset' || recognised.as === 'private') return recognised;
  return isCalledTemplate(stem) || isInTemplates(segments) ? { as: 'unread', reason: 'A template is not an entry' } : recognised;
}

function recogniseName(folders: readonly string[], stem: string, ending: string): Recognition {
  if (privateNames.test(stem)) return { as: 'private', reason: 'human_journal.md stays private' };
  switch (ending) {
    case 'md':
    case 'markdown':
      return recogniseMarkdown(folders, stem);
    case 'tsv':
      return folders.some((folder) => dataFolders.test(folder))
        ? { as: 'perhaps', otherwise: 'A data set, and no results table' }
        : { as: 'table' };
    case 'log':
      return runLogNames.test(stem) ? { as: 'run log' } : { as: 'perhaps', otherwise: 'What a program printed, and no run log' };
    case 'jsonl':
    case 'ndjson':
      return { as: 'perhaps', otherwise: 'JSON Lines that are no run log' };
    case 'txt':
    case 'out':
      return { as: 'perhaps', otherwise: 'Plain text that is no run log' };
    case 'json':
      return stem === 'queue' ? { as: 'job queue' } : { as: 'perhaps', otherwise: null };
    case 'argdown':
      return { as: 'argument map' };
    case 'yaml':
    case 'yml':
      return stem === 'experiment_summary' ? { as: 'entry', kind: 'experiment' } : { as: 'asset' };
    default:
      return { as: 'asset' };
  }
}

function recogniseMarkdown(folders: readonly string[], stem: string): Recognition {
  const lasting = stem.replace(rotation, '');
  if (introductions.test(stem)) return { as: 'entry', kind: 'page' };
  if (stem === 'experiment_summary') return { as: 'entry', kind: 'experiment' };
  if (journalNames.test(lasting)) return { as: 'sections', kind: 'journal' };
  if (progressNames.test(lasting)) return { as: 'sections', kind: 'progress' };
  const kind = kindOfFolder(folders, stem);
  return kind === 'journal' ? { as: 'sections', kind } : { as: 'entry', kind: kind ?? 'page' };
}

/** Whether a file's name says that it only introduces its folder, or is about the project as a whole: its text does not make it an entry. */
export function isIntroduction(path: string): boolean {
  return introductions.test(stemInLowerCase(path));
}

/** Whether a file's name says that it tells of versions or plans: dates in its headings do not make it a journal. */
export function isAboutVersions(path: string): boolean {
  return aboutVersions.test(stemInLowerCase(path));
}

function stemInLowerCase(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.replace(/(?<=.)\.(?:md|markdown)$/, '');
}
