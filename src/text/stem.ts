import { stemmer } from 'stemmer';

const known = new Map<string, string>();
const mostRemembered = 20_000;

/** The Porter stem of a lower-case word (Porter 1980), remembered; words with a digit or in another script stay as they are. */
export function stem(word: string): string {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const stemmed = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (known.size < mostRemembered) known.set(word, stemmed);
  return stemmed;
}
