const key = 'mediadesk.editor';

/** The name that was given in this browser before, or null. */
export function remembered() {
  try { return localStorage.getItem(key); } catch { return null; } // storage switched off: asked again
}

export function remember(name) {
  try { localStorage.setItem(key, name); } catch { /* known as long as the page is open */ }
}
