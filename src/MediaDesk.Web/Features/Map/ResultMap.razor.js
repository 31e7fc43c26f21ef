// The results on a map (Leaflet). Borders are the desk's own (Natural Earth), so that no network is needed; a map server can be
// configured. Marks are counted by the desk for the part of the world that is shown, and come over HTTP, not over the circuit.

const close = 52;          // px; photos nearer to each other than this are one mark
const settle = 120;        // ms without movement before the desk is asked
const nearest = 17;        // the closest zoom; without tiles there is nothing to see from nearer than 12
const copies = [-360, 0, 360];   // the world beside itself, for boxes over the date line

let ready;
/** Leaflet, topojson and the borders, once for the window. */
const load = () => ready ??= (async () => {
  if (!document.querySelector('link[data-leaflet]')) {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/lib/leaflet/leaflet.css' });
    sheet.dataset.leaflet = '';
    document.head.prepend(sheet);   // before the desk's own, which has the last word
  }
  await Promise.all([import('/lib/leaflet/leaflet.js'), import('/lib/topojson/topojson-client.min.js')]);
  const world = await (await fetch('/map/countries-50m.json')).json();
  const lands = window.topojson.feature(world, world.objects.countries);
  lands.features.forEach(land => unroll(land.geometry));
  return { L: window.L, lands };
})();

export const attach = (root, desk) => new ResultMap(root, desk);

class ResultMap {
  constructor(root, desk) {
    Object.assign(this, { root, desk, asked: 0, marks: [] });
    this.ground = root.querySelector('[data-ground]');
    this.told = root.querySelector('[data-told]');
    this.drawing = root.querySelector('[data-draw]');
    this.stop = new AbortController();
    this.begin().catch(() => this.tell('The map could not be loaded.'));
  }

  detach() {
    this.stop.abort();
    this.changes?.disconnect();
    this.sizes?.disconnect();
    clearTimeout(this.timer);
    this.map?.remove();
    this.map = null;
  }

  async begin() {
    const { L, lands } = await load();
    if (this.stop.signal.aborted) return;
    const { tiles, attribution } = this.root.dataset;
    this.map = L.map(this.ground, {
      preferCanvas: true, boxZoom: false, zoomSnap: .5, minZoom: 1, maxZoom: tiles ? nearest : 12, zoomAnimation: false, fadeAnimation: false,
      maxBounds: [[-86, -540], [86, 540]], maxBoundsViscosity: 1,
    }).setView([25, 10], 1.5);
    this.map.attributionControl.setPrefix(false);
    this.lands = lands.features;
    if (tiles) L.tileLayer(tiles, { attribution: escape(attribution), maxZoom: nearest }).addTo(this.map);
    else this.map.attributionControl.addAttribution('Borders: Natural Earth');
    this.borders = tiles ? [] : copies.map(turn => L.geoJSON(lands, { interactive: false, coordsToLatLng: ([lon, lat]) => L.latLng(lat, lon + turn) }).addTo(this.map));
    this.names = L.layerGroup().addTo(this.map);
    this.spots = L.layerGroup().addTo(this.map);
    this.colour();
    this.map.on('moveend zoomend', () => this.later());
    this.changes = new MutationObserver(changes => this.onChange(changes));
    this.changes.observe(this.root, { attributeFilter: ['data-query', 'data-box'] });
    this.changes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.sizes = new ResizeObserver(() => this.map?.invalidateSize({ pan: false }));
    this.sizes.observe(this.ground);
    const listen = (target, type, act) => target.addEventListener(type, act.bind(this), { signal: this.stop.signal, capture: true });
    listen(this.ground, 'pointerdown', this.onDown);
    listen(this.ground, 'pointermove', this.onMove);
    listen(this.ground, 'pointerup', this.onUp);
    listen(this.root, 'keydown', this.onKey);
    listen(this.drawing, 'click', () => this.draw(this.drawing.ariaPressed !== 'true'));
    this.showBox();
    await this.fit();
  }

  onChange(changes) {
    if (changes.some(change => change.attributeName === 'data-theme')) this.colour();
    if (!changes.some(change => change.target === this.root)) return;
    this.showBox();
    // Of what was drawn here the place is known; any other search may lie elsewhere.
    if (this.isOwn) this.ask();
    else this.fit();
    this.isOwn = false;
  }

  colour() {
    const style = getComputedStyle(this.ground);
    const value = name => style.getPropertyValue(name).trim();
    for (const border of this.borders) border.setStyle({ color: value('--line-strong'), weight: .6, fillColor: value('--bg-cell'), fillOpacity: 1 });
    this.box?.forEach(one => one.setStyle({ color: value('--accent'), weight: 2, fillColor: value('--accent'), fillOpacity: .1 }));
  }

  // ---- what is shown ----

  /** Shows all results, or the box that they lie in. */
  async fit() {
    const box = this.rect(this.root.dataset.box);
    if (box) {
      this.map.fitBounds(box, { animate: false, padding: [12, 12] });
      return this.ask();
    }
    const answer = await this.fetch({ south: -90, west: -180, north: 90, east: 180 }, 10);
    if (answer?.cells.length && this.map) {
      const sides = answer.cells;
      this.map.fitBounds([[Math.min(...sides.map(c => c.south)), Math.min(...sides.map(c => c.west))], [Math.max(...sides.map(c => c.north)), Math.max(...sides.map(c => c.east))]],
        { animate: false, padding: [30, 30], maxZoom: 8 });
    }
    return this.ask();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), settle);
  }

  view() {
    const bounds = this.map.getBounds();
    const [south, north] = [Math.max(-90, bounds.getSouth()), Math.min(90, bounds.getNorth())];
    const isAround = bounds.getEast() - bounds.getWest() >= 360;
    return { south, north, west: isAround ? -180 : wrap(bounds.getWest()), east: isAround ? 180 : wrap(bounds.getEast()) };
  }

  async fetch({ south, west, north, east }, cell) {
    this.asking?.abort();
    this.asking = new AbortController();
    const round = number => number.toFixed(5);
    const at = new URLSearchParams({ q: this.root.dataset.query, box: [south, west, north, east].map(round), cell: Math.min(90, Math.max(.0001, cell)).toFixed(6) });
    try {
      const answer = await fetch(`/api/search/map?${at}`, { signal: this.asking.signal });
      return answer.ok ? await answer.json() : null;
    } catch (fault) {
      if (fault.name !== 'AbortError') this.tell('The desk does not answer.');
      return null;
    }
  }

  async ask() {
    if (!this.map) return;
    const cell = 360 / (256 * 2 ** this.map.getZoom()) * close;
    const answer = await this.fetch(this.view(), cell);
    if (!answer || !this.map) return;
    this.show(answer.cells);
    this.name();
    const shown = answer.cells.reduce((sum, one) => sum + one.count, 0);
    const number = count => count.toLocaleString('en');
    const of = `${answer.isExact ? '' : 'the newest '}${number(answer.counted)} ${answer.counted === 1 ? 'photo' : 'photos'}`;
    this.tell(answer.placed === 0 ? `None of ${of} has a position` : `${number(shown)} shown here, ${number(answer.placed)} of ${of} with a position`);
  }

  tell(text) { this.told.textContent = text; }

  /** Cells beside each other may hold photos that lie close: marks that would cover each other are one. */
  joined(cells) {
    const marks = [];
    for (const cell of cells) {
      const at = this.map.project([cell.latitude, cell.longitude]);
      const near = marks.find(mark => mark.at.distanceTo(at) < close * .7);
      if (near) {
        const all = near.count + cell.count;
        near.latitude = (near.latitude * near.count + cell.latitude * cell.count) / all;
        near.longitude = (near.longitude * near.count + cell.longitude * cell.count) / all;
        near.count = all;
        for (const side of ['south', 'west']) near[side] = Math.min(near[side], cell[side]);
        for (const side of ['north', 'east']) near[side] = Math.max(near[side], cell[side]);
      } else {
        marks.push({ ...cell, at });
      }
    }
    return marks;
  }

  show(cells) {
    const { L } = window;
    const focused = document.activeElement?.closest?.('.spot')?.dataset.at;
    const bounds = this.map.getBounds();
    this.spots.clearLayers();
    for (const cell of this.joined(cells)) {
      for (const turn of copies) {
        const at = L.latLng(cell.latitude, cell.longitude + turn);
        if (!bounds.contains(at)) continue;
        const size = Math.round(22 + Math.min(26, 6 * Math.log10(cell.count)));
        const text = document.createElement('span');
        text.textContent = cell.count < 1000 ? cell.count : `${Math.round(cell.count / 100) / 10}k`;
        const spot = L.marker(at, { icon: L.divIcon({ className: 'spot', html: text, iconSize: [size, size] }), keyboard: true, riseOnHover: true });
        spot.on('click', () => this.choose(cell, turn));
        spot.addTo(this.spots);
        const element = spot.getElement();
        element.ariaLabel = cell.count === 1 ? '1 photo: open it' : `${cell.count.toLocaleString('en')} photos near ${cell.latitude.toFixed(1)}, ${cell.longitude.toFixed(1)}`;
        // Leaflet makes marks buttons and leaves their keys to us.
        element.addEventListener('keydown', event => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          event.stopPropagation();
          this.choose(cell, turn);
        });
        element.dataset.at = `${cell.latitude.toFixed(2)} ${at.lng.toFixed(2)}`;
        if (element.dataset.at === focused) element.focus({ preventScroll: true });
      }
    }
    // The mark that led here is no more: the keys go on moving the map.
    if (focused && !document.activeElement.closest('.spot')) this.ground.focus({ preventScroll: true });
  }

  /** One photo is opened; several are looked at from nearer; where that shows no more, they become the results. */
  choose(cell, turn) {
    if (cell.count === 1) return this.call('Open', cell.photo);
    const isPoint = cell.north - cell.south < .0005 && cell.east - cell.west < .0005;
    if (isPoint || this.map.getZoom() >= this.map.getMaxZoom()) {
      return this.take({ south: cell.south - .001, west: cell.west - .001, north: cell.north + .001, east: cell.east + .001 });
    }
    this.map.fitBounds([[cell.south, cell.west + turn], [cell.north, cell.east + turn]], { animate: false, padding: [40, 40] });
  }

  /** Names of the lands that have room for it. */
  name() {
    const { L } = window;
    this.names.clearLayers();
    if (this.borders.length === 0) return;
    const view = this.map.getBounds();
    for (const land of this.lands) {
      const { west, east, middle } = land.extent ??= extent(land.geometry);
      const room = this.map.project([middle[1], east]).x - this.map.project([middle[1], west]).x;
      if (room < 7 * land.properties.name.length) continue;
      for (const turn of copies) {
        const at = L.latLng(middle[1], middle[0] + turn);
        if (!view.contains(at)) continue;
        const text = document.createElement('span');
        text.textContent = land.properties.name;
        text.ariaHidden = 'true';
        L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'land-name', html: text, iconSize: [160, 12] }), zIndexOffset: -1000 }).addTo(this.names);
      }
    }
  }

  // ---- the box ----

  rect(text) {
    const [south, west, north, east] = (text ?? '').split(',').map(Number);
    return text ? window.L.latLngBounds([south, west], [north, east < west ? east + 360 : east]) : null;
  }

  showBox() {
    this.box?.forEach(one => one.remove());
    const rect = this.rect(this.root.dataset.box);
    this.box = rect && copies.map(turn => window.L.rectangle([[rect.getSouth(), rect.getWest() + turn], [rect.getNorth(), rect.getEast() + turn]], { interactive: false }).addTo(this.map));
    this.colour();
  }

  draw(isOn) {
    this.drawing.ariaPressed = String(isOn);
    this.ground.classList.toggle('is-drawing', isOn);
    if (isOn) this.tell('Drag from one corner of the box to the other');
    else if (this.drawn) { this.drawn.remove(); this.drawn = this.from = null; }
    this.map.dragging[isOn ? 'disable' : 'enable']();
  }

  onKey(event) {
    if (event.key !== 'Escape' || (this.drawing.ariaPressed !== 'true' && !this.from)) return;
    event.stopPropagation();
    this.draw(false);
    this.ask();
  }

  onDown(event) {
    if (event.button !== 0 || (this.drawing.ariaPressed !== 'true' && !event.shiftKey) || event.target.closest('.leaflet-control')) return;
    event.preventDefault();
    event.stopPropagation();
    this.map.dragging.disable();
    this.from = this.map.mouseEventToLatLng(event);
    this.drawn = window.L.rectangle([this.from, this.from], { interactive: false, dashArray: '5 4', color: getComputedStyle(this.ground).getPropertyValue('--accent').trim(), weight: 2 }).addTo(this.map);
    this.ground.setPointerCapture(event.pointerId);
  }

  onMove(event) {
    if (!this.from) return;
    event.stopPropagation();
    this.drawn.setBounds([this.from, this.map.mouseEventToLatLng(event)]);
  }

  onUp(event) {
    if (!this.from) return;
    event.stopPropagation();
    const bounds = window.L.latLngBounds(this.from, this.map.mouseEventToLatLng(event));
    const [a, b] = [this.map.latLngToContainerPoint(bounds.getSouthWest()), this.map.latLngToContainerPoint(bounds.getNorthEast())];
    this.draw(false);
    if (Math.abs(a.x - b.x) < 4 || Math.abs(a.y - b.y) < 4) return;   // a click is no box
    this.take({ south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast() });
  }

  take({ south, west, north, east }) {
    this.isOwn = true;
    const isAround = east - west >= 360;
    this.call('Drawn', Math.max(-90, south), isAround ? -180 : wrap(west), Math.min(90, north), isAround ? 180 : wrap(east));
  }

  /** For the text boxes: the part of the world that is seen. */
  shown() {
    if (!this.map) return null;
    const { south, west, north, east } = this.view();
    return [south, west, north, east].map(side => String(Number(side.toFixed(3))));
  }

  call(name, ...values) {
    this.desk.invokeMethodAsync(name, ...values).catch(() => {});   // Not connected: the page is greyed and says so.
  }
}

/** A land over the date line goes on beyond it, where its outline would jump to the other side of the world. */
function unroll({ type, coordinates }) {
  for (const ring of (type === 'Polygon' ? [coordinates] : coordinates).flat()) {
    let turn = 0;
    for (let i = 1; i < ring.length; i++) {
      const step = ring[i][0] + turn - ring[i - 1][0];
      if (step > 180) turn -= 360;
      else if (step < -180) turn += 360;
      ring[i] = [ring[i][0] + turn, ring[i][1]];
    }
  }
}

const wrap = longitude => ((longitude + 180) % 360 + 360) % 360 - 180;

const escape = text => Object.assign(document.createElement('span'), { textContent: text ?? '' }).innerHTML;

/** The widest piece of a land: where its name has room. */
function extent({ type, coordinates }) {
  let best = { west: 0, east: 0, south: 0, north: 0 };
  for (const [ring] of type === 'Polygon' ? [coordinates] : coordinates) {
    const [lon, lat] = [ring.map(point => point[0]), ring.map(point => point[1])];
    const box = { west: Math.min(...lon), east: Math.max(...lon), south: Math.min(...lat), north: Math.max(...lat) };
    if ((box.east - box.west) * (box.north - box.south) > (best.east - best.west) * (best.north - best.south)) best = box;
  }
  return { ...best, middle: [(best.west + best.east) / 2, (best.south + best.north) / 2] };
}
