import type mermaidModule from 'mermaid';
import { shownTheme } from './shown-theme.ts';

type Mermaid = typeof mermaidModule;

interface Diagram {
  readonly figure: HTMLElement;
  readonly source: HTMLElement;
  readonly text: string;
}

/** Draws every diagram of the page in the page's theme, and again when the theme changes. Where drawing fails the source stays. */
async function drawAll(diagrams: readonly Diagram[], mermaid: Mermaid): Promise<void> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    // The default, ELK, weighs three times as much.
    layout: 'dagre',
    theme: shownTheme() === 'dark' ? 'dark' : 'neutral',
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  // One after the other: Mermaid keeps state while it draws.
  for (const [index, diagram] of diagrams.entries()) await draw(diagram, `diagram-${index}`, mermaid);
}

async function draw({ figure, source, text }: Diagram, id: string, mermaid: Mermaid): Promise<void> {
  try {
    const { svg } = await mermaid.render(id, text);
    const drawing = document.createElement('div');
    drawing.className = 'diagram-drawing';
    drawing.innerHTML = svg;
    const image = drawing.querySelector('svg');
    image?.setAttribute('role', 'img');
    if (image?.hasAttribute('aria-labelledby') !== true) image?.setAttribute('aria-label', 'Diagram');
    figure.querySelector('.diagram-drawing')?.remove();
    figure.prepend(drawing);
    source.hidden = true;
  } catch {
    // Mermaid leaves an element with its own error message behind.
    document.querySelector(`#d${id}`)?.remove();
    source.hidden = false;
    figure.dataset['failed'] = '';
  }
}

async function start(): Promise<void> {
  const diagrams = Array.from(document.querySelectorAll<HTMLElement>('figure.diagram'), (figure) => {
    const source = figure.querySelector<HTMLElement>('.mermaid-source');
    return source === null ? null : { figure, source, text: source.textContent };
  }).filter((diagram) => diagram !== null);
  if (diagrams.length === 0) return;

  // Shipped as Mermaid built it, and not bundled again: that alone would take longer than all pages together.
  const address = `${import.meta.env.BASE_URL}vendor/mermaid/mermaid.esm.min.mjs`;
  // The file's only default export is Mermaid's.
  const { default: mermaid } = (await import(/* @vite-ignore */ address)) as { default: Mermaid };
  let drawing = drawAll(diagrams, mermaid);
  document.addEventListener('priors:theme', () => {
    drawing = drawing.then(() => drawAll(diagrams, mermaid));
  });
}

await start();
