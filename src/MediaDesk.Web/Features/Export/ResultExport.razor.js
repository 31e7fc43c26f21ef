// The dialog of an export. The file itself is a download of the browser: it goes to the disk, however large, and outlives the dialog.

export function attach(dialog) {
  const listening = new AbortController();
  // The button that was used is gone: the focus goes to what may be pressed next without harm.
  const drawn = new MutationObserver(() => {
    if (dialog.open && !dialog.contains(document.activeElement)) dialog.querySelector('input:checked, .primary, [data-close]')?.focus();
  });
  drawn.observe(dialog, { childList: true, subtree: true });
  dialog.addEventListener('click', event => event.target.closest('[data-close]') && dialog.close(), { signal: listening.signal });
  return {
    open() { if (!dialog.open) dialog.showModal(); },
    start(href) {
      const link = document.createElement('a');
      link.href = href;
      link.download = '';
      dialog.append(link);
      link.click();
      link.remove();
    },
    detach() {
      drawn.disconnect();
      listening.abort();
    },
  };
}
