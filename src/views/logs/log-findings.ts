import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { statedFindings } from '#graph/findings/entry-findings.ts';
import { qualityOf } from '#graph/findings/quality.ts';
import type { Entry } from '#schemas/entry.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import type { ShownCaveat } from '#views/findings/shown-caveat.ts';
import { itemsOfText, openItem } from '#schemas/open-items.ts';
import { sentenceNote } from './proportion-notes.ts';

/** A conclusion of a log, and how far it is one. */
export interface ShownConclusion {
  readonly text: string;
  /** `quantified` holds a number; `vague` is only a judgement, as a check says; others name a contrast or a cause. */
  readonly mark: 'quantified' | 'vague' | null;
  /** What is known of luck where it compares two proportions; null otherwise. */
  readonly note: string | null;
  /** Its `id`; undefined where the same is said before, or nothing is. */
  readonly anchor: string | undefined;
  readonly caveats: readonly ShownCaveat[];
}

/** What a log says does not work. */
export interface ShownFailure {
  readonly anchor: string | undefined;
  readonly caveats: readonly ShownCaveat[];
}

/** Something that is still to be done, or was done since. */
export interface ShownStep {
  readonly text: string;
  readonly isDone: boolean;
  /** `id` of the step, which `/open/` leads to; undefined where another one has it. */
  readonly anchor: string | undefined;
}

/** What speaks against the findings of an entry, by anchor. */
type Caveats = ReadonlyMap<string, readonly ShownCaveat[]>;

/** @param problems diagnostics of the entry: which of its conclusions are vague is for the checks to say */
export function shownConclusions(entry: Entry, problems: readonly Diagnostic[], caveats: Caveats): ShownConclusion[] {
  const known = new Set(statedFindings(entry).map(({ anchor }) => anchor));
  const vague = problems.filter(({ code }) => code === 'vague-conclusion');
  return textsAt(entry, 'conclusions').map((text, index) => {
    const place = Object.hasOwn(entry.places, `conclusions.${index}`) ? entry.places[`conclusions.${index}`] : undefined;
    const isVague = vague.some(({ line, column }) => line === place?.line && column === place.column);
    const mark = isVague ? 'vague' : entry.kind === 'log' && qualityOf(text) === 'quantified' ? 'quantified' : null;
    const anchor = findingAnchor(text);
    // Of the same text twice the first has the place.
    return { text, mark, note: sentenceNote(text), anchor: known.delete(anchor) ? anchor : undefined, caveats: caveats.get(anchor) ?? [] };
  });
}

/** The place of a log's failure mode, and what speaks against it; null where it names none. */
export function shownFailure(entry: Entry, caveats: Caveats): ShownFailure | null {
  const failure = statedFindings(entry).find(({ sort }) => sort === 'failure');
  return failure === undefined ? null : { anchor: failure.anchor, caveats: caveats.get(failure.anchor) ?? [] };
}

/** Next steps as a checklist: one that begins with `[x]` is done. */
export function shownSteps(entry: Entry): ShownStep[] {
  const taken = new Set(itemsOfText(entry).map(({ anchor }) => anchor));
  return textsAt(entry, 'next_steps').map((text) => {
    const box = /^\[([ xX])\]\s+(?=\S)/.exec(text);
    const [item] = openItem('step', text, entry.line);
    const anchor = item === undefined || taken.has(item.anchor) ? undefined : item.anchor;
    if (anchor !== undefined) taken.add(anchor);
    return { text: box === null ? text : text.slice(box[0].length), isDone: item?.done === true, anchor };
  });
}

function textsAt(entry: Entry, key: string): string[] {
  const value = Object.hasOwn(entry.data, key) ? entry.data[key] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
