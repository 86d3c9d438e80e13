import { element } from '#client/elements.ts';

/** Makes the marks of statuses and verdicts from those that the build left in a template, one of each sort. */
export class MarkMaker {
  readonly #statuses = new Map<string, Element>();
  readonly #verdicts = new Map<string, Element>();

  constructor(marks: DocumentFragment) {
    for (const mark of marks.querySelectorAll<HTMLElement>('[data-status]')) this.#statuses.set(mark.dataset['status'] ?? '', mark);
    for (const mark of marks.querySelectorAll<HTMLElement>('[data-verdict]')) this.#verdicts.set(mark.dataset['verdict'] ?? '', mark);
  }

  /** @param word as the table writes it @param status our word for it */
  status(word: string, status: string): Node {
    const model = this.#statuses.get(status);
    if (model === undefined) return document.createTextNode(word);
    const meaning = model.querySelector('.run-status-meaning')?.textContent.trim() ?? '';
    const mark = element('span', { class: model.className, 'data-status': status });
    const shape = model.querySelector('svg');
    if (shape) mark.append(shape.cloneNode(true));
    mark.append(word);
    const isPlain = status === 'other' || [status, meaning].includes(word.toLowerCase());
    if (!isPlain) mark.append(' ', element('span', { class: 'run-status-meaning' }, meaning));
    return mark;
  }

  /** @param href what the verdict rests on */
  verdict(word: string, href: string): Node {
    const mark = this.#verdicts.get(word)?.cloneNode(true);
    if (!(mark instanceof HTMLAnchorElement)) return document.createTextNode(word);
    mark.href = href;
    return mark;
  }
}
