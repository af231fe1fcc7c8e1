import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { normalize } from '../text/normalize.js';
import type { Words } from './schema.js';

/** How people name places, and how the program names them back. */
export interface Gazetteer {
  /** A name as it is typed, normalized, to a country's two letters or a region: "south korea" → kr, "nordic" → scandinavia. */
  readonly codes: ReadonlyMap<string, string>;
  /** A country's or a region's name in an answer: kr → "South Korea". */
  readonly names: ReadonlyMap<string, string>;
  /** The regions that a place lies in: no → western-europe, scandinavia. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
}

/** Loaded only where a guide is compiled: it is large, and an answer needs nothing of it. */
const loadCountries = (): Countries => createRequire(import.meta.url)('world-countries') as Countries;

/** Names that mostly mean something else: a verb, a state of the US, a person. */
const notPlaces = new Set(['polish', 'jersey', 'georgia', 'georgian', 'chad', 'jordan', 'man', 'channel islander']);
/** Short names that everybody types. */
const shortNames: Readonly<Record<string, string>> = { us: 'us', usa: 'us', 'u s': 'us', 'u s a': 'us', uk: 'gb', 'u k': 'gb' };

/** All countries and nationalities of world-countries, with the guide's own names and regions over them. */
export function createGazetteer(words: Pick<Words, 'places' | 'regions'>): Gazetteer {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  for (const country of loadCountries()) {
    const code = country.cca2.toLowerCase();
    names.set(code, withArticle(country.name.common));
    const english = country.demonyms['eng'];
    const spellings = country.altSpellings.filter((name) => name.length > 3);
    for (const name of [country.name.common, country.name.official, ...spellings, english?.m ?? '', english?.f ?? '']) {
      const typed = key(name);
      if (typed.length > 3 && !notPlaces.has(typed) && !codes.has(typed)) codes.set(typed, code);
    }
  }
  for (const [name, code] of Object.entries(shortNames)) codes.set(name, code);
  for (const [name, code] of Object.entries(words.places)) codes.set(key(name), code);
  const regions = new Map<string, string[]>();
  for (const [region, members] of Object.entries(words.regions)) {
    for (const member of members) regions.set(member, [...(regions.get(member) ?? []), region]);
  }
  for (const code of new Set(codes.values())) if (!names.has(code)) names.set(code, capitalize(code));
  return { codes, names, regions };
}

const key = (name: string): string =>
  normalize(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const theseTakeThe = /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Seychelles|Czech Republic|Dominican Republic|Ivory)/;
const withArticle = (name: string): string => (theseTakeThe.test(name) ? `the ${name}` : name);

const capitalize = (code: string): string =>
  code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
