import { normalize } from './normalize.js';

const wordPattern = /[\p{L}\p{N}]+(?:'[\p{L}]+)*|[+#%$€£¥]/gu;

const irregular: Readonly<Record<string, string>> = {
  "can't": 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "let's": 'let us',
  "y'all": 'you all',
  cannot: 'can not',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  cant: 'can not',
  wont: 'will not',
  couldnt: 'could not',
  shouldnt: 'should not',
  wouldnt: 'would not',
  havent: 'have not',
  hasnt: 'has not',
  im: 'i am',
  ive: 'i have',
  whats: 'what is',
  wheres: 'where is',
  hows: 'how is',
  whos: 'who is',
  thats: 'that is',
  theres: 'there is',
  youre: 'you are',
  theyre: 'they are',
  gonna: 'going to',
  gotta: 'got to',
  wanna: 'want to',
  gimme: 'give me',
  lemme: 'let me',
};
const endings: readonly (readonly [string, string])[] = [
  ["n't", ' not'],
  ["'re", ' are'],
  ["'ll", ' will'],
  ["'ve", ' have'],
  ["'m", ' am'],
  ["'d", ' would'],
];
/** After these words 's is "is"; elsewhere it is a possessive and falls away. */
const pronouns = new Set(['what', 'where', 'how', 'who', 'when', 'why', 'that', 'there', 'it', 'he', 'she', 'here', 'this']);

/**
 * The words of a normalized text in order, contractions written out ("what's" → what, is).
 * @param limit how many words are read at the most; the rest of a longer text is ignored
 */
export function tokenize(normalized: string, limit = 256): string[] {
  const tokens: string[] = [];
  for (const [word] of normalized.matchAll(wordPattern)) {
    if (tokens.length >= limit) break;
    for (const part of expand(word).split(' ')) if (part) tokens.push(part.slice(0, longestWord));
  }
  return tokens;
}

const longestWord = 40;

function expand(word: string): string {
  if (Object.hasOwn(irregular, word)) return irregular[word] ?? word;
  if (!word.includes("'")) return word;
  for (const [ending, written] of endings) {
    if (word.endsWith(ending)) return `${word.slice(0, -ending.length)}${written}`.replaceAll("'", '');
  }
  const stem = word.slice(0, word.lastIndexOf("'"));
  if (word.endsWith("'s")) return pronouns.has(stem) ? `${stem} is` : stem.replaceAll("'", '');
  return word.replaceAll("'", '');
}

/** The words of a text as it was typed. */
export const tokenizeText = (text: string, limit?: number): string[] => tokenize(normalize(text), limit);
