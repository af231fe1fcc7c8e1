import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import nodeNlp from 'node-nlp';
import { createMatcher } from '../dist/src/match/matcher.js';
import { train } from '../dist/src/match/train.js';

/**
 * An engine under measurement. `build` learns a FAQ; what it returns finds the best entry for a question with the
 * engine's own score, the higher the surer, or nothing.
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(faq: object) => Ask | Promise<Ask>} build
 * @typedef {(text: string) => Found | undefined | Promise<Found | undefined>} Ask
 * @typedef {{ entry: string, score: number }} Found
 */

const questionsOf = ({ question, phrasings }) => [question, ...phrasings];

/** @type {readonly Contestant[]} the engine first, and fuse.js by itself next: `findShortfalls` counts on it */
export const contestants = [
  { name: 'ready-reference', build: buildOurs },
  { name: 'fuse.js', build: (faq) => buildFuse(faq, {}) },
  { name: 'fuse.js, token search', build: (faq) => buildFuse(faq, { useTokenSearch: true }) },
  { name: 'MiniSearch', build: (faq) => buildMiniSearch(faq, {}) },
  { name: 'MiniSearch, prefix and fuzzy', build: (faq) => buildMiniSearch(faq, { prefix: true, fuzzy: 0.2 }) },
  { name: 'node-nlp', build: buildNodeNlp },
];

function buildOurs(faq) {
  const matcher = createMatcher(train(faq, 'trained'));
  return (text) => {
    const { ranked, confidence } = matcher.match(text);
    return ranked[0] && { entry: ranked[0].entry, score: confidence };
  };
}

/** One document a phrasing; fuse.js gives the best the lowest score. */
function buildFuse(faq, options) {
  const documents = faq.entries.flatMap((entry) => questionsOf(entry).map((text) => ({ entry: entry.id, text })));
  const fuse = new Fuse(documents, { keys: ['text'], includeScore: true, ...options });
  return (text) => {
    const [best] = fuse.search(text, { limit: 1 });
    return best && { entry: best.item.entry, score: 1 - best.score };
  };
}

/** One document an entry; the answer stays out, for with it MiniSearch is right less often. */
function buildMiniSearch(faq, searchOptions) {
  const index = new MiniSearch({ fields: ['question', 'phrasings'], searchOptions });
  index.addAll(faq.entries.map(({ id, question, phrasings }) => ({ id, question, phrasings: phrasings.join('\n') })));
  return (text) => {
    const [best] = index.search(text);
    return best && { entry: best.id, score: best.score };
  };
}

const silentLogger = Object.fromEntries(['debug', 'info', 'warn', 'error', 'log', 'trace', 'fatal'].map((level) => [level, () => {}]));

/** One intent an entry. Its guess counts even where it calls the question None, for that only adds to its right answers. */
async function buildNodeNlp(faq) {
  const manager = new nodeNlp.NlpManager({ languages: ['en'], autoSave: false, autoLoad: false, forceNER: false, nlu: { log: false } });
  manager.container.register('logger', silentLogger, true);
  for (const entry of faq.entries) for (const text of questionsOf(entry)) manager.addDocument('en', text, entry.id);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process('en', text);
    const best = classifications.find(({ intent }) => intent !== 'None');
    return best && { entry: best.intent, score: best.score };
  };
}
