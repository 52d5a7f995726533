// Light or dark as the reader chose on this device; without a choice the system decides. Runs before the page is
// painted, so that a chosen theme never flashes.
(() => {
  const root = document.documentElement;
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

  const stored = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };

  const isDark = () => (root.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';

  const chosen = stored();
  if (chosen === 'dark' || chosen === 'light') {
    root.dataset.theme = chosen;
  }

  document.addEventListener('DOMContentLoaded', () => {
    const toggle = document.querySelector('[data-theme-toggle]');
    if (!toggle) {
      return;
    }
    const label = () => {
      toggle.textContent = isDark() ? 'Light colors' : 'Dark colors';
    };
    toggle.hidden = false;
    label();
    systemDark.addEventListener('change', label);
    toggle.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {
        // A browser that keeps nothing still shows the choice on this page.
      }
      label();
    });
  });
})();
