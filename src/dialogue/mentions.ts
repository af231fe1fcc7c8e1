import type { Guide } from '../knowledge/compile.js';
import type { Facets } from '../knowledge/schema.js';
import { createPhraseFinder, type Span } from '../text/phrases.js';
import { tokenizeText } from '../text/tokenize.js';

/** What a question names besides its subject. */
export interface Mentions {
  /** Codes of countries and regions, in order. */
  readonly places: readonly string[];
  /** Neighboring occupations that the question is about, in order; not the asker's own. */
  readonly occupations: readonly string[];
  /** The facets that its words name; the place is the first one that the guide knows. */
  readonly facets: Facets;
  /** How many words it has. */
  readonly words: number;
  /** Its words without the places. */
  readonly withoutPlaces: readonly string[];
  /** Its words, each place replaced by one that the guide knows. */
  readonly knownPlaces: readonly string[];
  /** Its words without anything above and without filler; nothing is left of "and in Canada?". */
  readonly content: readonly string[];
}

export type Mentioner = (text: string) => Mentions;

/** What words.yaml writes for a name that is no place, such as "us dollars". */
const noPlace = 'none';

/** Words that carry a follow-up along but no subject. */
const fillers = new Set(
  'a about also an and any are as at but by can do does even for from have here how i if in is it its just like me mean meant my no not of ok okay on one ones only or please rather really same so tell than that the them then there these they this those to too um well were what when where which who why with would yes you your'.split(
    ' ',
  ),
);
/** An occupation behind one of these is the asker's own or a relative's, and not what is asked about. */
const background =
  /(?:\b(?:i am|i was|i have been|am|was|been|former|ex|currently|works?|worked|working|is|years?|months?|from|than|after|quit|leave|leaving|left) (?:as )?(?:an?|my|being an?|of)?|\bas an?|\bmy) ?$/;

export function createMentioner(guide: Guide): Mentioner {
  const places = createPhraseFinder(guide.gazetteer.codes);
  const occupations = createPhraseFinder(guide.words.occupations.flatMap((name) => [[name, name] as const, [`${name}s`, name] as const]));
  const ownNames = createPhraseFinder([...guide.head.job.names, ...guide.head.job.loosely].map((name) => [name, name]));
  const facetWords = Object.entries(guide.words.facets).map(([facet, values]) => ({
    facet,
    find: createPhraseFinder(
      Object.entries(values).flatMap(([value, words]) => words.map((word) => [tokenizeText(word).join(' '), value] as const)),
    ),
  }));
  const known = new Set([...guide.answers.values()].flatMap(({ facets }) => facets.place ?? []));

  const anyKnown = tokenizeText(guide.gazetteer.names.get([...known].find((place) => place !== guide.head.place) ?? '') ?? '');

  return (text) => {
    const tokens = tokenizeText(text);
    const foundPlaces = places(tokens).filter(({ value }) => value !== noPlace);
    const withoutPlaces = without(tokens, foundPlaces);
    const own = ownNames(tokens);
    const foundOccupations = occupations(tokens).filter(
      ({ start, end }) =>
        !own.some((name) => name.start < end && start < name.end) &&
        !background.test(tokens.slice(Math.max(0, start - 4), start).join(' ')),
    );
    const facets: Record<string, string> = {};
    const facetSpans = facetWords.flatMap(({ facet, find }) => {
      const spans = find(tokens);
      if (spans[0]) facets[facet] = spans[0].value;
      return spans;
    });
    const place = foundPlaces.find(({ value }) => known.has(value)) ?? foundPlaces[0];
    if (place) facets['place'] = place.value;
    const rest = without(tokens, [...foundPlaces, ...facetSpans, ...own]);
    return {
      places: [...new Set(foundPlaces.map(({ value }) => value))],
      occupations: [...new Set(foundOccupations.map(({ value }) => value))],
      facets,
      words: tokens.length,
      withoutPlaces,
      knownPlaces: replaceSpans(tokens, foundPlaces, anyKnown),
      content: rest.filter((token) => !fillers.has(token)),
    };
  };
}

const without = (tokens: readonly string[], spans: readonly Span[]): string[] =>
  tokens.filter((_, i) => !spans.some(({ start, end }) => start <= i && i < end));

const replaceSpans = (tokens: readonly string[], spans: readonly Span[], by: readonly string[]): string[] =>
  tokens.flatMap((token, i) => {
    const span = spans.find(({ start, end }) => start <= i && i < end);
    if (!span) return [token];
    return i === span.start ? by : [];
  });
