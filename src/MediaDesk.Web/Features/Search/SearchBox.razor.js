// The search box under the keyboard: completion by the combobox pattern of the ARIA Authoring Practices (the focus stays in the
// box, arrows move through the list), and the way from the box into its conditions and back. Suggestions come over HTTP, so that
// typing never waits for the circuit. What is typed stays the editor's own until a suggestion is taken.

const askAfter = 60;   // ms
const drawnWithin = 5000; // ms
const recentKept = 8;
const recentKey = 'mediadesk.searches';
const fields = [
  ['agency:', 'every spelling of a credit chain'], ['by:', 'photographer'], ['in:', 'place, at any level'], ['near:', 'around a place, near:"Idlib"~50km'],
  ['date:', 'when it was taken'], ['added:', 'when it came onto the desk'], ['has:', 'what is known'], ['missing:', 'what is not'], ['status:', 'ready or not'],
];

export const attach = (place, desk) => new SearchBox(place, desk);

class SearchBox {
  constructor(place, desk) {
    Object.assign(this, { place, desk, offers: [], active: -1, asked: 0 });
    this.box = place.querySelector('.search-box');
    this.form = place.querySelector('form');
    this.list = place.querySelector('#search-offers');
    this.said = place.querySelector('[data-offers-said]');
    this.tooLong = place.querySelector('[data-too-long]');
    this.stop = new AbortController();
    const listen = (target, type, act, capture = false) => target.addEventListener(type, act.bind(this), { signal: this.stop.signal, capture });
    listen(this.form, 'input', event => this.onInput(event.target));
    listen(this.form, 'keydown', this.onKey, true);
    listen(place, 'keydown', this.onEscape);
    listen(this.form, 'submit', () => { this.close(); this.tooLong.hidden = true; });
    listen(this.form, 'focusout', () => this.close());
    listen(this.form, 'paste', this.onPaste);
    listen(this.box, 'click', () => { if (this.box.value === '') this.begin(); });
    listen(this.list, 'pointerdown', this.onPoint);
    if (this.box.value !== '' && document.activeElement === this.box) this.ask(this.box);   // typed before this script was there
    place.dataset.ready = '';   // before, the box takes text, and no key does more than in any text box
  }

  detach() {
    this.close();
    this.stop.abort();
  }

  // ---- called by the desk ----

  /** The box of the condition that is changed: its value is chosen, so that typing replaces it. */
  edit() {
    const box = this.place.querySelector('.chip-input');
    if (!box) return;
    box.focus();
    const colon = box.value.indexOf(':');
    box.setSelectionRange(colon + 1, box.value.length);
    box.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  home() { this.box.focus(); }

  /** Chooses what could not be understood. */
  mark(start, end) {
    if (document.activeElement === this.box) this.box.setSelectionRange(start, end);
  }

  remember(text) {
    // Conditions that were added one after another are one search, not five.
    const kept = recents().filter(known => known !== text && !text.startsWith(`${known} `));
    keep([text, ...kept].slice(0, recentKept));
  }

  // ---- keys ----

  get chips() { return [...this.place.querySelectorAll('.chip-edit')]; }

  onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const done = target.matches('.search-box, .chip-input') ? this.keyInBox(event, target)
      : target.matches('.chip-edit') && this.keyOnChip(event, target);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  keyInBox(event, box) {
    const isOpen = !this.list.hidden;
    const count = this.offers.length;
    switch (event.key) {
      case 'ArrowDown':
        if (isOpen) this.move((this.active + 1) % count);
        else if (box.value === '') this.begin();
        else this.ask(box);
        return true;
      case 'ArrowUp':
        if (isOpen) this.move(this.active <= 0 ? count - 1 : this.active - 1);
        return isOpen;
      case 'Enter':
        // A form with two boxes and no button is not sent by Enter.
        if (isOpen && this.active >= 0) this.take(this.active, box, true);
        else this.form.requestSubmit();
        return true;
      case 'Tab':
        if (!isOpen || this.active < 0 || event.shiftKey || this.offers[this.active].search) return false;
        this.take(this.active, box, false);
        return true;
      case 'Escape':
        if (isOpen) this.close();
        else if (box !== this.box) this.leaveChip(box);
        else if (this.fault) this.closeFault();
        // A search box is emptied by Escape in some browsers: what is typed stays.
        return true;
      case 'Backspace':
      case 'ArrowLeft': {
        const atStart = box === this.box && box.selectionStart === 0 && box.selectionEnd === 0;
        if (!atStart || event.shiftKey || this.chips.length === 0) return false;
        this.close();
        this.chips.at(-1).focus();
        return true;
      }
    }
    return false;
  }

  keyOnChip(event, chip) {
    const { chips } = this;
    const at = chips.indexOf(chip);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: chips.length }[event.key];
    if (to !== undefined) {
      (chips[Math.max(0, to)] ?? this.box).focus();
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      this.remove(at);
      return true;
    }
    return false;
  }

  async remove(at) {
    const before = this.chips.length;
    try {
      await this.desk.invokeMethodAsync('RemoveAt', at);
      await this.changed(() => this.chips.length !== before);   // The page is told of the new address first.
    } catch { /* Not connected: the page is greyed and says so. */ }
    (this.chips[Math.min(at, this.chips.length - 1)] ?? this.box).focus();
  }

  /** Done when the desk has drawn it so; rejected when it does not. */
  changed(isSo) {
    return new Promise((done, failed) => {
      const finish = act => { drawn.disconnect(); clearTimeout(late); act(); };
      const drawn = new MutationObserver(() => isSo() && finish(done));
      drawn.observe(this.place, { subtree: true, childList: true });
      const late = setTimeout(() => finish(failed), drawnWithin);
      if (isSo()) finish(done);
    });
  }

  // ---- the fault ----

  get fault() { return this.place.querySelector('#search-fault'); }

  /** On a condition, or in the box that tells the fault. */
  onEscape(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.fault || event.target.closest('.save')) return;
    event.preventDefault();
    event.stopPropagation();
    this.closeFault();
  }

  closeFault() {
    if (this.fault.contains(document.activeElement)) this.home();
    this.desk.invokeMethodAsync('CloseFault').catch(() => {});   // Not connected: the page is greyed and says so.
  }

  async leaveChip(box) {
    const at = [...this.place.querySelectorAll('.chip')].indexOf(box.closest('.chip'));
    await this.desk.invokeMethodAsync('StopEditing').catch(() => {});
    (this.chips[at] ?? this.box).focus();
  }

  // ---- too much ----

  /** A box cuts off what is too long without a word; what was copied is still where it came from. */
  onPaste(event) {
    const text = event.clipboardData?.getData('text') ?? '';
    const longest = Number(this.list.dataset.longest);
    this.tooLong.hidden = event.target.value.length + text.length <= longest;
    if (this.tooLong.hidden) return;
    event.preventDefault();
    this.tooLong.textContent = `A search has at most ${longest.toLocaleString('en')} characters; what you pasted has ${text.length.toLocaleString('en')} and was not taken.`;
  }

  // ---- suggestions ----

  onInput(box) {
    clearTimeout(this.timer);
    this.tooLong.hidden = true;
    if (box.value === '' && box === this.box) this.begin();
    else this.timer = setTimeout(() => this.ask(box), askAfter);
  }

  async ask(box) {
    const turn = ++this.asked;
    this.asking?.abort();
    this.asking = new AbortController();
    const at = new URLSearchParams({ q: box.value, caret: box.selectionStart ?? box.value.length });
    let offers;
    try {
      const answer = await fetch(`/api/search/suggest?${at}`, { signal: this.asking.signal });
      offers = answer.ok ? await answer.json() : [];
    } catch {
      offers = [];   // Not connected: typing goes on without suggestions.
    }
    if (turn === this.asked && document.activeElement === box) this.open([['', offers]], box);
  }

  /** What an empty box offers: recent and saved searches, and what can be asked for. */
  async begin() {
    const turn = ++this.asked;
    const hasChips = this.place.querySelector('.chip') !== null;
    const recent = hasChips ? [] : recents().map(search => ({ search, label: search }));
    const ask = ['Look for', fields.map(([text, hint]) => ({ text, label: text, hint, position: 0, length: 0 }))];
    const forget = recent.length ? [{ search: '', label: 'Forget recent searches', forget: true }] : [];
    let saved = [];
    if (!hasChips) {
      try {
        const answer = await fetch(`/api/searches?${new URLSearchParams({ editor: localStorage.getItem('mediadesk.editor') ?? '' })}`);
        saved = answer.ok ? (await answer.json()).map(one => ({ search: one.query, label: one.name, hint: one.query, count: one.arrived || null, word: 'new' })) : [];
      } catch { /* Not connected, or storage switched off: the rest is offered. */ }
    }
    if (turn === this.asked && document.activeElement === this.box && this.box.value === '') {
      this.open([['Recent searches', [...recent, ...forget]], ['Saved searches', saved], ask], this.box);
    }
  }

  open(groups, box) {
    groups = groups.filter(([, offers]) => offers.length > 0);
    this.offers = groups.flatMap(([, offers]) => offers);
    if (this.offers.length === 0) return this.close();
    let index = 0;
    this.list.replaceChildren(...groups.map(([title, offers]) => {
      const group = document.createElement('div');
      const lines = offers.map(offer => line(offer, index++));
      if (title) {
        group.role = 'group';
        group.ariaLabel = title;
        const head = document.createElement('p');
        head.ariaHidden = 'true';
        head.textContent = title;
        group.append(head);
      } else {
        group.role = 'none';
      }
      group.append(...lines);
      return group;
    }));
    this.list.style.insetInlineStart = box === this.box ? '' : `${Math.max(0, box.getBoundingClientRect().left - this.place.getBoundingClientRect().left - 8)}px`;
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.move(-1);
    this.said.textContent = `${this.offers.length} suggestions, arrow down to choose`;
  }

  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.asking?.abort();
    this.offers = [];
    this.active = -1;
    this.list.hidden = true;
    this.said.textContent = '';
    for (const box of this.boxes) box.removeAttribute('aria-activedescendant');
  }

  get boxes() { return this.form.querySelectorAll('.search-box, .chip-input'); }

  get lines() { return [...this.list.querySelectorAll('[role="option"]')]; }

  move(to) {
    this.active = to;
    this.lines.forEach((one, index) => one.setAttribute('aria-selected', String(index === to)));
    for (const box of this.boxes) {
      if (to >= 0 && box === document.activeElement) box.setAttribute('aria-activedescendant', `search-offer-${to}`);
      else box.removeAttribute('aria-activedescendant');
    }
    this.lines[to]?.scrollIntoView({ block: 'nearest' });
  }

  onPoint(event) {
    event.preventDefault();   // the focus stays in the box
    const option = event.target.closest('[role="option"]');
    const box = document.activeElement.matches('.chip-input') ? document.activeElement : this.box;
    if (option && event.button === 0) this.take(Number(option.dataset.index), box, true);
  }

  /** A field waits for its value; a whole condition is searched for at once, unless it stands in the middle of something. */
  take(index, box, isFinal) {
    const offer = this.offers[index];
    this.close();
    if (offer.forget) {
      keep([]);
      return this.begin();
    }
    if (offer.search !== undefined) return this.desk.invokeMethodAsync('SearchForAsync', offer.search).catch(() => {});
    const isField = offer.text.endsWith(':');
    const rest = box.value.slice(offer.position + offer.length);
    const before = box.value.slice(0, offer.position) + offer.text;
    const isWhole = isFinal && !isField && rest.trim() === '' && count(before, '(') === count(before, ')') && count(before, '"') % 2 === 0;
    const gap = isField || isWhole || box !== this.box || /^\s/.test(rest) ? '' : ' ';
    box.value = before + gap + rest;
    const caret = before.length + gap.length;
    box.setSelectionRange(caret, caret);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    if (isWhole) {
      clearTimeout(this.timer);
      this.form.requestSubmit();
    } else if (isField) {
      this.ask(box);
    }
  }
}

const count = (text, sign) => text.split(sign).length - 1;

function line(offer, index) {
  const option = document.createElement('div');
  option.role = 'option';
  option.id = `search-offer-${index}`;
  option.dataset.index = index;
  option.setAttribute('aria-selected', 'false');
  const name = document.createElement('bdi');
  name.textContent = offer.label;
  option.append(name);
  if (offer.hint) {
    const hint = document.createElement('small');
    hint.textContent = offer.hint;
    hint.dir = 'auto';
    option.append(' ', hint);
  }
  if (offer.count != null) {
    const number = document.createElement('span');
    number.className = offer.word ? 'new' : 'num';
    number.textContent = offer.word ? `${offer.count} ${offer.word}` : offer.count.toLocaleString('en');
    option.append(' ', number);
  }
  return option;
}

function recents() {
  try {
    const kept = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(text => typeof text === 'string') : [];
  } catch { return []; }   // storage switched off, or not ours
}

function keep(texts) {
  try { localStorage.setItem(recentKey, JSON.stringify(texts)); } catch { /* remembered no longer than the page */ }
}
