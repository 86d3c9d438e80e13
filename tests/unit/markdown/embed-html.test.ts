import { describe, expect, it } from 'vitest';
import { embedHtml } from '#markdown/embed-html.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import { shiftLinks } from '#markdown/symbolic-links.ts';

const embedded = (markdown: string, levelsDown = 1) =>
  embedHtml(renderMarkdown(markdown, { path: 'j.md', lineOffset: 0 }).html, 'entry.x.', levelsDown);

describe('embedHtml', () => {
  it('gives ids, and what leads to them, the prefix, and moves headings down to the sixth level at most', () => {
    expect(embedded('## Results\n\n###### Deep')).toBe(
      '<h3 id="entry.x.results">Results<a class="heading-anchor" href="#entry.x.results" aria-hidden="true" tabindex="-1"></a></h3>\n' +
        '<h4 id="entry.x.deep">Deep<a class="heading-anchor" href="#entry.x.deep" aria-hidden="true" tabindex="-1"></a></h4>',
    );
    expect(embedded('## Results', 9)).toContain('<h6 id="entry.x.results">');
  });

  it('leaves footnotes, links to elsewhere and text as they are', () => {
    const html = embedded('Text[^1], [out](https://a.org/#x) and `<h2 id="y">`.\n\n[^1]: Note.');
    expect(html).toMatch(/href="#n[0-9a-f]{8}-fn-1"/);
    expect(html).toContain('href="https://a.org/#x"');
    expect(html).toContain('&#x3C;h2 id="y">');
  });

  it('changes only levels and ids of what people wrote as HTML', () => {
    expect(embedded('<span id="a">x</span> <img alt="<h2>" src="https://a.org/b.png">')).toContain('id="entry.x.user-content-a"');
  });
});

describe('shiftLinks', () => {
  it('lets symbolic links count on', () => {
    const { html } = renderMarkdown('[a](a.md) and ![b](b.png)', { path: 'j.md', lineOffset: 0 });
    expect([...shiftLinks(html, 5).matchAll(/data-link="(\d+)"/g)].map(([, index]) => index)).toEqual(['5', '6']);
  });
});
