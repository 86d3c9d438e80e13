interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether a key press opens the search: Ctrl-K or Cmd-K anywhere, `/` wherever it would not be typed.
 *
 * @param typing whether the focus is in a field that takes text
 */
export function opensSearch(press: KeyPress, typing: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey && !altKey && !shiftKey;
  // Shift is free: many keyboards need it for the slash.
  return key === '/' && !typing && !ctrlKey && !metaKey && !altKey;
}

/** Whether what has the focus takes text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range', 'reset', 'submit'].includes(target.type);
}
