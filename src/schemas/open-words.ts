import { withoutMarkup } from './finding-text.ts';

/** What an open item is. */
export type OpenSort = 'blocker' | 'question' | 'step' | 'task' | 'criterion';

/** What a heading or label says of the items below it. */
export interface OpenSection {
  readonly sort: OpenSort;
  /** `Answered questions`: what stands there is done. */
  readonly done: boolean;
  /** `Questions` alone may be notes of any sort: of them only what asks something is an item. */
  readonly mustAsk: boolean;
  /** `Synthesis and open questions`: what stands below headings within it may be the other thing. */
  readonly isMixed: boolean;
}

/** Words before a section's name that say its items are settled. */
const settled = /^(?:answered|resolved|closed|cleared|completed|done|finished|past|former|previous)\b/;
/** What may stand before a section's name and changes nothing of what it means. */
const qualifiers =
  /^(?:(?:open|key|current|known|remaining|outstanding|unresolved|unanswered|further|new|main|potential|possible|immediate|recommended|suggested|proposed|planned|concrete|my|our|the|some|research|overall|final|answered|resolved|closed|cleared|completed|done|finished|past|former|previous) ){0,4}/;

/** Where nothing else is named before. */
const startsOpen = /^(?:open|unresolved|unanswered|outstanding|remaining|key)\b/;

/** The section's own name, at the beginning of what is left. `to do` alone is a list of tasks; behind words it is a sentence. */
const names: readonly (readonly [OpenSort, RegExp])[] = [
  [
    'step',
    /^(?:next (?:steps?|actions?|tasks?|experiments?)\b|next$|next up$|what(?:['’]s| is| comes)? next$|action items?\b|follow[- ]ups?$)/,
  ],
  ['task', /^to[- ]?dos?(?: (?:list|items?))?$/],
  ['blocker', /^blockers?\b/],
  ['criterion', /^success criteri(?:a|on)\b(?! (?:achieved|met|reached|fulfilled|satisfied|passed))/],
  ['question', /^questions\b(?! (?:and|&) answers)/],
];

const longestHeading = 120;

/**
 * What stands below a heading, by its words: `## 3. Next Steps`, `Potential Blockers Identified`, `Key Questions to Answer Next Sprint`.
 * Numbers and signs before them do not count. Null for any other heading.
 */
export function openSectionOf(heading: string): OpenSection | null {
  const words = heading
    .slice(0, longestHeading)
    .toLowerCase()
    .replace(/^[^\p{L}]{1,20}/u, '')
    .replace(/[\s#:*_?!]{1,20}$/, '');
  const rest = words.replace(qualifiers, '');
  const named = names.find(([, name]) => name.test(rest));
  // One question is what an entry is about, unless it is called open; `Gaps and open questions` is such a section.
  const isCalledOpen = /\b(?:open|unresolved|unanswered|outstanding|remaining|key)(?: research)? questions?\b/.test(words);
  if (named === undefined && !isCalledOpen) return null;
  const sort = named?.[0] ?? 'question';
  return {
    sort,
    done: settled.test(words),
    mustAsk: sort === 'question' && !isCalledOpen,
    isMixed: named === undefined && !startsOpen.test(words),
  };
}

/** Whether a heading is nothing but the name of such a section, and not a title that begins with it. */
export function isBareSection(heading: string): boolean {
  return openSectionOf(heading) !== null && heading.trim().split(/\s+/).length <= 3;
}

const doneSigns = '✅☑✔✓';
const otherSigns = '❌✗✘⏳🔄🚧⬜🔲☐⚠🔴🟡🟢❓❔➡→';
const signsBefore = new RegExp(`^(?:[${doneSigns}${otherSigns}]\uFE0F?\\s{0,9}){1,9}`, 'u');
const signsBehind = new RegExp(`(?:\\s{0,9}[${doneSigns}${otherSigns}]\uFE0F?){1,9}$`, 'u');
const doneSign = new RegExp(`[${doneSigns}]`, 'u');
const doneWords = 'done|completed?|finished|resolved|answered|fixed|closed';
const doneBefore = new RegExp(`^(?:${doneWords})\\s{0,3}[:–—]\\s{0,3}(?=\\S)`, 'i');
const doneBehind = new RegExp(`\\s*[([](?:${doneWords})(?:[ ,:;][^()[\\]]{0,80})?[)\\]][.]?$`, 'i');

/**
 * The words of an item, without the marks of its state (`✅ …`, `~~…~~`, `[x] …`, `… (done 2026-01-04)`, `Resolved: …`), which say whether it is done.
 *
 * @returns null where nothing is left open: "None", "N/A", "–", a template's `<item>`, an empty item
 */
export function readOpenText(written: string): { readonly text: string; readonly done: boolean } | null {
  const box = /^\[([ xX])\]\s+/.exec(written);
  const whole = (box === null ? written : written.slice(box[0].length)).trim();
  const before = signsBefore.exec(whole)?.[0] ?? '';
  const inner = whole.slice(before.length).trimEnd();
  // A short piece at the end: looking for signs through all of a long text would take quadratic time.
  const tail = inner.slice(-100);
  const behind = signsBehind.exec(tail)?.[0] ?? '';
  const bare = inner.slice(0, inner.length - behind.length);
  const struck = /^~~([^~]+)~~\s*(.{0,200})$/s.exec(bare);
  const words = (struck === null ? bare : `${struck[1] ?? ''} ${struck[2] ?? ''}`).trim();
  const ending = doneBehind.exec(words.slice(-120))?.[0] ?? '';
  const text = withoutMarkup(words.slice(0, words.length - ending.length).replace(doneBefore, '')).replace(/\s?[,;:–—-]$/, '');
  if (isNothing(text)) return null;
  const isDone = [
    box?.[1] === 'x' || box?.[1] === 'X',
    doneSign.test(before + behind),
    struck !== null,
    ending !== '',
    doneBefore.test(words),
  ];
  return { text, done: isDone.includes(true) };
}

const nothing = /^(?:none|nothing|nil|n\/?a|no|keine?|ninguno|ninguna|aucune?|нет|无|なし|tbd|tba|unknown)$/;
const nothingFurther =
  /^(?:(?:none|nothing|keine?|нет|no(?: [\p{L}-]{1,20}){0,3} (?:blockers?|questions?|issues?|steps?|tasks?|items?|risks?|obstacles?))(?:[ ,](?:at|this|the|time|moment|so|far|yet|for|now|currently|right|identified|known|found|open|remaining|remain|left|planned|today|stage|point|needed|required|here|to|do|блокеров)){0,6}|there (?:are|were) (?:no|none)(?: [\p{L}-]{1,20}){0,4})$/u;

function isNothing(text: string): boolean {
  const words = normal(text);
  if (!/\p{L}/u.test(words)) return true;
  if (nothing.test(words) || nothingFurther.test(words)) return true;
  return /^(?:<[^<>]{1,80}>|\{[^{}]{1,80}\}|\[[^[\]]{1,80}\])$/.test(text);
}

function normal(text: string): string {
  return (
    text
      .slice(0, 200)
      .toLowerCase()
      .replace(/[*_`()]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\s.,;:!]{1,20}$/, '')
      // `None - all decisions are documented`, `None. All design decisions hold.`
      .replace(/^(none|n\/a|nothing|no blockers?|no open questions?)\s?[.,;:–—-]\s.*$/s, '$1')
  );
}
