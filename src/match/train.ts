import { createPhraseFinder, rewrite } from '../text/phrases.js';
import { tokenizeText } from '../text/tokenize.js';
import { addCentroids } from './centroids.js';
import { addScores, createRandom, defaultTraining, type Example, shuffle, trainClassifier } from './classifier.js';
import { type Confidence, centroidConfidence, fitConfidence, type Judged } from './confidence.js';
import type { Faq } from './faq.js';
import { type LookAlikes, type Model, quantize } from './model.js';
import { rankScores } from './rank.js';
import { createStemIndex } from './stem-index.js';
import { createScratch, createVectorSpace, type Scratch, toVector, type VectorSpace } from './vector-space.js';

interface Text {
  readonly entry: number;
  readonly tokens: readonly string[];
  /** Whether a person might type it; an answer is no question. */
  readonly question: boolean;
}

/** How much of the centroids is added to the trained weights. */
const centroidShare = 1;
/** A cosine is small for a softmax; this makes the centroids alone about as sure of themselves as the classifier. */
const centroidScale = 12;

/** A large FAQ needs fewer passes over it; these bound the training steps of the model, and of each hold-out round. */
const mostSteps = 160_000;
const mostRoundSteps = 50_000;
const fewestEpochs = 2;
/** More examples than this are told apart from fewer rivals each. */
const largeFaq = 5_000;
const fewRivals = 60;
/** More features than this, and the rarest are left out. */
const mostRows = 48_000;
const mostCentroidRows = 15_000;

function learnWeights(how: Model['how'], examples: readonly Example[], rows: number, entries: number, steps: number): Float32Array {
  const empty = new Float32Array(rows * entries);
  if (how === 'centroids') return addCentroids(empty, examples, entries, centroidScale);
  const epochs = Math.max(fewestEpochs, Math.min(defaultTraining.epochs, Math.floor(steps / examples.length)));
  const centroids = addCentroids(empty, examples, entries, 1);
  const rivals = examples.length > largeFaq ? fewRivals : defaultTraining.rivals;
  const weights = trainClassifier(examples, centroids, entries, { ...defaultTraining, epochs, rivals });
  for (let i = 0; i < weights.length; i++) weights[i]! += centroidShare * centroids[i]!;
  return weights;
}

/**
 * Learns a FAQ in one go; the same FAQ gives the same model to the byte.
 * @param how `centroids` takes well under a second, `trained` seconds: it also fits the classifier and the confidence
 */
export const train = (faq: Faq, how: Model['how']): Model =>
  learnModel(faq, how, how === 'trained' ? learnConfidence(faq) : centroidConfidence);

/** The part of `train` that ranks; the confidence, which takes as long, may be learnt beside it. */
export function learnModel(faq: Faq, how: Model['how'], confidence: Confidence): Model {
  const entries = faq.entries.length;
  const read = createReader(faq);
  const texts = collectTexts(faq, how, read);
  const notThis = collectNotThis(faq, read);
  const scratch = createScratch();
  const space = createVectorSpace(
    [...texts, ...notThis].map(({ tokens }) => tokens),
    how === 'centroids' ? mostCentroidRows : mostRows,
  );
  const examples = toExamples(texts, space, scratch);
  return {
    how,
    entries: faq.entries.map(({ id }) => id),
    rewrites: faq.rewrites ?? {},
    vocabulary: countWords([...texts, ...notThis]),
    space,
    stems: createStemIndex(texts),
    ...quantize(learnWeights(how, examples, space.idf.length, entries, mostSteps), entries),
    lookAlikes: collectLookAlikes(texts, notThis, space, scratch),
    confidence,
  };
}

/** The part of `train` that finds out, on held-out questions, what a good match looks like. */
export function learnConfidence(faq: Faq): Confidence {
  return fitConfidence(holdOut(collectTexts(faq, 'trained', createReader(faq)), faq.entries.length, createScratch()));
}

/** Centroids must be there at once, so they learn from no more phrasings an entry than this. */
const phrasingsForCentroids = 8;

type Read = (text: string) => string[];

function createReader(faq: Faq): Read {
  const find = createPhraseFinder(Object.entries(faq.rewrites ?? {}));
  return (text) => rewrite(tokenizeText(text), find);
}

function collectTexts(faq: Faq, how: Model['how'], read: Read): Text[] {
  return faq.entries.flatMap(({ question, phrasings, answer }, entry) => {
    const asked = [question, ...(how === 'centroids' ? phrasings.slice(0, phrasingsForCentroids) : phrasings)];
    const questions = asked.map((text) => ({ entry, tokens: read(text), question: true }));
    return answer ? [...questions, { entry, tokens: read(answer), question: false }] : questions;
  });
}

const toExamples = (texts: readonly Text[], space: VectorSpace, scratch: Scratch): Example[] =>
  texts.map(({ entry, tokens }) => ({ entry, vector: toVector(tokens, space, scratch) }));

function countWords(texts: readonly Text[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of texts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** What the entries must not answer. Its words are known to the model, so that they tell a look-alike from the real thing. */
const collectNotThis = (faq: Faq, read: Read): Text[] =>
  faq.entries.flatMap(({ notThis = [] }, entry) => notThis.map((text) => ({ entry, tokens: read(text), question: false })));

function collectLookAlikes(
  texts: readonly Text[],
  notThis: readonly Text[],
  space: VectorSpace,
  scratch: Scratch,
): Map<number, LookAlikes> {
  const lookAlikes = new Map<number, LookAlikes>();
  for (const entry of new Set(notThis.map((text) => text.entry))) {
    const not = notThis.filter((text) => text.entry === entry).map(({ tokens }) => toVector(tokens, space, scratch));
    lookAlikes.set(entry, { not, own: texts.filter((text) => text.entry === entry).map(({ tokens }) => tokens) });
  }
  return lookAlikes;
}

const rounds = 5;
/** Five weights need no more questions than this; a large FAQ asks so many in the first rounds. */
const enoughJudged = 12_000;

/**
 * Asks what the confidence is fitted on: in each of five rounds a fifth of the entries leaves whole (their phrasings
 * are questions that can't be answered), and a fifth of the other phrasings is held out (questions that can).
 */
function holdOut(texts: readonly Text[], entries: number, scratch: Scratch): Judged[] {
  const random = createRandom(11);
  const entryRound = dealRounds(entries, random);
  const textRound = dealRounds(texts.length, random);
  const judged: Judged[] = [];
  for (let round = 0; round < rounds && judged.length < enoughJudged; round++) {
    const absent = (text: Text): boolean => entryRound[text.entry] === round;
    const kept = texts.filter((text, i) => !absent(text) && textRound[i] !== round);
    const asked = texts.filter((text, i) => text.question && (absent(text) || textRound[i] === round));
    judged.push(...judgeRound(kept, asked, entries, scratch));
  }
  return judged;
}

function judgeRound(kept: readonly Text[], asked: readonly Text[], entries: number, scratch: Scratch): Judged[] {
  const space = createVectorSpace(
    kept.map(({ tokens }) => tokens),
    mostRows,
  );
  const stems = createStemIndex(kept);
  const weights = learnWeights('trained', toExamples(kept, space, scratch), space.idf.length, entries, mostRoundSteps);
  return asked.map(({ entry, tokens }) => {
    const scores = new Float32Array(entries);
    addScores(scores, weights, toVector(tokens, space, scratch));
    const { order, signals } = rankScores(scores, tokens, stems);
    return { signals, right: order[0] === entry && (scores[entry] ?? 0) > 1 / entries };
  });
}

function dealRounds(count: number, random: () => number): number[] {
  const dealt = Array.from({ length: count }, (_, i) => i % rounds);
  shuffle(dealt, random);
  return dealt;
}
