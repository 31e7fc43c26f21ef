// Writes countries.json from the npm package i18n-iso-countries (MIT, see NOTICE.md) and the newsroom names below.
//     npm install --prefix /tmp/countries i18n-iso-countries@7.14.0
//     node generate-countries.mjs /tmp/countries/node_modules/i18n-iso-countries
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
const read = (file) => JSON.parse(readFileSync(join(source, file), 'utf8'));
const languages = ['en', 'fr', 'de', 'es', 'ar', 'ru', 'uk', 'tr'];
const books = languages.map((language) => read(`langs/${language}.json`).countries);

// What wires write where ISO is long-winded; the first is the name on screen. A name given here is never ambiguous.
const newsroom = {
  AE: ['United Arab Emirates', 'UAE', 'U.A.E.', 'Emirates'], BA: ['Bosnia and Herzegovina', 'Bosnia', 'Bosnia-Herzegovina'],
  BN: ['Brunei'], BO: ['Bolivia'], BY: ['Belarus', 'Byelorussia'], CD: ['Democratic Republic of Congo', 'Congo', 'DR Congo', 'DRC', 'Congo-Kinshasa', 'Democratic Republic of the Congo'],
  CG: ['Republic of Congo', 'Congo-Brazzaville', 'Republic of the Congo'], CI: ['Ivory Coast', "Cote d'Ivoire"], CN: ['China', "People's Republic of China", 'PRC'],
  CV: ['Cape Verde', 'Cabo Verde'], CZ: ['Czech Republic', 'Czechia'], FK: ['Falkland Islands', 'Falklands'], FM: ['Micronesia'],
  GB: ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'], GM: ['Gambia', 'The Gambia'], HK: ['Hong Kong'], IR: ['Iran'], KP: ['North Korea', 'DPRK'],
  KR: ['South Korea', 'Republic of Korea'], LA: ['Laos'], LY: ['Libya'], MD: ['Moldova'], MK: ['North Macedonia', 'Macedonia'], MM: ['Myanmar', 'Burma'],
  MO: ['Macau', 'Macao'], NL: ['Netherlands', 'The Netherlands', 'Holland'], PS: ['Palestine', 'Palestinian Territories', 'Palestinian Territory', 'Occupied Palestinian Territory'],
  RU: ['Russia', 'Russian Federation'], SA: ['Saudi Arabia'], SY: ['Syria', 'Syrian Arab Republic', 'Siria', 'سورية'], SZ: ['Eswatini', 'Swaziland'], TL: ['East Timor', 'Timor-Leste'],
  TR: ['Turkey', 'Türkiye', 'Turkiye'], TW: ['Taiwan'], TZ: ['Tanzania'], US: ['United States', 'USA', 'U.S.A.', 'US', 'U.S.', 'United States of America'],
  VA: ['Vatican City', 'Vatican', 'Holy See'], VE: ['Venezuela'], VN: ['Vietnam', 'Viet Nam'], XK: ['Kosovo', 'XKK', 'XKO', 'KOS'], VG: ['British Virgin Islands'], VI: ['U.S. Virgin Islands'],
};

const list = (names) => (names === undefined ? [] : Array.isArray(names) ? names : [names]);
// "Syrien, Arabische Republik" and "Congo (República Democrática del)" are also written without the rest.
const short = (name) => name.replace(/\s*[,(].*$/u, '').trim();
const countries = read('codes.json')
  .map(([two, code]) => {
    // ISO leaves Kosovo to its users: XKX is what the wires and the World Bank write, XKK what CLDR does.
    const three = two === 'XK' ? 'XKX' : code;
    const names = books.flatMap((book) => list(book[two])).flatMap((name) => [name, short(name)]);
    return { alpha2: two, alpha3: three, newsroom: newsroom[two] ?? [], names };
  });

// A name that two countries share says neither of them, unless the newsroom has decided.
const fold = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const owners = new Map();
for (const country of countries) for (const name of country.names) owners.set(fold(name), (owners.get(fold(name)) ?? new Set()).add(country.alpha2));
const decided = new Map(countries.flatMap((country) => country.newsroom.map((name) => [fold(name), country.alpha2])));
const lines = countries.sort((a, b) => (a.alpha3 < b.alpha3 ? -1 : 1)).map(({ alpha2, alpha3, newsroom: own, names }) => {
  const clear = names.filter((name) => (decided.get(fold(name)) ?? alpha2) === alpha2 && (decided.has(fold(name)) || owners.get(fold(name)).size === 1));
  const all = [...new Map([...own, ...clear].map((name) => [fold(name), name])).values()];
  const first = own[0] ?? list(books[0][alpha2])[0];
  return JSON.stringify({ alpha2, alpha3, name: first, names: all.filter((name) => fold(name) !== fold(first)) });
});
writeFileSync(new URL('countries.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} countries`);
