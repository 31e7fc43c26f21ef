// Keys of the filters: excluding without a mouse, the tree of places (tree pattern of the ARIA Authoring Practices), which parts are
// folded, and the drawer that the rail is in a narrow window.

const foldedKey = 'mediadesk.folded';

export const attach = (root, desk) => new FacetRail(root, desk);

class FacetRail {
  constructor(root) {
    this.root = root;
    this.rail = root.closest('.rail');
    this.stop = new AbortController();
    const listen = (target, type, act, capture = false) => target.addEventListener(type, act.bind(this), { signal: this.stop.signal, capture });
    listen(root, 'keydown', this.onKey);
    listen(root, 'focusin', this.onFocus);
    listen(root, 'toggle', this.onFold, true);
    this.changes = new MutationObserver(() => this.follow());
    this.changes.observe(root, { childList: true, subtree: true });
    if (this.rail) {
      listen(this.rail, 'keydown', this.onDrawerKey);
      this.drawer = new MutationObserver(() => this.onDrawer());
      this.drawer.observe(this.rail, { attributeFilter: ['class'] });
    }
    // Folded before this script was there.
    for (const part of root.querySelectorAll('details[data-fold]:not([open])')) this.onFold({ target: part });
    this.follow();
  }

  detach() {
    this.stop.abort();
    this.changes.disconnect();
    this.drawer?.disconnect();
  }

  /** After the desk has drawn: new parts are folded as the editor left them, and every tree has its one tab stop. */
  follow() {
    const closed = folded();
    for (const part of this.root.querySelectorAll('details[data-fold]:not([data-known])')) {
      part.dataset.known = '';
      if (closed.includes(part.dataset.fold)) part.open = false;
    }
    for (const tree of this.root.querySelectorAll('[data-tree]')) {
      const items = [...tree.querySelectorAll('[role="treeitem"]')];
      if (items.length === 0) continue;
      this.keepFocus(items);
      const stops = items.filter(item => item.tabIndex === 0);
      if (stops.length !== 1) this.stopAt(items, stops[0] ?? items.find(item => item.ariaSelected === 'true') ?? items[0]);
    }
  }

  /** A place that is excluded, or let in again, moves in its tree: the focus goes with it. */
  keepFocus(items) {
    if (!this.at || this.at.isConnected || document.activeElement !== document.body) return;
    (items.find(item => item.title === this.at.title) ?? items[0]).focus();
  }

  stopAt(items, item) {
    for (const one of items) one.tabIndex = one === item ? 0 : -1;
  }

  onFocus({ target }) {
    const tree = target.closest('[data-tree]');
    this.at = tree && target.role === 'treeitem' ? target : null;
    if (tree && target.role === 'treeitem') this.stopAt([...tree.querySelectorAll('[role="treeitem"]')], target);
  }

  onFold({ target }) {
    const name = target.dataset?.fold;
    if (!name) return;
    const others = folded().filter(one => one !== name);
    try { localStorage.setItem(foldedKey, JSON.stringify(target.open ? others : [...others, name])); } catch { /* folded as long as the page */ }
  }

  onKey(event) {
    const { target, key } = event;
    if (!target.matches('[data-facet]') || event.ctrlKey || event.metaKey) return;
    const excludes = key === '-' || key === '−' || (event.altKey && (key === 'Enter' || key === ' '));
    if (excludes) target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, altKey: true }));
    else if (target.role !== 'treeitem' || event.altKey || !this.onTreeKey(target, key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  onTreeKey(item, key) {
    const items = [...item.closest('[data-tree]').querySelectorAll('[role="treeitem"]')];
    const at = items.indexOf(item);
    const level = one => Number(one.ariaLevel);
    const turn = () => item.querySelector('[data-twist]').click();
    switch (key) {
      case 'ArrowDown': items[at + 1]?.focus(); return true;
      case 'ArrowUp': items[at - 1]?.focus(); return true;
      case 'Home': items[0].focus(); return true;
      case 'End': items.at(-1).focus(); return true;
      case 'ArrowRight':
        if (item.ariaExpanded === 'false') turn();
        else if (item.ariaExpanded === 'true') items[at + 1]?.focus();
        return true;
      case 'ArrowLeft':
        if (item.ariaExpanded === 'true') turn();
        else items.slice(0, at).findLast(one => level(one) < level(item))?.focus();
        return true;
      case 'Enter':
      case ' ': item.click(); return true;
    }
    return false;
  }

  // ---- the drawer ----

  onDrawer() {
    const isOpen = this.rail.classList.contains('is-open');
    if (isOpen === this.wasOpen) return;
    this.wasOpen = isOpen;
    if (isOpen) this.rail.querySelector('.rail-head button')?.focus();
    else document.querySelector('.filters-button')?.focus();
  }

  onDrawerKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.rail.classList.contains('is-open')) return;
    event.preventDefault();
    this.rail.querySelector('.rail-head button')?.click();
  }
}

function folded() {
  try {
    const kept = JSON.parse(localStorage.getItem(foldedKey) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch { return []; }   // storage switched off, or not ours
}
