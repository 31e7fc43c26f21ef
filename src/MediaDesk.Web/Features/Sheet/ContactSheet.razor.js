// Focus and selection of the contact sheet (W3C APG grid pattern). Nothing here waits for the server: it is told where the
// editor came to rest. aria-selected, tabindex, data-focused and the aria indices belong to this module; Blazor renders them
// once, with constant values, and never touches them again.

/** The plate that a photo and its words stand on. */
const plate = cell => cell.parentElement;
/** The grid cell of whatever was hit on a plate. */
const hit = event => event.target.closest('.cell')?.querySelector('[role="gridcell"]');

const REST = 140; // ms without movement before the desk hears of it

export const attach = (grid, desk, selected) => new ContactSheet(grid, desk, selected);

class ContactSheet {
  constructor(grid, desk, selected) {
    this.grid = grid;
    this.desk = desk;
    this.selected = new Set(selected.map(String));
    this.page = grid.dataset.page;
    this.grab = grid.dataset.grab;
    this.choice = grid.dataset.choice;
    this.current = this.anchor = grid.dataset.at ?? null;
    this.stop = new AbortController();
    const listen = (target, type, act) => target.addEventListener(type, act.bind(this), { signal: this.stop.signal });
    listen(grid, 'keydown', this.onKey);
    listen(grid, 'mousedown', event => { if (event.shiftKey) event.preventDefault(); }); // no text selection
    listen(grid, 'click', this.onClick);
    listen(grid, 'dblclick', this.onDoubleClick);
    listen(grid, 'focusin', this.onFocusIn);
    // A cell that is taken away leaves the focus before it is gone: whether it went is known at the next refresh.
    listen(grid, 'focusout', event => { [this.inside, this.left] = [event.relatedTarget === null, event.target]; });
    listen(grid, 'scroll', this.rememberPlace);
    listen(document, 'keydown', this.onDocumentKey);
    listen(document, 'desk:settle', event => Object.assign(event.detail, { done: this.tell(), photo: this.grid.closest('[inert]') ? null : this.current }));
    listen(document, 'click', event => { if (event.target.closest?.('[data-sheet="deselect"]')) this.deselect(); });
    this.mutations = new MutationObserver(() => this.refresh());
    this.mutations.observe(grid, { childList: true, subtree: true, attributeFilter: ['data-page', 'data-at', 'data-grab', 'data-choice', 'data-id'] });
    this.sizes = new ResizeObserver(() => this.number());
    this.sizes.observe(grid);
    this.refresh();
    grid.dispatchEvent(new Event('desk:ready', { bubbles: true }));
  }

  detach() {
    this.stop.abort();
    this.mutations.disconnect();
    this.sizes.disconnect();
    clearTimeout(this.timer);
  }

  get cells() { return [...this.grid.querySelectorAll('[role="gridcell"]')]; }
  cell(id) { return id && this.grid.querySelector(`[data-id="${CSS.escape(id)}"]`); }

  get columns() {
    const [first, ...others] = this.cells;
    const second = others.findIndex(cell => plate(cell).offsetTop > plate(first).offsetTop);
    return second < 0 ? others.length + 1 : second + 1;
  }

  /** The cells are not the ones they were: by a page turn, by news, or because the loupe moved on. */
  refresh() {
    const { page, at, grab } = this.grid.dataset;
    const cells = this.cells;
    const turned = page !== this.page;
    const returned = grab !== this.grab;
    Object.assign(this, { page, grab });
    if (this.grid.dataset.choice !== this.choice) {
      this.choice = this.grid.dataset.choice;
      this.selected = new Set((this.grid.dataset.chosen ?? '').split(' ').filter(Boolean));
    }
    if (turned) {
      // The photo the arrow keys had come to is no choice that should follow the editor to another page.
      if (this.selected.size === 1 && this.selected.has(this.current) && !this.cell(this.current)) this.selected.clear();
      this.current = this.anchor = (this.landing === 'last' ? cells.at(-1)?.dataset.id : at) ?? null;
      this.grid.scrollTop = 0;
      if (this.landing && this.current && !this.selected.size) this.selected.add(this.current);
      if (this.landing) this.rest(0);
      this.landing = null;
    } else if (at && at !== this.at && at !== this.current && !this.timer) {
      this.current = this.anchor = at; // the desk moved on: the loupe, or Alt and an arrow in the panel
      this.selected = new Set([at]);
      if (this.cell(at)) plate(this.cell(at)).scrollIntoView({ block: 'nearest' });
      this.rest(0);
    } else {
      this.keepPlace();
    }
    this.at = at;
    // Its photo has left the page: the roving tabindex moves to the neighbour, the panel keeps the photo.
    const home = this.cell(this.current) ?? cells[Math.min(this.index ?? 0, cells.length - 1)];
    this.index = cells.indexOf(home);
    this.paint(home);
    this.number();
    if (returned || (this.inside && !this.left?.isConnected && document.activeElement === document.body)) {
      home?.focus({ preventScroll: true });
      if (home && (returned || turned)) plate(home).scrollIntoView({ block: 'nearest' });
    } else if (turned) {
      if (home) plate(home).scrollIntoView({ block: 'nearest' });
    }
    this.rememberPlace();
  }

  paint(home) {
    for (const cell of this.cells) {
      cell.setAttribute('aria-selected', this.selected.has(cell.dataset.id));
      cell.tabIndex = cell === home ? 0 : -1;
      cell.toggleAttribute('data-focused', cell.dataset.id === this.current);
    }
  }

  number() {
    const cells = this.cells;
    if (!cells.length) return;
    const columns = this.columns;
    this.grid.ariaColCount = columns;
    this.grid.ariaRowCount = Math.ceil(cells.length / columns);
    cells.forEach((cell, index) => {
      cell.ariaRowIndex = Math.floor(index / columns) + 1;
      cell.ariaColIndex = index % columns + 1;
    });
  }

  /** Photos that arrive above must not push away what the editor looks at. */
  rememberPlace() {
    const top = this.grid.scrollTop;
    const isSeen = cell => plate(cell).offsetTop + plate(cell).offsetHeight > top && plate(cell).offsetTop < top + this.grid.clientHeight;
    const own = this.cell(this.current);
    const seen = own && isSeen(own) ? own : this.cells.find(isSeen);
    this.place = top > 0 && seen ? { id: seen.dataset.id, offset: plate(seen).offsetTop - top } : null;
  }

  keepPlace() {
    const cell = this.place && this.cell(this.place.id);
    if (cell) this.grid.scrollTop = plate(cell).offsetTop - this.place.offset;
  }

  // ---- moving ----

  go(index, { extend = false, add = false, quiet = false } = {}) {
    const cells = this.cells;
    const cell = cells[index];
    if (!cell) return;
    const id = cell.dataset.id;
    if (extend) {
      const from = cells.findIndex(other => other.dataset.id === this.anchor);
      const [low, high] = [Math.min(from < 0 ? index : from, index), Math.max(from, index)];
      const range = cells.slice(low, high + 1).map(other => other.dataset.id);
      this.selected = new Set(add ? [...this.selected, ...range] : range);
    } else if (!quiet) {
      this.selected = new Set([id]);
      this.anchor = id;
    }
    this.current = id;
    this.index = index;
    this.paint(cell);
    cell.focus({ preventScroll: true });
    plate(cell).scrollIntoView({ block: 'nearest' });
    this.rest(REST);
  }

  toggle(id) {
    if (!this.selected.delete(id)) this.selected.add(id);
    this.anchor = id;
  }

  turn(rel) {
    const link = document.querySelector(`a[data-turn="${rel}"]`);
    if (!link) return false;
    this.landing = rel === 'previous' ? 'last' : 'first';
    [this.inside, this.left] = [true, null];
    link.click();
    return true;
  }

  onKey(event) {
    const cells = this.cells;
    const at = cells.findIndex(cell => cell.dataset.id === this.current);
    const index = at < 0 ? Math.max(0, cells.findIndex(cell => cell.tabIndex === 0)) : at;
    if (!cells.length || event.altKey) return;
    const columns = this.columns;
    const last = cells.length - 1;
    const command = event.ctrlKey || event.metaKey;
    const how = { extend: event.shiftKey, add: command && event.shiftKey, quiet: command && !event.shiftKey };
    const row = Math.floor(index / columns);
    const screen = Math.max(1, Math.floor(this.grid.clientHeight / (plate(cells[0]).offsetHeight + 4))) * columns;
    const rtl = getComputedStyle(this.grid).direction === 'rtl' ? -1 : 1;
    const steps = {
      ArrowRight: () => this.step(index + rtl, last, how),
      ArrowLeft: () => this.step(index - rtl, last, how),
      ArrowDown: () => this.go(index + columns <= last ? index + columns : row < Math.floor(last / columns) ? last : index, how),
      ArrowUp: () => this.go(index >= columns ? index - columns : index, how),
      Home: () => this.go(command ? 0 : row * columns, { ...how, quiet: false, add: false }),
      End: () => this.go(command ? last : Math.min(last, row * columns + columns - 1), { ...how, quiet: false, add: false }),
      PageDown: () => (index === last && !event.shiftKey && this.turn('next')) || this.go(Math.min(last, index + screen), how),
      PageUp: () => (index === 0 && !event.shiftKey && this.turn('previous')) || this.go(Math.max(0, index - screen), how),
      ' ': () => (command ? this.toggleHere(index) : this.open()),
      Enter: () => this.open(),
      Delete: () => this.remove(),
      a: () => command && this.selectAll(),
      d: () => command && this.deselect(),
      u: () => !command && this.unfold(cells[index].dataset.id),
    };
    const act = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  step(index, last, how) {
    if (index > last) return how.extend || !this.turn('next') ? undefined : true;
    if (index < 0) return how.extend || !this.turn('previous') ? undefined : true;
    return this.go(index, how);
  }

  toggleHere(index) {
    const cell = this.cells[index];
    this.current = cell.dataset.id;
    this.toggle(this.current);
    this.paint(cell);
    this.rest(REST);
  }

  selectAll() {
    for (const cell of this.cells) this.selected.add(cell.dataset.id);
    this.paint(this.cells[this.index]);
    this.rest(0);
  }

  deselect() {
    this.selected.clear();
    this.paint(this.cells[this.index]);
    this.rest(0);
  }

  /** A fresh page has the focus nowhere: the movement keys belong to the sheet then, too. */
  onDocumentKey(event) {
    if (event.defaultPrevented || this.grid.closest('[inert]') || document.querySelector('dialog[open]')) return;
    if (event.target.matches('body, main, h1')) this.onKey(event);
  }

  onClick(event) {
    const cell = hit(event);
    if (!cell) return;
    if (event.target.closest('[data-unfold]')) {
      this.go(this.cells.indexOf(cell));
      this.unfold(cell.dataset.id);
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.shiftKey) {
      this.toggle(cell.dataset.id);
      this.go(this.cells.indexOf(cell), { quiet: true });
    } else {
      this.go(this.cells.indexOf(cell), { extend: event.shiftKey, add: command });
    }
  }

  onDoubleClick(event) {
    if (hit(event)) this.open();
  }

  onFocusIn(event) {
    this.inside = true;
    const cell = event.target.closest('[role="gridcell"]');
    if (!cell || cell.dataset.id === this.current) return;
    this.current = cell.dataset.id;
    this.index = this.cells.indexOf(cell);
    this.paint(cell);
    this.rest(REST);
  }

  // ---- telling the desk ----

  rest(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), delay);
  }

  /** What the desk has not heard yet; resolves when it has. */
  async tell() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    await this.desk.invokeMethodAsync('Settled', this.current && Number(this.current), [...this.selected].map(Number));
  }

  async open() {
    await this.tell();
    if (this.current) await this.desk.invokeMethodAsync('Open', Number(this.current));
  }

  /** The photos that look alike are the desk's: it shows them behind this one, or takes them away again. */
  async unfold(id) {
    this.timer ??= setTimeout(() => {}, 0);
    await this.tell();
    await this.desk.invokeMethodAsync('Unfold', Number(id));
  }

  async remove() {
    this.timer ??= setTimeout(() => {}, 0);
    await this.tell();
    await this.desk.invokeMethodAsync('Remove');
  }
}
