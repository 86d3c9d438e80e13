import { visible } from '#diagnostics/visible-text.ts';

/** Whether to print in colors: to a terminal, unless `NO_COLOR` says otherwise; anywhere with `FORCE_COLOR`. */
export function wantsColor(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR: refused = '', FORCE_COLOR: forced = '' } = process.env;
  if (refused !== '') return false;
  return forced === '' ? stream.isTTY === true : forced !== '0';
}

/** Text for a terminal that may quote a workspace: its lines stay, control characters in them become visible. */
export function printable(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
