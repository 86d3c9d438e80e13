import type { Entry, EntryId, Link, RunId } from '#schemas/entry.ts';
import type { LinkTarget } from '#graph/knowledge-graph.ts';
import type { LinkIndex } from './link-index.ts';
import { findPaper } from './paper-index.ts';
import { folderOf, resolvePath } from './workspace-paths.ts';

/** What a link's target is: one thing, several things that it could mean, or nothing that is there. */
export type Finding = LinkTarget | { readonly to: 'several'; readonly candidates: readonly string[] } | { readonly to: 'missing' };

const outside: LinkTarget = { to: 'outside', url: null };
const missing: Finding = { to: 'missing' };

/**
 * Finds what a link leads to, its fragment apart. How a target is read depends on the form of the link:
 *
 * - Markdown links and images: a path relative to the file, as on a forge, also with a line (`train.py:85`); or the id of an entry or run.
 * - Wikilinks: a path, or a name of an entry, table or run. Exact file names beat lineage keys, titles come last.
 * - Frontmatter: by the key (`idea` names an idea, `runs` runs). `references` and `papers` are free text: only what looks like a
 *   Markdown file must be there.
 *   An arXiv id, a DOI or an address that a paper of the workspace states as its own names that paper.
 * - Text in backticks: a path or an exact file name. Never missing, since it may be a file of the repository.
 *
 * A path that leaves the workspace leads outside: what is there cannot be known from the workspace. A target that the file itself names under
 * `moved` is where that says, whatever form the link has (decision 0015).
 */
export function findTarget(index: LinkIndex, entry: Entry, link: Link): Finding {
  const target = link.target.trim();
  const paper = paperReferenced(index, entry, link);
  if (paper) return paper;
  const address = addressOf(target);
  if (address) return address;
  const movedTo = index.moved.find(entry.path, target);
  if (movedTo !== null) return movedTo === 'outside' ? outside : (findPath(index, entry, movedTo) ?? findById(index, movedTo) ?? missing);
  switch (link.form) {
    case 'markdown':
    case 'image':
      return findLinked(index, entry, target);
    case 'wiki':
      return findNamed(index, entry, target);
    case 'path':
      return findMentioned(index, entry, target);
    case 'frontmatter':
      return findReferenced(index, entry, link.relation, target);
  }
}

/** Whether a target is written as a path rather than as a name. */
export function isPathLike(target: string): boolean {
  return target.includes('/') || /\.[a-z0-9]{1,8}$/i.test(target);
}

/** Where a target may stand that is written from the workspace's or the repository's root: the paths to try besides the relative one. */
export function rootedPaths(index: LinkIndex, target: string): string[] {
  const rooted = resolvePath('', target);
  if (rooted === null) return [];
  return rooted.startsWith(`${index.workspace}/`) ? [rooted, rooted.slice(index.workspace.length + 1)] : [rooted];
}

function findLinked(index: LinkIndex, entry: Entry, target: string): Finding {
  const path = resolvePath(folderOf(entry.path), target);
  if (path === null) return outside;
  const found = index.paths.find(path) ?? findById(index, target) ?? findWithoutLine(index, entry, target);
  if (found) return found;
  return /^[a-z][a-z0-9+.-]+:/i.test(target) ? outside : missing;
}

function findNamed(index: LinkIndex, entry: Entry, target: string): Finding {
  if (isPathLike(target)) {
    const found = findPath(index, entry, target) ?? findById(index, target);
    if (found) return found;
  } else {
    const neighbor = index.paths.find(resolvePath(folderOf(entry.path), `${target}.md`) ?? '');
    if (neighbor?.to === 'entry' && neighbor.id !== entry.id) return neighbor;
  }
  const entries = index.names.find(target, (other) => other !== entry);
  if (entries.length > 0) return oneEntry(entries);
  const files = index.paths.filesNamed(target);
  if (files.length === 1 && files[0]) return files[0];
  const runs = index.runs.find(target);
  if (runs.length > 0) return oneRun(runs);
  const [own] = index.names.find(target);
  return own ? entryTarget(own) : (findPath(index, entry, target) ?? missing);
}

function findMentioned(index: LinkIndex, entry: Entry, target: string): Finding {
  if (isPathLike(target))
    return findPath(index, entry, target) ?? findById(index, target) ?? findWithoutLine(index, entry, target) ?? outside;
  // A word in backticks is mostly code: pages such as `config` do not claim it.
  const entries = index.names.find(target, (other) => other !== entry && other.kind !== 'page' && other.title !== target);
  return entries.length === 1 ? oneEntry(entries) : outside;
}

function findReferenced(index: LinkIndex, entry: Entry, relation: string, target: string): Finding {
  if (entry.kind === 'page') return findInFreeText(index, entry, target);
  switch (relation) {
    case 'idea': {
      const ideas = index.names.find(target, (other) => other.kind === 'idea' && other !== entry);
      return ideas.length > 0 ? oneEntry(ideas) : pathOr(index, entry, target, missing);
    }
    case 'supersedes':
    case 'contradicts': {
      const likely = index.names.find(target, (other) => other.kind === entry.kind && other !== entry);
      const entries = likely.length > 0 ? likely : index.names.find(target, (other) => other !== entry);
      return entries.length > 0 ? oneEntry(entries) : pathOr(index, entry, target, missing);
    }
    case 'runs': {
      const runs = index.runs.find(target);
      return runs.length > 0 ? oneRun(runs) : pathOr(index, entry, target, missing);
    }
    case 'commits': {
      const runs = index.runs.find(target);
      return runs.length === 1 ? oneRun(runs) : outside;
    }
    case 'related_files':
      return pathOr(index, entry, target, outside);
    default:
      return findInFreeText(index, entry, target);
  }
}

/** `references` and `papers`: titles of papers, sentences, URLs, paths and names in one list. */
function findInFreeText(index: LinkIndex, entry: Entry, text: string): Finding {
  const found = findPath(index, entry, text) ?? findById(index, text);
  if (found) return found;
  const url = /https?:\/\/[^\s<>"'()[\]]+/.exec(text)?.[0];
  if (url !== undefined) return { to: 'outside', url };
  if (/\s/.test(text)) return outside;
  const entries = index.names.find(text, (other) => other !== entry);
  if (entries.length === 1) return oneEntry(entries);
  const climbsOut = resolvePath(folderOf(entry.path), text) === null;
  return /\.(md|markdown)$/i.test(text) && !climbsOut ? missing : outside;
}

/** `papers: [arXiv:2512.24880]`, `references: [https://doi.org/…]`: leads to the paper itself where the workspace has it. */
function paperReferenced(index: LinkIndex, entry: Entry, link: Link): LinkTarget | null {
  if (link.form !== 'frontmatter' || link.relation === 'related_files') return null;
  const paper = findPaper(index.papers, link.target);
  return paper === null || paper === entry ? null : entryTarget(paper);
}

function pathOr(index: LinkIndex, entry: Entry, target: string, otherwise: Finding): Finding {
  if (!isPathLike(target)) return otherwise;
  const found = findPath(index, entry, target) ?? findById(index, target);
  if (found) return found;
  return resolvePath(folderOf(entry.path), target) === null ? outside : otherwise;
}

/** A path relative to the entry's file, else from the workspace's or the repository's root; percent-encoded at last. */
function findPath(index: LinkIndex, entry: Entry, target: string): LinkTarget | null {
  if (target === '') return null;
  for (const spelling of new Set([target, decoded(target)])) {
    const relative = resolvePath(folderOf(entry.path), spelling);
    for (const path of relative === null ? [] : [relative, ...rootedPaths(index, spelling)]) {
      const found = index.paths.find(path);
      if (found) return found;
    }
  }
  return null;
}

/** `train.py:85`, `train.py:85-90`, `train.py:85:3`: a place in a file, as editors and compilers write it, leads to the file. */
function findWithoutLine(index: LinkIndex, entry: Entry, target: string): LinkTarget | null {
  const line = /:\d{1,7}(?:[-:]\d{1,7})?$/.exec(target);
  return line === null ? null : findPath(index, entry, target.slice(0, line.index));
}

/** Ids name their kind, so that they cannot be mistaken for paths or names: `idea/2026-01-01-rotary`, `run/results/3`. */
function findById(index: LinkIndex, target: string): LinkTarget | null {
  const [run] = target.startsWith('run/') ? index.runs.find(target) : [];
  if (run !== undefined) return runTarget(run);
  const [entry] = index.names.find(target, ({ id }) => id === target);
  return entry ? entryTarget(entry) : null;
}

/** URLs lead outside, wherever they stand. Only schemes that are safe to follow keep their address. */
function addressOf(target: string): LinkTarget | null {
  if (/^(https?:\/\/|mailto:)\S+$/i.test(target)) return { to: 'outside', url: target };
  return target.startsWith('//') ? { to: 'outside', url: `https:${target}` } : null;
}

function oneEntry(entries: readonly Entry[]): Finding {
  const [first, second] = entries;
  if (!first) return missing;
  return second ? { to: 'several', candidates: entries.map(({ id }) => id) } : entryTarget(first);
}

function oneRun(runs: readonly RunId[]): Finding {
  const [first, second] = runs;
  if (first === undefined) return missing;
  return second === undefined ? runTarget(first) : { to: 'several', candidates: runs };
}

function entryTarget({ id }: { readonly id: EntryId }): LinkTarget {
  return { to: 'entry', id, fragment: null };
}

function runTarget(id: RunId): LinkTarget {
  const end = id.lastIndexOf('/');
  return { to: 'run', id, table: id.slice('run/'.length, end), ordinal: Number(id.slice(end + 1)) };
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray % that encodes nothing: the target is meant as it stands.
    return target;
  }
}
