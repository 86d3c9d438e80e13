import { pathHash } from '#ingest/digest.ts';
import type { Wish } from './canonical-place.ts';

/**
 * Gives every file its path in the workspace. What was imported before keeps its place. Where several sources want the same, or where
 * another's file lies already, all of them carry six hex digits of their path's hash, never a counter (contract "Identity"), so that
 * nothing depends on their order.
 *
 * @param source the name of the imported folder, part of what is hashed
 * @param before where files were imported to, by their path in the source
 * @param taken paths of the workspace, files and folders
 * @returns the path of each file by its path in the source
 */
export function placeFiles(
  source: string,
  wishes: readonly Wish[],
  before: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): Map<string, string> {
  const places = new Map<string, string>();
  const others = new Set([...taken, ...before.values()].flatMap((path) => [...above(path)]).map(sameName));
  const used = new Set<string>(others);
  const open = wishes.filter(({ from }) => {
    const place = before.get(from);
    if (place !== undefined) places.set(from, place);
    return place === undefined;
  });
  for (const rivals of Map.groupBy(open, ({ unit }) => sameName(unit)).values()) {
    const units = Map.groupBy(rivals, ({ hashed }) => hashed);
    const isFree = units.size === 1 && rivals.every((wish) => isUntouched(wish, wish.unit, others));
    for (const [hashed, wish] of units) {
      const former = formerUnit(wishes, hashed, before);
      const candidates = [6, 12, 64].map((digits) => `${wish[0]?.unit ?? ''}-${pathHash(`${source}/${hashed}`, digits)}`);
      const unit =
        former ?? (isFree ? null : (candidates.find((each) => wish.every((one) => isUntouched(one, each, used))) ?? candidates[2] ?? ''));
      for (const one of wish) {
        const place = one.within(unit ?? one.unit);
        places.set(one.from, place);
        used.add(sameName(place));
      }
    }
  }
  return places;
}

/** What a unit was called of which other files were imported before: a new log of an experiment goes to the others. */
function formerUnit(wishes: readonly Wish[], hashed: string, before: ReadonlyMap<string, string>): string | null {
  for (const wish of wishes.filter((each) => each.hashed === hashed)) {
    const place = before.get(wish.from);
    const rest = wish.within('');
    if (place?.endsWith(rest) === true) return place.slice(0, place.length - rest.length);
  }
  return null;
}

/** An experiment's folder must be its own as a whole, any other unit only the file. */
function isUntouched(wish: Wish, unit: string, taken: ReadonlySet<string>): boolean {
  const place = wish.within(unit);
  return !taken.has(sameName(place)) && !(place.startsWith(`${unit}/`) && taken.has(sameName(unit)));
}

/** `A_b` and `a-b` have one id, and some disks know no capitals. */
function sameName(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** The path and all folders above it. */
function* above(path: string): Generator<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}
