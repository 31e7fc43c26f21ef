// The list of cities under the panel's City box. The box stays the panel's and stays a text box: what is typed is kept and
// sent by CaptionPanel.razor.js, and a city that is taken is put into the boxes as if its fields had been typed.
import { placeList } from '../../Controls/PlacePicker.razor.js';
import { put } from './CaptionPanel.razor.js';

export function attach(root, desk) {
  const box = root.parentElement.querySelector('[data-field="cityName"]');
  const list = root.querySelector('[data-place-list]');
  const count = root.querySelector('[data-place-count]');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  return placeList(box, list, {
    ask: async typed => {
      const offers = await desk.invokeMethodAsync('Complete', typed);
      count.textContent = offers.length === 0 ? '' : `${offers.length} ${offers.length === 1 ? 'place' : 'places'}, arrow down to choose`;
      return offers;
    },
    take: offer => {
      count.textContent = '';
      for (const [field, text] of Object.entries(offer.fields)) put(field, text);
    },
  });
}
