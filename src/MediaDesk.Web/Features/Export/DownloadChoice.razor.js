// The choice of how metadata leaves: a dialog around a plain form.

export function attach(dialog) {
  const listening = new AbortController();
  const { signal } = listening;
  const form = dialog.querySelector('form');
  form.addEventListener('submit', () => dialog.close(), { signal });
  dialog.addEventListener('click', event => event.target.closest('[data-close]') && dialog.close(), { signal });
  return {
    /** Asks, with a way preferred. */
    ask(way) {
      form.elements.as.value = way;
      if (!dialog.open) dialog.showModal();
      dialog.querySelector('input:checked').focus();
    },
    /** Downloads that way at once. */
    start(way) {
      form.elements.as.value = way;
      form.requestSubmit();
    },
    detach() { listening.abort(); },
  };
}
