/** How far a finding is one (seed `engineering-log-template.md`, "Conclusions Format"): it holds a number, or is only a judgement. */
export type Quality = 'quantified' | 'vague';

/** Numbers that name something and measure nothing: a run, a day, a commit, or glued to letters before them (`GPT2`, `fp16`, `v2.1`). */
const names =
  /\b(?:runs?|rows?|seeds?|steps?|reports?|ideas?|experiments?|specs?)[\s/#]{1,3}(?:[\w-]{1,100}\/)?\d{1,12}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?=\d{0,39}[a-f])[0-9a-f]{7,40}\b|(?<![\p{Script=Latin}\p{N}_])\p{Script=Latin}[\p{Script=Latin}_]{0,60}\p{N}[\p{Script=Latin}\p{N}_]{0,60}(?:\.\p{N}{1,9}){0,3}/giu;

/** Null for what holds no number but says something: a contrast, a cause, a condition. */
export function qualityOf(finding: string): Quality | null {
  if (/\p{N}/u.test(finding.replace(names, ''))) return 'quantified';
  return isVague(finding) ? 'vague' : null;
}

/** Words that judge without saying by how much or against what. */
const judgements = words(`
  bad best better cleaner easier effective efficient encouraging excellent fast faster fine good great helped helpful helps impressive improved
  improvement improvements improves nice nicely ok okay promising reliable robust simpler slow slower smoother solid stable success
  successful successfully superior unstable well win work worked working works worse`);

/** Words that add nothing to a judgement: auxiliaries, degrees, hedges. */
const fillers = words(`
  a again also an and appears are as be became been before being clearly considerably did do does dramatically even expected far feels found
  gets got greatly had has have indeed in general is it its look looks lot lots much more most noticeably now overall perform performed performs
  quite really seemed seems shown significantly slightly so somewhat still substantial substantially than that the this to very was we were`);

/** Words that name a contrast, a cause, a condition or a quantity: whoever uses one says more than a judgement. */
const specifics = words(`
  after all although and/or because bigger but by caused causes compared deeper despite doubled due during eliminated except fewer from half
  halved if instead keeps kept larger less limited longer makes made narrower never no none not once only prevents rather shorter since
  smaller thrice tripled twice unless unlike until versus via vs when where whereas while wider with within without zero`);

/** Longer subjects say something themselves. */
const longestSubject = 4;

/**
 * Whether a conclusion is vague (formats.md): it has no digit, names no contrast, and its predicate is only a judgement ("Performance
 * improved"). Each of its clauses must be: up to four words of subject, then nothing but judgement. What is in doubt is not vague, since a
 * wrong warning is worse than a missing one.
 */
export function isVague(conclusion: string): boolean {
  if (/[\p{N}→%<>=≈]|->/u.test(conclusion)) return false;
  const clauses = conclusion
    .toLowerCase()
    .split(/[.;,!:]|\band\b|\s[-–—]\s/)
    .map((clause) => clause.match(/[\p{L}\p{M}'’-]+/gu) ?? [])
    .filter((clause) => clause.some((word) => !fillers.has(word)));
  return clauses.length > 0 && clauses.every(isJudgement);
}

function isJudgement(clause: readonly string[]): boolean {
  if (clause.some((word) => specifics.has(word) || /n['’]t$/.test(word))) return false;
  const start = clause.findIndex((word) => judgements.has(word));
  const subject = clause.slice(0, start).filter((word) => !fillers.has(word));
  return start >= 0 && subject.length <= longestSubject && clause.slice(start).every((word) => judgements.has(word) || fillers.has(word));
}

/** What a vague conclusion is about, as its author wrote it, and the judgement that it passes. */
export function subjectOf(conclusion: string): { readonly subject: string; readonly judgement: string } {
  const all = conclusion.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const end = all.findIndex((word) => judgements.has(word.toLowerCase()));
  const subject = all.slice(0, end).filter((word) => !fillers.has(word.toLowerCase()));
  return { subject: subject.join(' '), judgement: (all[end] ?? '').toLowerCase() };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
