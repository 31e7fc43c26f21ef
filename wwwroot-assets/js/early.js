// A part of the page can be seen before its script has loaded. What is clicked on it in between is kept, and done when the part is ready.
(() => {
  const stillMeant = 4000; // ms; a browser lets a page open its file dialog for about five seconds after a click
  let early;

  document.addEventListener('click', ({ target, timeStamp }) => {
    if (target.closest?.('[data-early]:not([data-early="ready"])')) early = { target, timeStamp };
  }, true);

  document.addEventListener('desk:ready', ({ target, timeStamp }) => {
    target.dataset.early = 'ready';
    if (!early || !target.contains(early.target)) return;
    const { target: clicked, timeStamp: then } = early;
    early = undefined;
    if (timeStamp - then < stillMeant) clicked.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
})();
