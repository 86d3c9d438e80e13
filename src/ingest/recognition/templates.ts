/** `_TEMPLATE`, `template`, `_template-idea`, `template_report`, `idea.template`, `engineering-log-template` */
const templateNames =
  /^(?:_?template|_template[-_. ].+|template[-_. ](?:idea|report|log|engineering[-_]log|progress|journal|paper|experiment|entry)|.+[-_. ]template)$/;
/** `YYYY-MM-DD_slug`, `YYYYMMDD-HHMMSS-slug`, `{slug}`, `<your title>` */
const placeholders = /yyyy-?mm-?dd|[{<](?:slug|title|name|subject|topic|date|your[-_ ][a-z]+)[}>]/;

/**
 * Whether a file's name says that it is to be copied and filled in, which is never an entry (design, "Kinds"). A name that begins with a date is
 * an entry's, even if it is about a template.
 *
 * @param stem in lower case, without its ending
 */
export function isCalledTemplate(stem: string): boolean {
  return !beginsWithDate(stem) && (templateNames.test(stem) || placeholders.test(stem));
}

/** Whether one of a file's folders (in lower case) is there for templates. */
export function isInTemplates(folders: readonly string[]): boolean {
  return folders.some((folder) => /^_?templates?$/.test(folder));
}

/** Whether a file's stem begins with a day, as those of entries do: `2026-01-04_rotary`, `20260104-093000-rotary`. */
export function beginsWithDate(stem: string): boolean {
  return /^\d{4}-?\d{2}-?\d{2}(?!\d)/.test(stem);
}
