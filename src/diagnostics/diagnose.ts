import { classOf } from './catalogue.ts';
import { comparePlaces, severityOf, type Diagnostic, type Problem } from './diagnostic.ts';

/**
 * Problems as diagnostics: with the severity that their class has in this workspace, sorted by place, each only once.
 *
 * @param strict whether the workspace's `program.md` says `strict: true`
 * @throws where a problem's code is not in the catalogue, which is a mistake in Priors
 */
export function diagnose(problems: Iterable<Problem>, strict: boolean): Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const found of problems) {
    const key = JSON.stringify([found.path, found.line, found.column, found.code, found.message]);
    if (!unique.has(key)) unique.set(key, { ...found, severity: severityOf(classOf(found.code), strict) });
  }
  return [...unique.values()].sort(comparePlaces);
}
