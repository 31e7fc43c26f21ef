// Copies the address of a search; where the browser does not allow that, it is shown to be copied by hand.

const toldFor = 4000;   // ms

export function attach(root) {
  const listening = new AbortController();
  const said = root.querySelector('[data-copied]');
  const byHand = root.querySelector('[data-by-hand]');
  let timer;
  root.querySelector('[data-share]').addEventListener('click', async () => {
    const address = new URL(root.dataset.href, document.baseURI).href;
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(address);
      byHand.hidden = true;
      said.textContent = 'Link copied';
      timer = setTimeout(() => { said.textContent = ''; }, toldFor);
    } catch {
      said.textContent = 'Copy it by hand:';
      byHand.value = address;
      byHand.hidden = false;
      byHand.select();
    }
  }, { signal: listening.signal });
  return { detach() { clearTimeout(timer); listening.abort(); } };
}
