/** Space between a panel, its button and the edges of the window. */
const gap = 6;

/**
 * A native popover that is filled each time it opens and stands at the button that opened it. The browser closes it on Escape and on a click
 * beside it, and gives the focus back.
 */
export class Panel {
  readonly element: HTMLElement;
  readonly #fill: () => void;
  #button: HTMLElement | null = null;

  constructor(element: HTMLElement, fill: () => void) {
    this.element = element;
    this.#fill = fill;
    element.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#fill();
    });
    element.addEventListener('toggle', ({ newState }) => {
      if (newState !== 'open') return;
      this.settle();
    });
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  /** Makes a button open and close the panel. @param before called when the button is pressed, before the panel is filled */
  connect(button: HTMLButtonElement, before?: () => void): void {
    button.popoverTargetElement = this.element;
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', (event) => {
      const isOther = this.isOpen && this.#button !== button;
      this.#button = button;
      before?.();
      if (!isOther) return;
      // A press of another button of an open panel would close it; the reader wants it there.
      event.preventDefault();
      this.element.hidePopover();
      this.element.showPopover();
    });
  }

  /** Puts the panel where it belongs and the focus into it, once it is filled. */
  settle(): void {
    this.#place();
    this.element.querySelector<HTMLElement>('input, button, select')?.focus({ preventScroll: true });
  }

  /** Below its button, or above where there is more room, within the window. */
  #place(): void {
    const button = this.#button?.getBoundingClientRect();
    if (button === undefined) return;
    const { element } = this;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - button.bottom - 2 * gap;
    const above = button.top - 2 * gap;
    element.style.maxHeight = '';
    const isAbove = below < element.offsetHeight && above > below;
    element.style.maxHeight = `${String(Math.max(160, isAbove ? above : below))}px`;
    const { offsetWidth, offsetHeight } = element;
    const left = Math.max(gap, Math.min(button.left, clientWidth - offsetWidth - gap));
    const top = isAbove ? button.top - offsetHeight - gap : button.bottom + gap;
    element.style.left = `${String(left + scrollX)}px`;
    element.style.top = `${String(top + scrollY)}px`;
  }

  close(): void {
    if (this.isOpen) this.element.hidePopover();
  }
}
