import { tokenizeText } from '../text/tokenize.js';

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  one: 1,
  second: 2,
  '2nd': 2,
  two: 2,
  third: 3,
  '3rd': 3,
  three: 3,
  fourth: 4,
  '4th': 4,
  four: 4,
  fifth: 5,
  '5th': 5,
  five: 5,
  sixth: 6,
  '6th': 6,
  six: 6,
};
/** Words that may stand around a number when it is a choice: "the second one please", "number 2". */
const around = new Set([
  'the',
  'one',
  'number',
  'no',
  'option',
  'choice',
  'please',
  'pls',
  'i',
  'mean',
  'meant',
  'want',
  'take',
  'pick',
  'ok',
  'yes',
  'yeah',
  'lets',
  'go',
  'with',
  'would',
  'like',
  'that',
  'is',
  'it',
]);

/**
 * Which of the offered choices a message picks: "2", "the second one", "last one", "2 pls".
 * @returns the choice, or undefined where the message is no choice, or none of that number was offered
 */
export function chosen<T>(text: string, offered: readonly T[]): T | undefined {
  const tokens = tokenizeText(text, 12).filter((token) => token !== '#');
  if (tokens.length === 0 || tokens.length > 7) return undefined;
  const said = tokens.map((token) => (/^\d$/.test(token) ? Number(token) : ordinals[token]));
  const numbers = said.flatMap((number, i) => (number === undefined || (tokens[i] === 'one' && tokens.length > 1) ? [] : [number]));
  const isLast = tokens.includes('last');
  const rest = tokens.filter((token, i) => said[i] === undefined && !around.has(token) && token !== 'last');
  if (rest.length > 0 || numbers.length + (isLast ? 1 : 0) !== 1) return undefined;
  return isLast ? offered.at(-1) : offered[(numbers[0] ?? 0) - 1];
}
