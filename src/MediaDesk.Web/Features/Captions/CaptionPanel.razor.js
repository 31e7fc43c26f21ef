// The text boxes of the caption panel. From the moment they are drawn their text belongs to the browser: every keystroke is
// kept in this browser's storage at once, and told to the desk soon after. So neither a slow line, nor a lost circuit, nor a
// desk that is started anew loses a word.

const prefix = 'mediadesk.draft.';
const keptForDays = 30;
const longText = 8000;     // characters; a message to the desk may have 32 KB
const tellAfter = 120;     // ms
const retryAfter = 2000;   // ms

let root, desk, subject, timer;
let listening;             // AbortController of every listener
let fields = new Map();    // property id -> { stored, base }
const due = new Map();     // key -> { id, field, text, base } not yet told to the desk
let sending = Promise.resolve();

export function attach(panel, dotnet) {
  detach();
  [root, desk, subject, fields] = [panel, dotnet, undefined, new Map()];
  listening = new AbortController();
  const { signal } = listening;
  root.addEventListener('input', event => event.target.matches?.('[data-field]') && typed(event.target), { signal });
  root.addEventListener('focusout', () => { flush(); }, { signal });
  root.addEventListener('keydown', boxKey, { signal });
  document.addEventListener('keydown', pageKey, { signal });
  // From the moment another photo is asked for until its texts are in the boxes, nothing is typed into the wrong photo.
  const change = new MutationObserver(() => { hold(); markAll(); });
  change.observe(root, { attributes: true, attributeFilter: ['data-photo', 'data-marks'], subtree: true });
  const size = new ResizeObserver(markAll);
  size.observe(root);
  signal.addEventListener('abort', () => { change.disconnect(); size.disconnect(); });
  root.addEventListener('scroll', event => event.target.matches?.('[data-field]') && scrolled(event.target), { signal, capture: true });
  for (const kind of ['pointerover', 'pointerout', 'focusin', 'focusout']) {
    root.addEventListener(kind, event => point(event, kind === 'pointerover' || kind === 'focusin'), { signal });
  }
  // A panel that goes must not silence the one that came after it.
  return { detach() { if (!signal.aborted) detach(); } };
}

function detach() {
  listening?.abort();
  clearTimeout(timer);
  timer = undefined;
}

/** Every draft this browser keeps, as JSON in UTF-8; old ones are thrown away. */
export function kept() {
  const drafts = [];
  for (const key of storageKeys()) {
    const draft = read(key);
    if (!draft || Date.now() - draft.at > keptForDays * 864e5) {
      erase(key);
      continue;
    }
    const [id, field] = key.slice(prefix.length).split('.');
    drafts.push({ mediaId: Number(id), field, text: draft.text, base: draft.base, print: draft.print });
  }
  return new TextEncoder().encode(JSON.stringify(drafts));
}

/** Shows a photo's texts. Of the photo that is shown already, a box that is being typed in keeps its text. */
export function show(photo, texts, focus) {
  const isSame = subject?.id === photo.id;
  subject = photo;
  for (const [id, text] of Object.entries(texts)) {
    const box = boxOf(id);
    if (!box) continue;
    const before = fields.get(id);
    const waiting = due.get(keyOf(photo.id, id)); // typed where the photo stood before, and not yet told
    const isTyped = isSame && before && box.value !== before.stored;
    const stored = normal(text.stored);
    fields.set(id, { stored, base: text.base ?? (isTyped ? before.base : text.stored) });
    if (!isTyped) put1(box, normal(waiting ? waiting.text ?? text.stored : text.draft ?? text.stored));
    if (box.value !== stored) keep(box);
    else if (!isTyped) erase(keyOf(photo.id, id));
    drawn(box);
  }
  hold();
  if (focus) toEnd(boxOf(focus));
}

function hold() {
  const isOurs = subject?.id === Number(root.dataset.photo);
  for (const box of root.querySelectorAll('[data-field]')) box.readOnly = !isOurs;
}

/** The sent texts are stored; a box that was typed in since keeps what it says, as a draft of what is stored now. */
export function settle(photo, texts, sent) {
  for (const [id, text] of Object.entries(texts)) {
    const box = subject?.id === photo.id ? boxOf(id) : null;
    if (!box) {
      if (read(keyOf(photo.id, id))?.text === sent[id]) erase(keyOf(photo.id, id));
    } else if (box.value === sent[id]) {
      clean(box, text);
    } else {
      fields.set(id, { stored: normal(text.stored), base: text.stored });
      keep(box);
    }
  }
}

/** Ends drafts: the boxes say what is stored. */
export function reset(photo, texts) {
  for (const [id, text] of Object.entries(texts)) {
    const box = subject?.id === photo.id ? boxOf(id) : null;
    if (box) clean(box, text);
    else erase(keyOf(photo.id, id));
  }
}

/** Puts a text into a box as if it had been typed. */
export function put(field, text) {
  const box = boxOf(field);
  if (!box) return;
  put1(box, text);
  typed(box);
  markAll(); // what was pointed at is no proposal any more
  return flush();
}

/** Tells the desk what it does not know yet; done when it has arrived. */
export function flush() {
  clearTimeout(timer);
  timer = undefined;
  sending = sending.then(tell);
  return sending;
}

async function tell() {
  for (const [key, { id, field, text, base }] of [...due]) {
    const message = due.get(key);
    try {
      if (text !== null && text.length > longText) {
        await desk.invokeMethodAsync('TypedLong', id, field, DotNet.createJSStreamReference(new TextEncoder().encode(text)), base);
      } else {
        await desk.invokeMethodAsync('Typed', id, field, text, base);
      }
      if (due.get(key) === message) due.delete(key);
      delete root.dataset.offline;
    } catch {
      // Not connected. The text is in this browser's storage; the desk hears of it when it is back.
      root.dataset.offline = '';
      timer ??= setTimeout(flush, retryAfter);
      return;
    }
  }
}

function typed(box) {
  if (!subject) return;
  const { stored, base } = fields.get(box.dataset.field) ?? { stored: '', base: '' };
  if (box.dataset.multiline === undefined && box.value.includes('\n') && !stored.includes('\n')) onOneLine(box);
  const text = box.value === stored ? null : box.value;
  if (text === null) erase(keyOf(subject.id, box.dataset.field));
  else keep(box);
  due.set(keyOf(subject.id, box.dataset.field), { id: subject.id, field: box.dataset.field, text, base });
  timer ??= setTimeout(flush, tellAfter);
  drawn(box);
}

// Pasted line breaks have no place in a one-line field, unless what the file says has them already; in a list they part entries.
function onOneLine(box) {
  const joined = text => text.replace(/[^\S\n]*\n\s*/g, box.dataset.list === undefined ? ' ' : '; ');
  const text = box.value.trimEnd();
  const caret = joined(text.slice(0, box.selectionStart)).length;
  box.value = joined(text);
  box.setSelectionRange(caret, caret);
}

function clean(box, text) {
  const id = box.dataset.field;
  fields.set(id, { stored: normal(text.stored), base: text.stored });
  due.delete(keyOf(subject.id, id));
  erase(keyOf(subject.id, id));
  put1(box, normal(text.stored));
  drawn(box);
}

function put1(box, text) {
  if (box.value !== text) box.value = text;
}

function boxKey(event) {
  const box = event.target;
  if (!box.matches?.('[data-field]') || event.isComposing) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && event.altKey && !isCommand) {
    return; // of the whole page
  } else if (event.key === 'Enter' && isCommand) {
    event.preventDefault();
    save();
  } else if (event.key === 'Enter' && box.dataset.multiline === undefined) {
    event.preventDefault();
  } else if (event.altKey && !isCommand && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    flush().then(() => desk.invokeMethodAsync('SaveAndMove', event.key === 'ArrowDown' ? 1 : -1, box.dataset.field)).catch(offline);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    const cell = document.querySelector('[role="grid"] [role="gridcell"][tabindex="0"]');
    if (cell) cell.focus();
    else box.blur();
  }
}

function pageKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
    event.preventDefault();
    save();
  } else if (event.key === 'Enter' && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    flush().then(() => desk.invokeMethodAsync('TakeAllProposals')).catch(offline);
  }
}

function save() {
  flush().then(() => desk.invokeMethodAsync('Save')).catch(offline);
}

function offline() {
  root.dataset.offline = '';
}

function toEnd(box) {
  if (!box) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

// What a text box makes of line ends, so that texts can be compared.
function normal(text) {
  return text.replace(/\r\n?/g, '\n');
}

function boxOf(field) {
  return root?.querySelector(`[data-field="${field}"]`);
}

/* ---- this browser's storage ---- */

function keyOf(id, field) {
  return `${prefix}${id}.${field}`;
}

function storageKeys() {
  try { return Object.keys(localStorage).filter(key => key.startsWith(prefix)); } catch { return []; } // switched off
}

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } // switched off, or not ours
}

function keep(box) {
  const field = box.dataset.field;
  const draft = { text: box.value, base: fields.get(field)?.base ?? '', print: subject.print, at: Date.now() };
  try {
    localStorage.setItem(keyOf(subject.id, field), JSON.stringify(draft));
    delete root.dataset.unkept;
  } catch {
    root.dataset.unkept = ''; // full or switched off: the panel says so
  }
}

function erase(key) {
  try { localStorage.removeItem(key); } catch { /* switched off: nothing is kept */ }
}

/* ---- what is drawn beside the text ---- */

function drawn(box) {
  if (!CSS.supports('field-sizing', 'content')) {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + 2}px`;
  }
  mark(box);
  const chips = box.parentElement.querySelector('[data-chips]');
  if (chips) chips.replaceChildren(...chipsOf(box.value, fields.get(box.dataset.field)?.stored ?? ''));
}

// The same rule as FieldText.Parse: semicolons, and commas or lines within what is not an entry already.
function chipsOf(text, stored) {
  const known = new Set(stored.split(';').map(item => item.trim()));
  const parts = text.split(/(;)/).flatMap(part => known.has(part.trim()) ? [part] : part.split(/([,\n])/));
  return parts.flatMap(part => {
    const item = part.trim();
    if (item === '' || /^[;,]$/.test(item)) return [document.createTextNode(part)];
    const chip = document.createElement('span');
    chip.className = known.has(item) ? 'chip' : 'chip is-new';
    chip.textContent = item;
    const start = part.indexOf(item);
    return [document.createTextNode(part.slice(0, start)), chip, document.createTextNode(part.slice(start + item.length))];
  });
}

/* ---- what was understood is underlined ---- */

const laidOutAs = ['font', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textAlign', 'padding', 'tabSize'];

function markAll() {
  for (const layer of root.querySelectorAll('[data-marks]')) mark(layer.parentElement.querySelector('[data-field]'));
}

// The layer lies exactly behind the text of its box. Positions are those in the stored text: of a text that is being changed,
// what stands before the first and behind the last change is still where it was, or moved as a whole.
function mark(box) {
  const layer = box?.parentElement.querySelector('[data-marks]');
  if (!layer) return;
  const marks = subject?.id === Number(root.dataset.photo) ? JSON.parse(layer.dataset.marks || '[]') : [];
  if (marks.length === 0) {
    layer.replaceChildren();
    return;
  }
  const look = getComputedStyle(box);
  for (const property of laidOutAs) layer.style[property] = look[property];
  Object.assign(layer.style, {
    left: `${box.offsetLeft}px`, top: `${box.offsetTop}px`, height: `${box.offsetHeight}px`,
    width: `${box.clientWidth + 2}px`, // without the box's scroll bar, with both edges
  });
  const stored = fields.get(box.dataset.field)?.stored ?? '';
  const text = box.value;
  let before = 0;
  while (before < Math.min(stored.length, text.length) && stored[before] === text[before]) before++;
  let behind = 0;
  while (behind < Math.min(stored.length, text.length) - before && stored[stored.length - 1 - behind] === text[text.length - 1 - behind]) behind++;
  const moved = text.length - stored.length;
  const there = marks
    .map(one => one.start + one.length <= before ? one : one.start >= stored.length - behind ? { ...one, start: one.start + moved } : null)
    .filter(one => one !== null);
  // Two values may stand on the same words.
  const borders = [...new Set([0, text.length, ...there.flatMap(one => [one.start, one.start + one.length])])].sort((a, b) => a - b);
  layer.replaceChildren(...borders.slice(0, -1).map((start, index) => {
    const piece = text.slice(start, borders[index + 1]);
    const over = there.filter(one => one.start <= start && one.start + one.length >= borders[index + 1]);
    if (over.length === 0) return document.createTextNode(piece);
    const span = document.createElement('span');
    span.className = over.some(one => one.kind === 'disagreement') ? 'mark is-disagreement' : 'mark';
    span.dataset.of = over.map(one => one.id).join(' ');
    span.textContent = piece;
    return span;
  }), document.createTextNode('\n'));
  layer.scrollTop = box.scrollTop;
}

function scrolled(box) {
  const layer = box.parentElement.querySelector('[data-marks]');
  if (layer) layer.scrollTop = box.scrollTop;
}

function point(event, isOn) {
  const id = event.target.closest?.('[data-proposal]')?.dataset.proposal;
  if (!id) return;
  for (const span of root.querySelectorAll(`[data-of~="${id}"]`)) span.classList.toggle('is-on', isOn);
}
