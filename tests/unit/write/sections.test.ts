import { describe, expect, it } from 'vitest';
import { sectionText } from '#write/sections.ts';

const work = { key: 'completed', heading: 'Completed Work', form: 'work' } as const;
const list = { key: 'claims', heading: 'Claims', form: 'list' } as const;
const checklist = { key: 'next_steps', heading: 'Next Steps', form: 'checklist' } as const;

describe('sectionText', () => {
  it("writes completed work with its time as the seed's progress log does", () => {
    expect(sectionText(work, ['Wrote the parser (2.5 hours)', 'Read (two papers)', 'Fixed (a) bug (~30 minutes)'])).toBe(
      '## Completed Work\n\n1. Wrote the parser\n   - **Time Investment**: 2.5 hours\n2. Read (two papers)\n3. Fixed (a) bug\n   - **Time Investment**: ~30 minutes',
    );
  });

  it('keeps further lines of an item within the item', () => {
    expect(sectionText(list, ['one\n\ntwo\n```\ncode\n```'])).toBe('## Claims\n\n- one\n\n  two\n  ```\n  code\n  ```');
  });

  it('leaves boxes that are ticked already as they are', () => {
    expect(sectionText(checklist, ['open', '[x] done'])).toBe('## Next Steps\n\n- [ ] open\n- [x] done');
  });

  it('is empty without items', () => {
    expect(sectionText(list, ['', ' '])).toBe('');
  });
});
