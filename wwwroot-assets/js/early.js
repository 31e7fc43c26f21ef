// A part of the page can be seen before its script has loaded. What is clicked on it in between is kept, and done when the part is ready.
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
})();
