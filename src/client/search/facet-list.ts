import { element } from '#client/elements.ts';
import type { Counts } from './pagefind.ts';
import { facetNames, type FacetName, type Selection } from './query.ts';

/** More values than this are folded away until asked for, the most frequent ones first. There are so few kinds that all are shown. */
const fewValues: Readonly<Record<FacetName, number>> = { kind: 12, status: 8, tag: 8, year: 8 };

const legends: Readonly<Record<FacetName, string>> = { kind: 'Kind', status: 'Status', tag: 'Tag', year: 'Year' };

interface Choice {
  readonly value: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

interface Group {
  readonly fieldset: HTMLFieldSetElement;
  readonly choices: readonly Choice[];
  /** Unfolds the rest. */
  readonly button: HTMLButtonElement;
}

/** The checkboxes of all facets: made once, so that focus and order stay while counts change. */
export class FacetList {
  readonly #unfolded = new Set<FacetName>();
  readonly #groups = new Map<FacetName, Group>();
  readonly #onChange: (name: FacetName, value: string, chosen: boolean) => void;

  /** @param all the counts over the whole index */
  constructor(place: HTMLElement, all: Counts, selection: Selection, onChange: (name: FacetName, value: string, chosen: boolean) => void) {
    this.#onChange = onChange;
    place.replaceChildren(...facetNames.flatMap((name) => this.#group(name, valuesOf(name, all, selection))));
  }

  /** Shows how many results each value has now; a value without any is hidden unless it is chosen. */
  update(counts: Counts, selection: Selection): void {
    for (const [name, { fieldset, choices, button }] of this.#groups) {
      let shown = 0;
      let folded = 0;
      for (const { value, row, box, count } of choices) {
        const found = counts[name]?.[value] ?? 0;
        box.checked = selection[name].includes(value);
        count.textContent = String(found);
        const wanted = found > 0 || box.checked;
        const room = this.#unfolded.has(name) || shown < fewValues[name] || box.checked;
        row.hidden = !wanted || !room;
        if (wanted && room) shown += 1;
        else if (wanted) folded += 1;
      }
      button.hidden = folded === 0;
      button.textContent = `${String(folded)} more`;
      fieldset.hidden = shown === 0;
    }
  }

  #group(name: FacetName, values: readonly string[]): HTMLElement[] {
    if (values.length === 0) return [];
    const choices = values.map((value) => this.#choice(name, value));
    const button = element('button', { type: 'button', class: 'search-more-values', hidden: '' });
    button.addEventListener('click', () => {
      this.#unfolded.add(name);
      const first = choices.find(({ row, count }) => row.hidden && count.textContent !== '0');
      for (const { row, count } of choices) row.hidden = count.textContent === '0';
      button.hidden = true;
      first?.box.focus();
    });
    const fieldset = element('fieldset', {}, element('legend', {}, legends[name]), ...choices.map(({ row }) => row), button);
    this.#groups.set(name, { fieldset, choices, button });
    return [fieldset];
  }

  #choice(name: FacetName, value: string): Choice {
    const box = element('input', { type: 'checkbox', value });
    const count = element('span', { class: 'count' });
    const row = element('label', { class: 'search-choice' }, box, element('span', { class: 'value' }, value), ' ', count);
    box.addEventListener('change', () => {
      this.#onChange(name, value, box.checked);
    });
    return { value, row, box, count };
  }
}

/** Years newest first, other values by frequency; chosen ones that the index does not know are listed too, to be taken away. */
function valuesOf(name: FacetName, all: Counts, selection: Selection): string[] {
  const counts = new Map(Object.entries(all[name] ?? {}));
  const known = [...counts.keys()].sort((a, b) =>
    name === 'year' ? b.localeCompare(a) : (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b),
  );
  return [...known, ...selection[name].filter((value) => !counts.has(value))];
}
