// Keys and zoom of the loupe. Zooming is the browser's alone; moving and closing are told to the desk.

const isText = element => element.matches?.('input, textarea, select, [contenteditable="true"]');

export const attach = (stage, desk) => new Loupe(stage, desk);

class Loupe {
  constructor(stage, desk) {
    this.stage = stage;
    this.desk = desk;
    this.figure = stage.querySelector('figure');
    this.stop = new AbortController();
    const { signal } = this.stop;
    document.addEventListener('keydown', event => this.onKey(event), { signal });
    stage.addEventListener('click', event => this.onClick(event), { signal });
    // Another photo begins fitted, with its own place in the filmstrip.
    this.photos = new MutationObserver(() => this.arrive());
    this.photos.observe(stage, { subtree: true, childList: true, attributeFilter: ['aria-current'] });
    this.arrive();
    if (!isText(document.activeElement)) stage.querySelector('h1').focus({ preventScroll: true });
  }

  detach() {
    this.stop.abort();
    this.photos.disconnect();
  }

  arrive() {
    const photo = this.stage.querySelector('.photo');
    if (photo !== this.photo) {
      this.photo = photo;
      this.zoom('fit');
    }
    const here = this.stage.querySelector('.filmstrip [aria-current]');
    if (here !== this.here) {
      this.here = here;
      here?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  }

  onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (isText(event.target) || document.querySelector('dialog[open]')) return;
    const full = this.figure.dataset.zoom === 'full';
    const act = {
      ArrowLeft: () => this.desk.invokeMethodAsync('Move', -1),
      ArrowRight: () => this.desk.invokeMethodAsync('Move', 1),
      Escape: () => this.desk.invokeMethodAsync('Close'),
      Delete: () => this.desk.invokeMethodAsync('Remove'),
      z: () => this.zoom(full ? 'fit' : 'full'),
      Z: () => this.zoom(full ? 'fit' : 'full'),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  onClick(event) {
    const button = event.target.closest('[data-zoom]');
    if (button && button !== this.figure) return this.zoom(button.dataset.zoom);
    if (!event.target.closest('.photo')) return;
    const box = this.photo.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    this.zoom(this.figure.dataset.zoom === 'full' ? 'fit' : 'full', at);
  }

  zoom(how, at = { x: .5, y: .5 }) {
    const full = this.stage.querySelector('img.full');
    this.figure.dataset.zoom = full ? how : 'fit';
    for (const button of this.stage.querySelectorAll('button[data-zoom]')) button.ariaPressed = button.dataset.zoom === this.figure.dataset.zoom;
    if (how === 'full') {
      this.figure.scrollTo(this.figure.scrollWidth * at.x - this.figure.clientWidth / 2, this.figure.scrollHeight * at.y - this.figure.clientHeight / 2);
    }
  }
}
