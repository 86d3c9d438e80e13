/** Whether to print in colors: to a terminal, unless `NO_COLOR` says otherwise; anywhere with `FORCE_COLOR`. */
export function wantsColor(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR: refused = '', FORCE_COLOR: forced = '' } = process.env;
  if (refused !== '') return false;
  return forced === '' ? stream.isTTY === true : forced !== '0';
}
