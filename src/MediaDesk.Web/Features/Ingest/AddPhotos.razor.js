// Sends files to the desk by HTTP: bytes never travel on the circuit. One queue for the window, however many buttons lead to it.

const atOnce = 4;
const tellEvery = 250;   // ms
const recentShown = 12;
const noise = /^(\.|thumbs\.db$|desktop\.ini$)/i;   // what systems leave in folders, never a photo

const places = new Map();   // root element -> { desk, listening }
const unsent = new Map();   // key -> parcel that could not be sent
let waiting = [];
let active = new Set();
let recent = [];
let count = zero();
let telling;

export function attach(root, desk) {
  const listening = new AbortController();
  const { signal } = listening;
  for (const kind of ['files', 'folder']) {
    const input = root.querySelector(`[data-${kind}]`);
    root.querySelector(`[data-choose="${kind}"]`).addEventListener('click', () => input.click(), { signal });
    input.addEventListener('change', () => {
      add([...input.files].map(file => ({ file, folder: folderOf(file.webkitRelativePath) })));
      input.value = '';   // the same files may be chosen again
    }, { signal });
  }
  if (places.size === 0) listen();
  places.set(root, { desk, listening });
  root.dispatchEvent(new Event('desk:ready', { bubbles: true }));
  return {
    detach() {
      listening.abort();
      places.delete(root);
      if (places.size === 0) dropping?.abort();
    },
  };
}

export function retry(key) {
  const parcel = unsent.get(key);
  if (!parcel) return;
  unsent.delete(key);
  enqueue([parcel]);
}

let dropping;

function listen() {
  dropping = new AbortController();
  const { signal } = dropping;
  let depth = 0;
  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  const over = isOver => {
    const sign = [...places.keys()].at(-1)?.querySelector('[data-drop]');
    if (sign) sign.hidden = !isOver;
  };
  document.addEventListener('dragenter', event => { if (hasFiles(event)) { depth++; over(true); } }, { signal });
  document.addEventListener('dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; over(false); } }, { signal });
  document.addEventListener('dragover', event => { if (hasFiles(event)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; } }, { signal });
  document.addEventListener('drop', async event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    // The list of items is emptied when this handler returns: the entries are taken now, walked after.
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
    for (const entry of entries) await walk(entry, '', found => add([found]));
  }, { signal });
  window.addEventListener('beforeunload', event => { if (active.size + waiting.length > 0) event.preventDefault(); }, { signal });
}

async function walk(entry, folder, take) {
  if (entry instanceof File) {
    take({ file: entry, folder });
  } else if (entry.isFile) {
    try {
      take({ file: await new Promise((done, failed) => entry.file(done, failed)), folder });
    } catch (fault) {
      failUnreadable(entry.name, fault);
    }
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    const inside = [];
    // A reader answers in portions, at most 100 at a time; an empty one is the end.
    for (;;) {
      let portion;
      try {
        portion = await new Promise((done, failed) => reader.readEntries(done, failed));
      } catch (fault) {
        failUnreadable(entry.name, fault);
        break;
      }
      if (portion.length === 0) break;
      inside.push(...portion);
    }
    const files = [];
    for (const one of inside) await walk(one, `${folder}${entry.name}/`, found => files.push(found));
    add(files);
  }
}

// A sidecar has a meaning only beside its photo, so files of one folder with one stem travel together when one is a sidecar.
function add(found) {
  const wanted = found.filter(one => !(one.folder && noise.test(one.file.name)));
  const groups = new Map();
  for (const one of wanted) {
    const key = `${one.folder}${stemOf(one.file.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), one.file]);
  }
  const parcels = [...groups.values()].flatMap(files =>
    files.some(file => /\.xmp$/i.test(file.name)) ? [{ files }] : files.map(file => ({ files: [file] })));
  enqueue(parcels);
}

function stemOf(name) {
  const bare = name.replace(/\.xmp$/i, '');
  return bare.replace(/\.[^.]{1,5}$/, '').toLowerCase();
}

function folderOf(path) {
  return path ? path.slice(0, path.lastIndexOf('/') + 1) : '';
}

function enqueue(parcels) {
  if (parcels.length === 0) return;
  if (active.size + waiting.length === 0) {
    count = zero();
    recent = [];
  }
  for (const parcel of parcels) {
    parcel.key ??= crypto.randomUUID();
    parcel.name = parcel.files.map(file => file.name).join(' + ');
    parcel.bytes = parcel.files.reduce((sum, file) => sum + file.size, 0);
    parcel.sent = 0;
    count.files += parcel.files.length;
    count.bytes += parcel.bytes;
  }
  waiting.push(...parcels);
  next();
  tell();
}

function next() {
  while (active.size < atOnce && waiting.length > 0) {
    const parcel = waiting.shift();
    active.add(parcel);
    recent.push(parcel);
    send(parcel).catch(fault => ({ unsent: String(fault) })).then(answer => {
      active.delete(parcel);
      finish(parcel, answer);
      next();
      tell();
    });
  }
}

function send(parcel) {
  return new Promise(done => {
    const form = new FormData();
    for (const file of parcel.files) form.append('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', 'api/media');
    request.setRequestHeader('RequestVerificationToken', document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '');
    request.responseType = 'json';
    request.upload.onprogress = event => {
      parcel.sent = Math.min(event.loaded, parcel.bytes);
      tell();
    };
    request.onerror = () => done({ unsent: 'The connection to the desk broke, or the file changed or moved while it was sent.' });
    request.onabort = request.onerror;
    request.onload = () => done(request.status === 200 && request.response
      ? request.response
      : { unsent: request.response?.detail ?? request.response?.title ?? `The desk answered ${request.status}.` });
    request.send(form);
  });
}

function finish(parcel, answer) {
  parcel.sent = parcel.bytes;
  count.done += parcel.files.length;
  count.sentBytes += parcel.bytes;
  if (answer.unsent) {
    count.failed += parcel.files.length;
    [parcel.state, parcel.isFailed] = [answer.unsent, true];
    unsent.set(parcel.key, parcel);
    call('Fail', { key: parcel.key, fileName: parcel.name.slice(0, 400), reason: answer.unsent });
    return;
  }
  for (const outcome of ['added', 'duplicates', 'versions', 'sidecars']) count[outcome] += answer[outcome] ?? 0;
  count.failed += answer.failed?.length ?? 0;
  [parcel.state, parcel.isFailed] = answer.failed?.length > 0 ? [answer.failed[0].reason, true]
    : answer.duplicates > 0 ? ['Already here'] : answer.versions > 0 ? ['New version'] : ['Added'];
}

function failUnreadable(name, fault) {
  call('Fail', { key: crypto.randomUUID(), fileName: name.slice(0, 400), reason: `The browser could not read it: ${fault.message ?? fault}` });
}

function tell() {
  telling ??= setTimeout(() => {
    telling = undefined;
    const atWork = [...active].reduce((sum, parcel) => sum + parcel.sent, 0);
    recent = recent.slice(-200);
    const shown = [...recent.filter(parcel => active.has(parcel)), ...recent.filter(parcel => !active.has(parcel)).reverse()].slice(0, recentShown);
    call('Report', {
      ...count,
      sentBytes: count.sentBytes + atWork,
      recent: shown.map(parcel => ({
        name: parcel.name.slice(0, 200),
        state: active.has(parcel) ? stateOf(parcel) : (parcel.state ?? '').slice(0, 300),
        isFailed: parcel.isFailed === true,
      })),
    });
  }, tellEvery);
}

function stateOf(parcel) {
  return parcel.sent < parcel.bytes ? `${Math.floor(parcel.sent * 100 / Math.max(1, parcel.bytes))} %` : 'Being taken in';
}

function call(method, argument) {
  // A desk that does not answer hears the next report; what failed is still in this window's list.
  places.values().next().value?.desk.invokeMethodAsync(method, argument).catch(() => {});
}

function zero() {
  return { files: 0, done: 0, bytes: 0, sentBytes: 0, added: 0, duplicates: 0, versions: 0, sidecars: 0, failed: 0 };
}
