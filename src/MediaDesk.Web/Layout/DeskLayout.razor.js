// Keys that work everywhere on the desk; that of the search box, which works before this is loaded, is in early.js. Delegated from the
// document, so that they outlive every re-rendering.

const isText = element => element.matches?.('input:not([type=range]), textarea, select, [contenteditable="true"]');

const showKeys = () => {
  const dialog = document.getElementById('keyboard-shortcuts');
  if (dialog && !dialog.open) dialog.showModal();
};

const captionPanel = () => document.querySelector('[role="region"][aria-label="Caption"]');

const captionBox = () =>
  [...captionPanel()?.querySelectorAll('textarea') ?? []].find(box => [...box.labels].some(label => label.textContent.trim() === 'Caption'));

/**
 * Puts the cursor at the end of Caption: never into that of the photo the editor has just left, nor into one that is only drawn yet, and
 * not any more when the editor has gone on to another box.
 */
const focusCaption = async () => {
  const from = document.activeElement;
  const settle = new CustomEvent('desk:settle', { detail: { done: Promise.resolve(), photo: null } });
  document.dispatchEvent(settle);
  await settle.detail.done;
  if (!captionPanel()?.offsetParent) document.querySelector('[data-open-panel]')?.click();
  const { photo } = settle.detail;
  for (let attempt = 0; attempt < 80; attempt++) {
    if (document.activeElement !== from && isText(document.activeElement)) return;
    const box = captionBox();
    if (box?.offsetParent && box.closest('[data-interactive="True"]') && (!photo || captionPanel().dataset.photo === photo) && captionPanel().ariaBusy !== 'true') {
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
      return;
    }
    await new Promise(next => setTimeout(next, 25));
  }
};

/** To all properties of the photo and back, also out of a text box: what is typed there is told to the desk first. */
const toggleAllIptc = () => {
  const link = document.querySelector('[data-all-iptc]');
  if (!link) return false;
  document.activeElement?.blur();
  link.click();
  return true;
};

document.addEventListener('keydown', event => {
  if (event.key === 'F2' && !event.defaultPrevented && !event.isComposing && !document.querySelector('dialog[open]') && toggleAllIptc()) event.preventDefault();
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isText(event.target) || document.querySelector('dialog[open]')) return;
  const act = { '?': showKeys, i: focusCaption, I: focusCaption }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', event => {
  if (event.target.closest?.('[data-keys]')) showKeys();
});
