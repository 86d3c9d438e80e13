import { describe, expect, it } from 'vitest';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { repository } from '../../../repository.ts';
import { createWorkspace } from '../../../workspace.ts';

const idea = (keys = ''): string =>
  `---\ntitle: Rotary\ndate: 2026-01-04\nhypothesis: It helps a lot\n${keys}---\n\nText that stays as it is.\n`;
const day = (date: string, title: string): string => `## ${date}: ${title}\n\nWhat happened on this day, and why.\n\n`;

/** The earlier ids of what lies in a folder of a repository: `from → to`. */
async function earlierIds(root: string): Promise<string[]> {
  const { content } = await ingestWorkspace({ root, cacheDir: createWorkspace(), asOf: null });
  return content.earlierIds.map(({ from, to }) => `${from} → ${to}`);
}

describe('a renamed file', () => {
  it('keeps the id that it had, with a date, as another kind, and whatever its name was', async () => {
    const { root, commit } = repository();
    commit('Propose', { 'ideas/2026-01-04_Rope (two).md': idea(), 'notes/a.md': '# A\n\nA plain page with words of its own.\n' });
    commit('Rename', { 'ideas/2026-01-04_Rope (two).md': null, 'ideas/2026-01-04_rotary.md': idea() });
    commit('Move', { 'notes/a.md': null, 'logs/20260104-093000-a.md': '# A\n\nA plain page with words of its own.\n' });
    const found = await earlierIds(root);
    expect(found[0]).toMatch(/^idea\/2026-01-04-rope-two-[0-9a-f]{6} → idea\/2026-01-04-rotary$/);
    expect(found.slice(1)).toEqual(['page/a → log/20260104-093000-a']);
  });

  it('that is a journal keeps the ids of its sections and of the whole, but of no section that came later', async () => {
    const { root, commit } = repository();
    const before = `# Lab\n\n${day('2025-12-30', 'It won!')}${day('2025-12-29', 'Begun')}`;
    commit('Write', { 'diary.md': before });
    commit('Rename', { 'diary.md': null, 'RESEARCH_JOURNAL.md': before });
    commit('Go on', { 'RESEARCH_JOURNAL.md': before.replace('# Lab\n\n', `# Lab\n\n${day('2026-01-02', 'Later')}`) });
    const found = await earlierIds(root);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('journal/diary → journal/research-journal');
    expect(found[1]).toMatch(/^journal\/diary\/2025-12-30-it-won-[0-9a-f]{6} → journal\/research-journal\/2025-12-30-it-won-[0-9a-f]{6}$/);
    expect(found[2]).toBe('journal/diary/2025-12-29-begun → journal/research-journal/2025-12-29-begun');
  });

  it('that is a table or a run log keeps the ids of the table and the experiment', async () => {
    const { root, commit } = repository();
    const log = '[2026-01-02 10:00:00] VERIFY_MODEL: The model is there\nResult: yes\n';
    const table = 'commit\tval_bpb\tstatus\n187e419\t0.9979\tbaseline\n';
    commit('Run', { 'sweep/design-experiment.log': log, 'runs.tsv': table });
    commit('Rename', {
      'sweep/design-experiment.log': null,
      'runs.tsv': null,
      'experiments/rotary-sweep/design-experiment.log': log,
      'results/all.tsv': table,
    });
    expect(await earlierIds(root)).toEqual(['experiment/sweep → experiment/rotary-sweep', 'runs → results-all']);
  });

  it('had no page where its name was that of a template, or of what is never read', async () => {
    const { root, commit } = repository();
    commit('Write', { 'ideas/_template.md': idea(), 'human_journal.md': '# Mine\n\nNobody reads what stands here.\n' });
    commit('Rename', {
      'ideas/_template.md': null,
      'ideas/rotary.md': idea(),
      'human_journal.md': null,
      'notes.md': '# Mine\n\nNobody reads what stands here.\n',
    });
    expect(await earlierIds(root)).toEqual([]);
  });
});

describe('an alias', () => {
  it('is the id that a file of that name would have: a name, a path or an id', async () => {
    const root = createWorkspace({ 'ideas/rotary.md': idea('aliases: [2025-12-01_rope, ../1_ideas/old_rope.md, report/rope, rotary]\n') });
    expect(await earlierIds(root)).toEqual([
      'idea/2025-12-01-rope → idea/rotary',
      'idea/old-rope → idea/rotary',
      'report/rope → idea/rotary',
    ]);
  });
});
