// Runs before the first paint: the editor's theme and thumbnail size, remembered in this browser.
(() => {
  const root = document.documentElement;
  const remembered = key => {
    try { return localStorage.getItem(key); } catch { return null; } // storage switched off: the defaults
  };
  const remember = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* the choice lasts as long as the page */ }
  };

  if (remembered('theme') === 'light') root.dataset.theme = 'light';
  const thumb = Number(remembered('thumb'));
  if (thumb >= 96 && thumb <= 400) root.style.setProperty('--thumb', `${thumb}px`);

  // Delegated, so that both work while the circuit is still connecting and after every re-rendering.
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-look="theme"]')) return;
    root.dataset.theme = root.dataset.theme === 'light' ? 'dark' : 'light';
    remember('theme', root.dataset.theme);
  });
  document.addEventListener('input', event => {
    if (!event.target.matches?.('[data-look="thumb"]')) return;
    root.style.setProperty('--thumb', `${event.target.value}px`);
    remember('thumb', event.target.value);
  });
  // A slider that is new on the page shows the size in use.
  const showSize = () => {
    for (const slider of document.querySelectorAll('[data-look="thumb"]')) {
      if (thumb && !slider.dataset.set) slider.value = remembered('thumb') ?? thumb;
      slider.dataset.set = '';
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    showSize();
    new MutationObserver(showSize).observe(document.body, { childList: true, subtree: true });
  });
})();
