/** Text without case and accents, so that `Élan` is found by `elan`. What needs Unicode is looked at alone: of most text that is nothing. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll(/[^\0-\u007f]+/g, (run) => known.get(run) ?? remember(run));
}

/** Most text has few such runs, again and again. */
const known = new Map<string, string>();
const mostKnown = 10_000;

function remember(run: string): string {
  const folded = run
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC');
  if (known.size < mostKnown) known.set(run, folded);
  return folded;
}
