/** Puts the focus where the page begins, unless something is being typed in. */
export function focusHeading() {
  const heading = document.querySelector('h1');
  if (!heading || document.activeElement?.matches('input, textarea, select, [contenteditable="true"]')) return;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
