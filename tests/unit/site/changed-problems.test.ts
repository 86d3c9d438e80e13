import { describe, expect, it } from 'vitest';
import { problem } from '#diagnostics/catalogue.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { changedProblems } from '#site/changed-problems.ts';
import { makeContent } from '../graph/make-content.ts';

/** A workspace with a dead link at each of these lines. */
function withDeadLinks(...lines: readonly number[]): KnowledgeGraph {
  const problems = lines.map((line) =>
    problem('dead-link', { path: 'ideas/x.md', line, column: 1 }, { target: `target-${line}`, suggestion: null }),
  );
  return buildGraph({ ...makeContent({}), problems });
}

describe('what dev says of an edit', () => {
  it('is nothing at the start, and nothing while no problem comes', () => {
    const news = changedProblems({ color: false });
    expect(news(withDeadLinks(3))).toBeNull();
    expect(news(withDeadLinks(3))).toBeNull();
  });

  it('are the problems that the edit brought, not those that were there', () => {
    const news = changedProblems({ color: false });
    news(withDeadLinks(3));
    const said = news(withDeadLinks(3, 7));
    expect(said).toContain('ideas/x.md:7:1');
    expect(said).not.toContain('ideas/x.md:3:1');
  });

  it('is good news when the last one is gone, once', () => {
    const news = changedProblems({ color: false });
    news(withDeadLinks(3));
    expect(news(withDeadLinks())).toBe('No problems any more.\n');
    expect(news(withDeadLinks())).toBeNull();
  });
});
