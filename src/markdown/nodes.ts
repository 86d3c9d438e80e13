import type { Literal, Parent, RootContent } from 'mdast';

/** `[[target#fragment|label]]`. */
export interface WikiLink extends Literal {
  type: 'wikiLink';
  target: string;
  fragment: string | null;
  /** What is shown: the label, or else the target and fragment. */
  value: string;
}

/** An element that a plugin of ours has made: its name and attributes stand in `data` as remark-rehype wants them. */
export interface HtmlElement extends Parent {
  type: 'htmlElement';
  data: { hName: string; hProperties: Record<string, string | number | boolean | string[]> };
  /** `href` of an `a`, `src` of an `img` in content, still to be judged. */
  url?: string;
  children: RootContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
    htmlElement: HtmlElement;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
    htmlElement: HtmlElement;
  }
}
