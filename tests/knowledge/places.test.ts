import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../src/knowledge/places.js';

const gazetteer = createGazetteer({
  places: { nordics: 'scandinavia', London: 'gb', 'us dollars': 'none', American: 'us' },
  regions: { scandinavia: ['no', 'se'], 'western-europe': ['no', 'gb'] },
});

test.each([
  ['canada', 'ca'],
  ['germany', 'de'],
  ['japan', 'jp'],
  ['south korea', 'kr'],
  ['new zealand', 'nz'],
  ['united states', 'us'],
  ['us', 'us'],
  ['usa', 'us'],
  ['u s', 'us'],
  ['uk', 'gb'],
  ['cote d ivoire', 'ci'],
])('%s is a country', (name, code) => {
  expect(gazetteer.codes.get(name)).toBe(code);
});

test.each([
  ['canadian', 'ca'],
  ['german', 'de'],
  ['japanese', 'jp'],
  ['swiss', 'ch'],
  ['spanish', 'es'],
  ['south korean', 'kr'],
])('%s is a nationality', (name, code) => {
  expect(gazetteer.codes.get(name)).toBe(code);
});

test.each([
  ['nordics', 'scandinavia'],
  ['london', 'gb'],
  ['american', 'us'],
  ['us dollars', 'none'],
])("%s is one of the guide's own names", (name, code) => {
  expect(gazetteer.codes.get(name)).toBe(code);
});

test.each(['polish', 'jersey', 'georgia', 'georgian', 'chad', 'jordan', 'man', 'in', 'no', 'it', 'me', 'is', 'so', 'library', ''])(
  '"%s" is no place',
  (word) => {
    expect(gazetteer.codes.has(word)).toBe(false);
  },
);

describe('A code is named back', () => {
  test.each([
    ['ca', 'Canada'],
    ['us', 'the United States'],
    ['gb', 'the United Kingdom'],
    ['nl', 'the Netherlands'],
    ['scandinavia', 'Scandinavia'],
  ])('%s is %s', (code, name) => {
    expect(gazetteer.names.get(code)).toBe(name);
  });

  test('A region of several words is capitalized', () => {
    const { names } = createGazetteer({ places: { europe: 'western-europe' }, regions: {} });
    expect(names.get('western-europe')).toBe('Western Europe');
  });
});

test('A country lies in each region that names it', () => {
  expect(gazetteer.regions.get('no')).toEqual(['scandinavia', 'western-europe']);
  expect(gazetteer.regions.get('gb')).toEqual(['western-europe']);
  expect(gazetteer.regions.get('ca')).toBeUndefined();
});
