import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkKnowledge,
  compileGuide,
  createMatcher,
  type Faq,
  type Guide,
  type Knowledge,
  KnowledgeError,
  type Matcher,
  readKnowledge,
  toEllipticFaq,
  toFaq,
  train,
} from '../src/index.js';
import { type KnowledgeFolder, readKnowledgeFolder } from './knowledge-folder.js';
import { learnBeside } from './learn.js';
import { formatVersion, type LearnedGuide, packGuide, unpackGuide } from './model-file.js';

/** A guide that questions can be put to. */
export interface Prepared {
  readonly guide: Guide;
  readonly matcher: Matcher;
  readonly elliptic: Matcher;
}

/** Where things are: the guide's folder, small talk for a guide without its own, and the cache. */
export interface Places {
  readonly knowledge: string;
  readonly smalltalk: string;
  readonly cache: string;
}

const cacheFile = (places: Places, folder: KnowledgeFolder): string => join(places.cache, `${folder.hash}-${formatVersion}.bin`);

/**
 * Loads the trained model if the knowledge hasn't changed since it was made; otherwise learns centroids, which answer at once.
 * @throws KnowledgeError with every problem, if the knowledge can't be used
 */
export function prepare(places: Places): Prepared & { readonly trained: boolean } {
  const folder = readKnowledgeFolder(places.knowledge, places.smalltalk);
  const cached = loadCached(cacheFile(places, folder));
  if (cached) return { ...toPrepared(cached), trained: true };
  const { guide, faq, elliptic } = compile(folder);
  return { ...toPrepared({ guide, model: train(faq, 'centroids'), elliptic: train(elliptic, 'centroids') }), trained: false };
}

/**
 * Trains the knowledge's model, and keeps it for the next start where the cache can be written.
 * @param idly whether the program may end before it is done
 */
export async function build(places: Places, idly: boolean): Promise<Prepared> {
  const folder = readKnowledgeFolder(places.knowledge, places.smalltalk);
  const { guide, faq, elliptic } = compile(folder);
  const built = { guide, model: await learnBeside(faq, idly), elliptic: train(elliptic, 'centroids') };
  saveCached(places, cacheFile(places, folder), built);
  return toPrepared(built);
}

const toPrepared = ({ guide, model, elliptic }: LearnedGuide): Prepared => ({
  guide,
  matcher: createMatcher(model),
  elliptic: createMatcher(elliptic),
});

/** @throws KnowledgeError with every problem that was found */
function openKnowledge(folder: KnowledgeFolder): Knowledge {
  const reading = readKnowledge(folder.files);
  if ('problems' in reading) throw new KnowledgeError(reading.problems);
  return reading.knowledge;
}

function compile(folder: KnowledgeFolder): { readonly guide: Guide; readonly faq: Faq; readonly elliptic: Faq } {
  const knowledge = openKnowledge(folder);
  const problems = checkKnowledge(knowledge);
  if (problems.length > 0) throw new KnowledgeError(problems);
  const guide = compileGuide(knowledge);
  return { guide, faq: toFaq(guide, knowledge), elliptic: toEllipticFaq(guide) };
}

/** A cache that can't be read is no loss: it is made anew. */
function loadCached(file: string): LearnedGuide | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return unpackGuide(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** So many models are kept, the newest: one a guide, and a few of knowledge that is being worked on. */
const mostKept = 4;
const modelsByAge = (cache: string): string[] =>
  readdirSync(cache)
    .filter((name) => name.endsWith('.bin'))
    .map((name) => join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Written whole or not at all. A cache that can't be written only costs time at the next start. */
function saveCached(places: Places, file: string, learned: LearnedGuide): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(places.cache, { recursive: true });
    writeFileSync(unfinished, packGuide(learned));
    renameSync(unfinished, file);
    for (const old of modelsByAge(places.cache).slice(mostKept)) rmSync(old, { force: true });
  } catch {
    rmSync(unfinished, { force: true });
  }
}
