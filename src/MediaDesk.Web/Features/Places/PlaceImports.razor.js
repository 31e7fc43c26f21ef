// Sends tables of GeoNames by HTTP, one after the other: bytes never travel on the circuit.

export function attach(root, desk) {
  const listening = new AbortController();
  const { signal } = listening;
  const input = root.querySelector('[data-tables]');
  root.querySelector('[data-choose]').addEventListener('click', () => input.click(), { signal });
  input.addEventListener('change', async () => {
    const files = [...input.files];
    input.value = '';   // the same files may be chosen again
    const reports = [];
    let problem = null;
    for (const file of files) {
      const answer = await send(root, file, percent => tell(desk, 'Sending', { name: file.name.slice(0, 200), percent }));
      tell(desk, 'Sending', null);
      reports.push(...(answer.reports ?? []));
      problem ??= answer.problem ?? null;
    }
    // The rejected lines stand in the list of imports; here they would be too long for one message.
    tell(desk, 'Done', reports.map(report => ({ ...report, rejectedLines: [] })), problem);
  }, { signal });
  return { detach() { listening.abort(); } };
}

function send(root, file, progress) {
  return new Promise(done => {
    const form = new FormData();
    form.append('tables', file, file.name);
    const request = new XMLHttpRequest();
    let told = -1;
    request.open('POST', 'api/places/import');
    request.setRequestHeader('RequestVerificationToken', root.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '');
    request.responseType = 'json';
    request.upload.onprogress = event => {
      const percent = Math.floor(event.loaded * 100 / Math.max(1, event.total));
      if (percent !== told) progress(told = percent);
    };
    request.upload.onload = () => progress(100);
    request.onerror = () => done({ problem: `The connection to the desk broke, or ${file.name} changed while it was sent.` });
    request.onload = () => done(request.status === 200
      ? { reports: request.response }
      : { problem: request.response?.detail ?? `The desk answered ${request.status}.` });
    request.send(form);
  });
}

function tell(desk, method, ...what) {
  desk.invokeMethodAsync(method, ...what).catch(() => {});   // Not connected: the list of imports tells it later.
}
