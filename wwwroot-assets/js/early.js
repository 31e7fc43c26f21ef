// A part of the page can be seen before its script has loaded. What is clicked on it in between is kept, and done when the part is ready.
// The search box takes what is typed from the first moment: its key works here, and what stands in it outlives the page that was drawn
// on the server.
(() => {
  const stillMeant = 4000; // ms; a browser lets a page open its file dialog for about five seconds after a click
  let early;

  // The page that was drawn on the server is replaced by one that looks the same: a place in it outlives its element.
  const nameOf = part => `${part.className} ${part.getAttribute('aria-label')}`;
  const placeIn = (part, element) => {
    const steps = [];
    for (let at = element; at !== part; at = at.parentElement) steps.unshift([...at.parentElement.children].indexOf(at));
    return steps;
  };
  const elementAt = (part, { target, photo, steps }) =>
    part.contains(target) ? target
    : photo ? part.querySelector(`[data-id="${CSS.escape(photo)}"]`)
    : steps.reduce((at, step) => at?.children[step], part);

  document.addEventListener('click', ({ target, timeStamp }) => {
    const part = target.closest?.('[data-early]:not([data-early="ready"])');
    if (part) early = { target, timeStamp, name: nameOf(part), photo: target.closest('[data-id]')?.dataset.id, steps: placeIn(part, target) };
  }, true);

  document.addEventListener('desk:ready', ({ target: part, timeStamp }) => {
    part.dataset.early = 'ready';
    if (!early || early.name !== nameOf(part)) return;
    const clicked = timeStamp - early.timeStamp < stillMeant ? elementAt(part, early) : undefined;
    early = undefined;
    clicked?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });

  const searchBox = () => document.querySelector('input[type="search"]');

  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const box = searchBox();
    if (!box || event.target.matches?.('input:not([type=range]), textarea, select, [contenteditable="true"]')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener('focusin', ({ target: box }) => {
    if (box !== searchBox()) return;
    // Between its going and this there is no moment for a key: what is typed on goes into the box that has come in its place.
    const replaced = new MutationObserver(() => {
      const next = searchBox();
      if (box.isConnected || !next) return;
      replaced.disconnect();
      const { value, selectionStart, selectionEnd } = box;
      if (document.activeElement === document.body) next.focus();
      if (value === next.value) return;
      next.value = value;
      next.setSelectionRange(selectionStart, selectionEnd);
      next.dispatchEvent(new Event('input', { bubbles: true }));
    });
    if (box.closest('[data-interactive="False"]')) replaced.observe(document.body, { childList: true, subtree: true });
  });
})();
