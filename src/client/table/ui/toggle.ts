import { element } from '#client/elements.ts';

/** A button that is on or off. */
export function toggle(text: string, pressed = false): HTMLButtonElement {
  return element('button', { type: 'button', class: 'table-button', 'aria-pressed': String(pressed) }, text);
}
