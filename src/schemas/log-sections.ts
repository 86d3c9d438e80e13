/** A part of a log that is data: a key of the frontmatter, or a section of a log that a script rendered. */
export interface LogSection {
  readonly key: 'metrics' | 'conclusions' | 'related_files' | 'references' | 'next_steps';
  /** In rendered logs (formats.md, "Rendered engineering logs"). */
  readonly heading: string;
  /** The `id` of the place on the entry's page that shows it. */
  readonly anchor: string;
}

/** The sections of a log that every form of it shows in the same places of its page, in the order in which they are rendered. */
export const logSections: readonly LogSection[] = [
  { key: 'metrics', heading: 'Metrics', anchor: 'entry-metrics' },
  { key: 'conclusions', heading: 'Conclusions', anchor: 'entry-conclusions' },
  { key: 'related_files', heading: 'Related Files', anchor: 'entry-facts' },
  { key: 'references', heading: 'References', anchor: 'entry-facts' },
  { key: 'next_steps', heading: 'Next Steps', anchor: 'entry-next-steps' },
];

/** The names of metrics as rendered logs and pages show them. Any other metric is shown under its own key. */
export const metricNames: Readonly<Record<string, string>> = {
  params: 'Parameters',
  epochs: 'Epochs',
  wall_clock: 'Wall Clock',
  accuracy: 'Accuracy',
  failure_mode: 'Failure Mode',
  delta: 'Delta',
};
