// The date histogram: a span is drawn with the pointer, or set by two handles (multi-thumb slider of the ARIA Authoring Practices).
// Nothing is asked of the desk while it moves; it hears of the span that was chosen. What the handles say and where they stand
// belongs to this module, and follows the chosen span whenever the desk draws other bars.

export const attach = (root, desk) => new DateHistogram(root, desk);

class DateHistogram {
  constructor(root, desk) {
    Object.assign(this, { root, desk });
    this.art = root.querySelector('.hist-art');
    this.brush = root.querySelector('[data-brush]');
    this.handles = { from: root.querySelector('[data-handle="from"]'), to: root.querySelector('[data-handle="to"]') };
    this.stop = new AbortController();
    const listen = (target, type, act) => target.addEventListener(type, act.bind(this), { signal: this.stop.signal });
    listen(this.art, 'pointerdown', this.onDown);
    listen(this.art, 'pointermove', this.onMove);
    listen(this.art, 'pointerup', this.onUp);
    listen(this.art, 'pointercancel', this.follow);
    listen(root, 'keydown', this.onKey);
    listen(root, 'focusout', event => { if (!root.contains(event.relatedTarget)) this.follow(); });
    this.changes = new MutationObserver(() => this.follow());
    this.changes.observe(root, { attributeFilter: ['data-bars', 'data-from', 'data-to', 'data-labels'] });
    this.follow();
  }

  detach() {
    this.stop.abort();
    this.changes.disconnect();
  }

  get last() { return Number(this.root.dataset.bars) - 1; }

  /** Back to what the search says. */
  follow() {
    const { from, to } = this.root.dataset;
    this.dragged = null;
    this.isChosen = from !== undefined;
    this.show(from === undefined ? 0 : Number(from), to === undefined ? this.last : Number(to));
  }

  show(from, to) {
    Object.assign(this, { from, to });
    const labels = this.root.dataset.labels.split('|');
    const place = bar => `${100 * bar / (this.last + 1)}%`;
    const set = (handle, value, at) => {
      handle.ariaValueNow = value;
      handle.ariaValueText = labels[value];
      handle.ariaValueMin = handle === this.handles.to ? from : 0;
      handle.ariaValueMax = handle === this.handles.from ? to : this.last;
      handle.style.insetInlineStart = place(at);
    };
    set(this.handles.from, from, from);
    set(this.handles.to, to, to + 1);
    const isPart = this.isChosen || from > 0 || to < this.last;
    this.brush.hidden = !isPart;
    this.brush.style.insetInlineStart = place(from);
    this.brush.style.inlineSize = `calc(${place(to + 1)} - ${place(from)})`;
    this.root.querySelector('[data-chosen]').textContent = from === 0 && to === this.last ? '' : from === to ? labels[from] : `${labels[from]} – ${labels[to]}`;
  }

  barAt(event) {
    const { left, width } = this.art.getBoundingClientRect();
    return Math.min(this.last, Math.max(0, Math.floor((event.clientX - left) / width * (this.last + 1))));
  }

  onDown(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.target.dataset.handle;
    this.art.setPointerCapture(event.pointerId);
    const bar = this.barAt(event);
    // A handle moves its own end; anywhere else a new span begins.
    this.dragged = handle === 'from' ? { fixed: this.to, handle } : handle === 'to' ? { fixed: this.from, handle } : { fixed: bar };
    if (handle) this.handles[handle].focus();
    else this.draw(bar);
  }

  onMove(event) {
    if (this.dragged) this.draw(this.barAt(event));
  }

  onUp(event) {
    if (!this.dragged) return;
    this.draw(this.barAt(event));
    this.dragged = null;
    if (!this.root.contains(document.activeElement)) this.home();
    this.choose();
  }

  draw(bar) {
    this.isChosen = true;
    this.show(Math.min(bar, this.dragged.fixed), Math.max(bar, this.dragged.fixed));
  }

  onKey(event) {
    const end = event.target.dataset.handle;
    if (!end || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -6, PageUp: 6, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined) {
      const limits = end === 'from' ? [0, this.to] : [this.from, this.last];
      const to = Math.min(limits[1], Math.max(limits[0], this[end] + step));
      this.show(end === 'from' ? to : this.from, end === 'to' ? to : this.to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.choose();
    } else if (event.key === 'Escape') {
      this.follow();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The bars take no focus: the keys go on at the handle, without a ring for those who point. */
  home() { this.handles.from.focus({ preventScroll: true }); }

  choose() {
    this.desk.invokeMethodAsync('BrushAsync', this.from, this.to).catch(() => {});   // Not connected: the page is greyed and says so.
  }
}
