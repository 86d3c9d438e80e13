/**
 * The words that say what a text is about, each by its stem with the word as written: no articles, no pronouns, nothing that any task is called
 * (`run`, `try`, `check`). Scripts without spaces count by pairs of characters. Linear in the text.
 */
export function significantWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [token] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    for (const word of unspaced.test(token) ? pairs(token) : [token]) {
      const stem = stemOf(word);
      if (!words.has(stem) && isSignificant(word, stem)) words.set(stem, word);
    }
  }
  return words;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function pairs(token: string): string[] {
  const characters = Array.from(token);
  return characters.length < 3 ? [token] : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** `parse`, `parsing`, `parsed` and `parses` are one word. */
function stemOf(word: string): string {
  return /^[a-z]+$/.test(word) ? word.replace(/(?<=[a-z]{3})(?:ings?|ed|es|e|s)$/, '') : word;
}

function isSignificant(word: string, stem: string): boolean {
  if (unspaced.test(word)) return true;
  return (word.length > 2 || /\d/.test(word)) && !common.has(word) && !commonStems.has(stem);
}

const common: ReadonlySet<string> = new Set(
  `a about above after again against all also although always am among an and another any are as at away back be because been before being below
  between both but by can cannot could did do does doing done down during each either else enough even ever every few find first for from further
  get give go had has have having he her here him his how however i if in instead into is it its itself just keep last later least less let like
  long look make many may me might more most much must my need neither never new next no nor not now of off often on once one only onto open or
  other our out over own per perhaps put rather really same say see seem set several shall she should since so some soon still such take than that
  the their them then there these they thing this those though through thus to today together too toward two under until up upon us use very via
  want was way we well were what when where whether which while who whom whose why will with within without would yet you your`.split(
    /\s+/,
  ),
);

/** What any task or finding may be called says nothing of which one it is. */
const commonStems: ReadonlySet<string> = new Set(
  `add analyze analyse answer best better build change check clean compare complete confirm consider create current decide determine different
  ensure entry evaluate examine experiment explore finish fix follow good idea implement improve initial investigate issue item log measure model
  note observe plan possible problem progress question repeat report rerun research result review run show start step task test train try
  understand update verify work write`
    .split(/\s+/)
    .map(stemOf),
);
