// A list of places under a box, by the combobox pattern of the ARIA Authoring Practices: the focus stays in the box, arrows
// move through the list, Enter or a click takes, Escape closes. What is typed stays the editor's own until a place is taken.

const askAfter = 60;   // ms

/** `shown`: what the desk has put into the box; it says something else where it was typed in before this script was there. */
export function attach(root, desk, boxSelector, shown) {
  const box = root.querySelector(boxSelector);
  let chosen = shown;
  const tell = id => { desk.invokeMethodAsync('Choose', id).catch(() => {}); };   // Not connected: the whole page is greyed and says so.
  const list = placeList(box, root.querySelector('[data-place-list]'), {
    ask: typed => desk.invokeMethodAsync('Complete', typed),
    take: offer => {
      box.value = chosen = offer.whole;
      tell(offer.id);
    },
    changed: () => { if (box.value !== chosen) tell(null); },
  });
  if (box.value !== chosen) box.dispatchEvent(new Event('input'));
  return {
    show(text) { box.value = chosen = text; },
    detach() { list.detach(); },
  };
}

/** Opens `list` (a listbox) under `box` while it is typed in. `ask` gives the offers, `take` is told which was taken. */
export function placeList(box, list, { ask, take, changed }) {
  const listening = new AbortController();
  const { signal } = listening;
  const isCombobox = box.getAttribute('role') === 'combobox';
  let offers = [];
  let active = -1;
  let timer;
  let asked = 0;

  box.addEventListener('input', () => {
    changed?.();
    clearTimeout(timer);
    timer = setTimeout(open, askAfter);
  }, { signal });
  box.addEventListener('focusout', close, { signal });
  // Before the listeners of the form around it: an open list has the first word on arrows, Enter and Escape.
  box.addEventListener('keydown', key, { signal, capture: true });
  list.addEventListener('pointerdown', event => {
    event.preventDefault();   // the focus stays in the box
    const option = event.target.closest('[role="option"]');
    if (option) choose(Number(option.dataset.index));
  }, { signal });

  async function open() {
    const typed = box.value.trim();
    const turn = ++asked;
    if (typed === '' || typed.length > 100 || box.readOnly) return close();
    let answer;
    try {
      answer = await ask(typed);
    } catch {
      return close();   // Not connected: typing goes on without a list.
    }
    if (turn !== asked || document.activeElement !== box) return;
    offers = answer;
    if (offers.length === 0) return close();
    list.replaceChildren(...offers.map(option));
    list.hidden = false;
    if (isCombobox) box.setAttribute('aria-expanded', 'true');
    move(-1);
    list.scrollIntoView({ block: 'nearest' });
  }

  function option(offer, index) {
    const line = document.createElement('li');
    line.role = 'option';
    line.id = `${list.id}-${index}`;
    line.dataset.index = index;
    line.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.textContent = offer.name;
    name.dir = 'auto';
    const hint = document.createElement('small');
    hint.textContent = offer.hint;
    hint.dir = 'auto';
    line.append(name, ' ', hint);
    return line;
  }

  function close() {
    clearTimeout(timer);
    asked++;
    offers = [];
    active = -1;
    list.hidden = true;
    box.removeAttribute('aria-activedescendant');
    if (isCombobox) box.setAttribute('aria-expanded', 'false');
  }

  function move(to) {
    active = to;
    for (const line of list.children) line.setAttribute('aria-selected', String(Number(line.dataset.index) === active));
    if (active < 0) box.removeAttribute('aria-activedescendant');
    else {
      box.setAttribute('aria-activedescendant', `${list.id}-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    }
  }

  function choose(index) {
    const offer = offers[index];
    close();
    take(offer);
  }

  function key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (list.hidden) {
      if (event.key === 'ArrowDown' && isCombobox) { event.preventDefault(); open(); }
      return;
    }
    if (event.key === 'ArrowDown') move((active + 1) % offers.length);
    else if (event.key === 'ArrowUp') move(active <= 0 ? offers.length - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    close,
    detach() {
      close();
      listening.abort();
    },
  };
}
