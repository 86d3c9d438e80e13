// Sets the theme that the reader chose before the page is painted. A file of its own, so that a strict content security policy can allow it.
try {
  const theme = localStorage.getItem('priors-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme stays.
}
