import { element, svgElement } from '#client/elements.ts';
import type { StoredChoices, StoredNumbers } from '#client/table/column-store.ts';
import { foldText } from '#client/table/fold-text.ts';
import { histogramOf } from '#client/table/histogram.ts';
import type { ColumnFilter } from '#schemas/table-query.ts';

type OnFilter = (filter: ColumnFilter | null) => void;

const bins = 32;
/** More choices than this get a field to find one, and of more than this only the most frequent are listed. */
const fewChoices = 10;
const mostChoices = 200;

/** Smallest and largest value, either may be empty. */
export function rangeFields(column: StoredNumbers, filter: ColumnFilter | undefined, onFilter: OnFilter): Element[] {
  const histogram = histogramOf(column.values, bins);
  if (histogram === null) return [element('p', { class: 'panel-note' }, 'No row has a number here.')];
  const range = filter?.kind === 'range' ? filter : null;
  const [least, most] = [numberField('At least', range?.min, histogram.min), numberField('At most', range?.max, histogram.max)];
  const box = element('input', { type: 'checkbox' });
  box.checked = range !== null;
  const changed = (): void => {
    const [min, max] = [readNumber(least.input), readNumber(most.input)];
    if (min === undefined || max === undefined) return;
    if (min !== null || max !== null) box.checked = true;
    onFilter(box.checked ? { kind: 'range', column: column.name, min, max } : null);
  };
  for (const input of [least.input, most.input]) input.addEventListener('input', changed);
  box.addEventListener('change', () => {
    if (!box.checked) for (const input of [least.input, most.input]) input.value = '';
    changed();
  });
  const all = column.values.length;
  return [
    histogramFigure(histogram.bins),
    element('div', { class: 'panel-range' }, least.label, most.label),
    element(
      'label',
      { class: 'panel-choice' },
      box,
      `Only rows with a number (${histogram.n.toLocaleString('en')} of ${all.toLocaleString('en')})`,
    ),
  ];
}

function numberField(name: string, value: number | null | undefined, bound: number): { label: HTMLElement; input: HTMLInputElement } {
  const input = element('input', {
    class: 'table-field',
    type: 'text',
    inputmode: 'decimal',
    placeholder: String(bound),
    autocomplete: 'off',
  });
  input.value = value === null || value === undefined ? '' : String(value);
  return { input, label: element('label', {}, name, input) };
}

/** @returns null for an empty field, undefined for one that holds no number, which is marked */
function readNumber(input: HTMLInputElement): number | null | undefined {
  const text = input.value.trim().replace(',', '.');
  const number = text === '' ? null : Number(text);
  const isWrong = number !== null && !Number.isFinite(number);
  input.toggleAttribute('aria-invalid', isWrong);
  if (isWrong) input.setAttribute('aria-invalid', 'true');
  return isWrong ? undefined : number;
}

function histogramFigure(counts: readonly number[]): SVGSVGElement {
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  // A bin with anything in it can be seen.
  const bars = counts.map((count, bin) => (count === 0 ? '' : `M${String(bin)} 20v${String(-Math.max(1, (count / most) * 20))}h0.9V20z`));
  return svgElement(
    'svg',
    { class: 'panel-histogram', viewBox: `0 0 ${String(counts.length)} 20`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svgElement('path', { d: bars.join('') }),
  );
}

/** One box a choice. @param counts by choice, of the rows that pass the other filters */
export function choiceFields(
  column: StoredChoices,
  counts: readonly number[],
  filter: ColumnFilter | undefined,
  onFilter: OnFilter,
): HTMLElement[] {
  const chosen = new Set(filter?.kind === 'choice' ? filter.choices : []);
  const list = element('ul', { class: 'panel-list', role: 'list' });
  const more = element('p', { class: 'panel-note' });
  const listed = new Map<string, number>();
  for (const [code, choice] of column.choices.entries()) listed.set(choice.trim(), (listed.get(choice.trim()) ?? 0) + (counts[code] ?? 0));
  const show = (text: string): void => {
    const found = [...listed].filter(([value]) => foldText(value).includes(foldText(text)) || chosen.has(value));
    list.replaceChildren(
      ...found.slice(0, mostChoices).map(([value, count]) => element('li', {}, choiceRow(value, count, chosen, changed))),
    );
    more.textContent =
      found.length > mostChoices ? `${(found.length - mostChoices).toLocaleString('en')} more: find them by their text.` : '';
    more.hidden = found.length <= mostChoices;
  };
  const changed = (): void => {
    onFilter(chosen.size === 0 ? null : { kind: 'choice', column: column.name, choices: [...chosen].sort() });
  };
  show('');
  if (listed.size <= fewChoices) return [list];
  const field = element('input', {
    class: 'table-field',
    type: 'search',
    'aria-label': `Find a value of ${column.name}`,
    placeholder: 'Find a value',
  });
  field.addEventListener('input', () => show(field.value.trim()));
  return [field, list, more];
}

function choiceRow(value: string, count: number, chosen: Set<string>, changed: () => void): HTMLLabelElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = chosen.has(value);
  box.addEventListener('change', () => {
    if (box.checked) chosen.add(value);
    else chosen.delete(value);
    changed();
  });
  const text = value === '' ? element('em', {}, 'nothing') : element('span', { class: 'value' }, value);
  return element('label', { class: 'panel-choice' }, box, text, element('span', { class: 'count' }, count.toLocaleString('en')));
}

/** Text that the cell must contain. */
export function textFields(column: string, filter: ColumnFilter | undefined, onFilter: OnFilter): Element[] {
  const input = element('input', { class: 'table-field', type: 'search', autocomplete: 'off', spellcheck: 'false' });
  input.value = filter?.kind === 'text' ? filter.text : '';
  input.addEventListener('input', () => {
    onFilter(input.value.trim() === '' ? null : { kind: 'text', column, text: input.value });
  });
  return [element('label', { class: 'panel-text' }, 'Contains', input)];
}
