import { suggest } from '#diagnostics/suggest.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import { isPathLike, rootedPaths } from './find-target.ts';
import type { LinkIndex } from './link-index.ts';
import { folderOf, relativePath, resolvePath, stemOf } from './workspace-paths.ts';

/** What was most likely meant by a target that is not there, written as this link would have to write it; or null. */
export type TargetSuggester = (entry: Entry, link: Link) => string | null;

/** Suggestions over one workspace. A target that many links get wrong is looked up once. */
export function createTargetSuggester(index: LinkIndex): TargetSuggester {
  const files = Map.groupBy(index.paths.files, (path) => stemOf(path).toLowerCase());
  const nearFiles = remembered((stem) => files.get(stem) ?? files.get(suggest(stem, files.keys()) ?? '') ?? []);
  const nearNames = remembered((name) => suggest(name, index.names.names()));
  const nearIdeas = remembered((name) => suggest(name, index.names.names('idea')) ?? suggest(name, index.names.names()));
  const nearRuns = remembered((name) => suggest(name, index.runs.names()));
  const renamedNames = new Map(Array.from(index.renamed, ([path, now]) => [stemOf(path).toLowerCase(), now]));

  /** Where the file lies now that had this path, or this name, before it was renamed. */
  const renamedTo = (entry: Entry, { form, target }: Link): string | null => {
    const isPath = isPathLike(target);
    const paths = isPath ? [resolvePath(folderOf(entry.path), target) ?? '', ...rootedPaths(index, target)] : [];
    const now = isPath
      ? paths.flatMap((path) => index.renamed.get(path) ?? index.renamed.get(`${path}.md`) ?? [])[0]
      : renamedNames.get(target.toLowerCase());
    if (now === undefined) return null;
    return isPath || form === 'markdown' || form === 'image' ? relativePath(entry.path, now) : stemOf(now);
  };

  const suggestPath = (entry: Entry, target: string): string | null => {
    const rooted = rootedPaths(index, target).find(
      (path) => index.paths.entriesAt(path).length > 0 || files.get(stemOf(path).toLowerCase())?.includes(path),
    );
    const found =
      rooted === undefined
        ? closestFile(nearFiles(stemOf(target).toLowerCase()), target)
        : (index.paths.entriesAt(rooted)[0]?.path ?? rooted);
    return found === null ? null : relativePath(entry.path, found);
  };

  return (entry, link) => {
    const { form, relation, target } = link;
    const now = relation === 'runs' ? null : renamedTo(entry, link);
    if (now !== null) return now;
    if (form === 'markdown' || form === 'image') {
      const [named, another] = isPathLike(target) ? [] : index.names.find(target, (other) => other !== entry);
      return named && !another ? relativePath(entry.path, named.path) : suggestPath(entry, target);
    }
    if (relation === 'runs') return nearRuns(target);
    if (isPathLike(target)) return suggestPath(entry, target);
    return relation === 'idea' ? nearIdeas(target) : nearNames(target);
  };
}

/** Of files with near names the one of the same type; a target without ending means Markdown. */
function closestFile(paths: readonly string[], target: string): string | null {
  const ending = (/\.[a-z0-9]+$/i.exec(target)?.[0] ?? '.md').toLowerCase();
  return paths.find((path) => path.toLowerCase().endsWith(ending)) ?? null;
}

function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const earlier = known.get(word);
    if (earlier !== undefined) return earlier;
    const now = answer(word);
    known.set(word, now);
    return now;
  };
}
