import { opensSearch, takesText } from './search/shortcut.ts';

/**
 * Makes the search reachable from every page: the header's link, `/` and Ctrl-K or Cmd-K open the dialog, and on the search page go to its
 * field. The search itself is loaded when it is first opened.
 */
function connectSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search-dialog]');
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-search-link]');
  for (const link of links) {
    if (dialog) link.setAttribute('aria-haspopup', 'dialog');
    link.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void openSearch(dialog);
    });
  }
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || !opensSearch(event, takesText(event.target))) return;
    event.preventDefault();
    void openSearch(dialog);
  });
  dialog?.addEventListener('click', (event) => {
    if (closesDialog(event, dialog)) dialog.close();
  });
  if (!dialog && document.querySelector('site-search')) void import('./search/site-search.ts');
}

/**
 * A click on the closing button, on a result (which may lie on the page that is open already), or beside the box: the box fills the dialog, so
 * that is a click on the dialog itself.
 */
function closesDialog(event: MouseEvent, dialog: HTMLDialogElement): boolean {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  return event.target === dialog || event.target.closest('[data-search-close], a[href]') !== null;
}

/** The field takes keys at once: whoever types ahead of the script has typed the beginning of the query. */
async function openSearch(dialog: HTMLDialogElement | null): Promise<void> {
  if (dialog && !dialog.open) dialog.showModal();
  const search = document.querySelector('site-search');
  const field = search?.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
  const { SiteSearch } = await import('./search/site-search.ts');
  if (search instanceof SiteSearch) search.activate();
}

connectSearch();
