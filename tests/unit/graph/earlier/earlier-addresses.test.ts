import { describe, expect, it } from 'vitest';
import { takenAlias } from '#checks/taken-alias.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { earlierAddresses } from '#graph/earlier/earlier-addresses.ts';
import { publicationOf } from '#graph/publication/publication.ts';
import type { EntryId } from '#schemas/entry.ts';
import type { Program } from '#schemas/program.ts';
import type { EarlierId } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeTable } from '../make-content.ts';

const one = makeEntry('idea', 'ideas/one.md', { aliases: ['rope'] });
const two = makeEntry('idea', 'ideas/two.md', { aliases: ['rope'] });
const renamed = (from: EntryId, to: EntryId, path: string): EarlierId => ({ of: 'entry', from, to, path, alias: null });
const renamedTable = (from: string, to: string, path: string): EarlierId => ({ of: 'table', from, to, path, alias: null });
const aliased = (alias: string, to: 'idea/one' | 'idea/two'): EarlierId => ({ of: 'entry', from: `idea/${alias}`, to, path: null, alias });

const graphOf = (earlierIds: readonly EarlierId[], program: Partial<Program> = {}) =>
  buildGraph(makeContent({ entries: [one, two], tables: [makeTable('results.tsv', 'commit\tloss', 'a\t1')], earlierIds, program }));
const leading = (...earlierIds: readonly EarlierId[]): string[] =>
  earlierAddresses(graphOf(earlierIds)).leading.map(({ from, to }) => `${from} → ${to}`);

describe('an earlier id', () => {
  it('leads to what had it, be it an entry or a table', () => {
    expect(leading(renamed('idea/old', 'idea/one', 'ideas/old.md'), renamedTable('runs', 'results', 'runs.tsv'))).toEqual([
      'idea/old → idea/one',
      'runs → results',
    ]);
  });

  it('leads nowhere where something else is now, whatever the size of its letters', () => {
    expect(leading(renamed('idea/two', 'idea/one', 'ideas/two.md'), renamedTable('Results', 'results', 'Results.tsv'))).toEqual([]);
  });

  it('leads nowhere where two things had it, unless one of them says so itself', () => {
    const both = [renamed('idea/old', 'idea/one', 'ideas/old.md'), renamed('idea/old', 'idea/two', 'ideas/old.md')];
    expect(leading(...both)).toEqual([]);
    expect(leading(...both, aliased('old', 'idea/two'))).toEqual(['idea/old → idea/two']);
    expect(leading(aliased('rope', 'idea/one'), aliased('rope', 'idea/two'))).toEqual([]);
  });
});

describe('an alias that means two entries', () => {
  it('is said at each entry that states it', () => {
    const graph = graphOf([aliased('rope', 'idea/one'), aliased('rope', 'idea/two')]);
    expect([...takenAlias(graph)].map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'ideas/one.md: The alias "rope" is also a name of idea/two',
      'ideas/two.md: The alias "rope" is also a name of idea/one',
    ]);
  });

  it('is said where it is the name of another entry', () => {
    expect([...takenAlias(graphOf([{ ...aliased('two', 'idea/one') }]))]).toMatchObject([{ code: 'taken-alias', path: 'ideas/one.md' }]);
  });
});

describe('what is withheld', () => {
  const told = (program: Partial<Program>) =>
    earlierAddresses(publicationOf(graphOf([renamed('idea/old', 'idea/one', 'drafts/old.md')], program)).graph).leading.length;

  it('is told by no address of its own, and by none of something else that lay there before', () => {
    expect(told({})).toBe(1);
    expect(told({ publish: { exclude: ['ideas/one.md'] } })).toBe(0);
    expect(told({ publish: { exclude: ['drafts'] } })).toBe(0);
    expect(told({ ignore: ['drafts/**'] })).toBe(0);
  });
});
