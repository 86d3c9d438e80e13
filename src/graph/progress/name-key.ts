/** A name without the marks at its end (`Planning:`, `Major Deliverables ✅`), and the key under which spellings of it are one. */
export function nameKey(name: string): { readonly key: string; readonly shown: string } {
  // From the end, character by character: a pattern for marks at the end would start over at each of them. `C++` and `C#` keep theirs.
  const characters = [...name.trim()];
  while (/^[\s.,:;!?…·*_–—-]$|^\p{Extended_Pictographic}$|^\uFE0F$/u.test(characters.at(-1) ?? 'x')) characters.pop();
  const shown = characters.join('');
  return { key: shown.toLowerCase().replaceAll(/\s+/g, ' '), shown };
}
