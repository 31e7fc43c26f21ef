// Lists and structures stand in many boxes; what they say together is the text of one hidden box, which CaptionPanel.razor.js keeps,
// tells and saves as it does every other.

export function attach(page, desk) {
  const listening = new AbortController();
  const { signal } = listening;
  page.addEventListener('input', event => {
    if (event.target.matches?.('[data-node="text"]')) compose(event.target.closest('[data-composite]'));
    else if (event.target.matches?.('[data-find]')) find(page, event.target.value);
  }, { signal });
  page.addEventListener('keydown', event => {
    const box = event.target;
    if (event.isComposing) return;
    if (event.key === 'Enter' && box.matches?.('[data-node="text"]') && box.dataset.multiline === undefined) event.preventDefault();
    if (event.key === 'Escape' && box.matches?.('[data-find]') && box.value) {
      event.preventDefault();
      box.value = '';
      find(page, '');
    }
  }, { signal });
  // Alt with an arrow, wherever the cursor is; of a property's own box CaptionPanel.razor.js tells.
  document.addEventListener('keydown', event => {
    const box = event.target;
    if (event.defaultPrevented || event.isComposing || !event.altKey || event.ctrlKey || event.metaKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    if (box.matches?.('[data-field]') || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const field = box.closest?.('[data-composite]')?.querySelector('[data-field]').dataset.field ?? null;
    desk.invokeMethodAsync('SaveAndMoveFrom', event.key === 'ArrowDown' ? 1 : -1, field, box.dataset?.path ?? null);
  }, { signal });
  page.addEventListener('click', event => {
    const topic = event.target.closest?.('[data-topic]')?.dataset.topic;
    if (!topic) return;
    event.preventDefault();
    event.stopPropagation();
    document.getElementById(topic)?.scrollIntoView();
  }, { signal, capture: true });
  find(page, page.querySelector('[data-find]')?.value ?? ''); // typed before this script was there
  return {
    /** Puts the cursor into an entry of a property; without a path into the property's own box, or on its "Add". */
    focusOn(field, path) {
      const block = page.querySelector(`[data-field="${field}"]`)?.closest('[data-composite]');
      const entry = path === null ? null : [...block?.querySelectorAll('[data-path]') ?? []].find(node => node.dataset.path === path);
      const box = entry?.matches('[data-node="text"]') ? entry : entry?.querySelector('[data-node="text"]');
      (box ?? block?.querySelector('[data-add]') ?? page.querySelector(`[data-field="${field}"]`))?.focus();
    },
    detach() { listening.abort(); },
  };
}

function compose(composite) {
  const box = composite.querySelector('[data-field]');
  const value = valueOf(nodesIn(composite)[0]);
  const text = composite.dataset.composite === 'entries' ? value.join('; ')
    : Object.keys(value).length === 0 ? '' : JSON.stringify(value);
  if (box.value === text) return;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The nearest nodes inside an element. */
function nodesIn(element) {
  return [...element.querySelectorAll('[data-node]')].filter(node => node.parentElement.closest('[data-node], [data-composite]') === element);
}

// As PropertyTree.cs has it: fields in the order of their names and none that is empty, unless an editor has just asked for its box;
// entries also while they are.
function valueOf(node) {
  if (node.dataset.node === 'text') return node.value.trim();
  const inside = nodesIn(node);
  if (node.dataset.node === 'list') return inside.map(valueOf);
  const fields = inside.filter(part => part.dataset.node !== 'mark').map(part => [part.dataset.key, valueOf(part), part])
    .filter(([, value, part]) => part.dataset.keep !== undefined || (value !== '' && Object.keys(value).length > 0));
  // A text whose languages stand here says which it has, also when none is left beside the default one.
  for (const key of new Set(inside.map(part => part.dataset.key).filter(key => key.includes('@')).map(key => key.split('@')[0]))) {
    const text = fields.find(([name]) => name === key);
    if (text && !fields.some(([name, value]) => name.startsWith(`${key}@`) && value !== '')) fields.push([`${key}@x-default`, text[1]]);
  }
  return Object.fromEntries(fields.map(([key, value]) => [key, value]).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function find(page, text) {
  const words = text.toLowerCase().split(/\s+/).filter(word => word);
  let found = 0;
  for (const block of page.querySelectorAll('[data-block]')) {
    const isFound = words.every(word => block.dataset.block.includes(word));
    block.toggleAttribute('data-other', !isFound);
    if (isFound && !block.hidden) found++;
  }
  for (const group of page.querySelectorAll('[data-group]')) {
    group.toggleAttribute('data-other', !group.querySelector('[data-block]:not([data-other], [hidden])'));
  }
  page.querySelector('[data-none]').hidden = found > 0;
}
