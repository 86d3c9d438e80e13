import { shownTheme, type Theme } from './shown-theme.ts';

/** `public/theme.js` reads it before the page is painted. */
const storageKey = 'priors-theme';

/**
 * `<theme-toggle>` around a hidden button: shows it and lets it switch between light and dark. The choice is kept in this browser; without
 * one the page follows the system. Announces each change as a `priors:theme` event on the document.
 */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      const next = shownTheme() === 'dark' ? 'light' : 'dark';
      button.setAttribute('aria-label', `Switch to the ${next} theme`);
      button.title = `Switch to the ${next} theme`;
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      choose(shownTheme() === 'dark' ? 'light' : 'dark');
      show();
    });
    system.addEventListener('change', () => {
      show();
      document.dispatchEvent(new CustomEvent('priors:theme'));
    });
    show();
  }
}

function choose(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is blocked: the choice holds for this page only.
  }
  document.dispatchEvent(new CustomEvent('priors:theme'));
}

customElements.define('theme-toggle', ThemeToggle);
