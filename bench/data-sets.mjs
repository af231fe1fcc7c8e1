import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What every contestant is measured on.
 * @typedef {object} DataSet
 * @property {string} name
 * @property {{ name: string, entries: { id: string, question: string, phrasings: string[], answer?: string }[] }} faq
 * @property {{ text: string, entries: string[] }[]} questions each with the entries that may answer it; none: out of scope
 * @property {number} phrasings how many there are in all, each entry's question among them
 * @property {number} available how many questions there were before `thinOut`
 * @property {(entry: string) => boolean} declines whether the entry only says that there is no answer
 */

/** Data that can't be used; the message names the file and what is wrong with it. */
export class DataError extends Error {}

/** fuse.js takes some 50 µs for each phrasing that it compares a question with, so it alone would take an hour without these. */
const mostQuestions = 1000;
const mostComparisons = 4_000_000;

/** @returns {DataSet[]} a set for each NAME.faq.json in the folder, which needs a NAME.questions.jsonl beside it */
export function readDataSets(folder) {
  const refuse = (what) => new DataError(`--data "${folder}" ${what}; name one with NAME.faq.json and NAME.questions.jsonl.`);
  if (!existsSync(folder)) throw refuse('does not exist');
  if (!statSync(folder).isDirectory()) throw refuse('is not a folder');
  const names = readdirSync(folder)
    .flatMap((file) => /^(.+)\.faq\.json$/.exec(file)?.[1] ?? [])
    .sort();
  if (names.length === 0) throw refuse('is a folder without any NAME.faq.json');
  return names.map((name) => readDataSet(folder, name));
}

function readDataSet(folder, name) {
  const faq = readFaq(join(folder, `${name}.faq.json`));
  const file = join(folder, `${name}.questions.jsonl`);
  const questions = readLines(file).filter(({ split }) => split === 'test');
  const ids = new Set(faq.entries.map(({ id }) => id));
  const lost = questions.find(({ entry }) => entry !== null && !ids.has(entry));
  if (lost)
    throw new DataError(`${file}: the entry of "${lost.text}" is ${lost.entry}, which the FAQ doesn't have; name one of its ids, or null.`);
  if (!questions.some(({ entry }) => entry !== null))
    throw new DataError(`${file} has no question of the split "test" that names its entry.`);
  return toDataSet(
    name,
    faq,
    questions.map(({ text, entry }) => ({ text, entries: entry === null ? [] : [entry] })),
  );
}

/** The project's own guide, with the questions of tests/eval. Its entries called none-… say that the guide doesn't tell. */
export async function readOwnKnowledge(root) {
  const faq = await readGuide(root);
  const questions = readLines(new URL('tests/eval/questions.jsonl', root));
  const outOfScope = readLines(new URL('tests/eval/out-of-scope.jsonl', root));
  const asked = [...questions, ...outOfScope].map(({ text, entries = [] }) => ({ text, entries }));
  return toDataSet("the project's own knowledge", faq, asked, (entry) => entry.startsWith('none-'));
}

async function readGuide(root) {
  const load = (path) => import(new URL(`dist/src/knowledge/${path}`, root));
  const [{ readKnowledge }, { checkKnowledge }, { compileGuide, toFaq }] = await Promise.all(
    ['read.js', 'check.js', 'compile.js'].map(load),
  );
  const { knowledge, problems = checkKnowledge(knowledge) } = readKnowledge(collectFiles(new URL('knowledge/', root)));
  const [first] = problems;
  if (first)
    throw new Error(
      `The knowledge is not fit to be measured: ${first.file}:${first.line}: ${first.message} (${problems.length} problems in all).`,
    );
  return toFaq(compileGuide(knowledge), knowledge);
}

/** A guide is its folder and the small talk that all guides share. */
function collectFiles(knowledge) {
  const guide = new URL('library-technical-assistant/', knowledge);
  const topics = readdirSync(new URL('topics/', guide))
    .sort()
    .map((file) => `topics/${file}`);
  const paths = ['guide.yaml', 'words.yaml', 'figures.yaml', ...topics];
  const files = [['smalltalk.yaml', new URL('smalltalk.yaml', knowledge)], ...paths.map((path) => [path, new URL(path, guide)])];
  return files.map(([path, url]) => ({ path, text: readText(url) }));
}

function toDataSet(name, faq, asked, declines = () => false) {
  const phrasings = faq.entries.reduce((sum, entry) => sum + 1 + entry.phrasings.length, 0);
  const questions = thinOut(asked, Math.min(mostQuestions, Math.ceil(mostComparisons / phrasings)));
  return { name, faq, phrasings, questions, available: asked.length, declines };
}

/** Keeps so many at most, evenly spaced, the same on every run. */
function thinOut(questions, most) {
  if (questions.length <= most) return questions;
  return Array.from({ length: most }, (_, i) => questions[Math.floor((i * questions.length) / most)]);
}

function readFaq(file) {
  const faq = parse(readText(file), file);
  const isEntry = (entry) => typeof entry?.id === 'string' && typeof entry.question === 'string' && Array.isArray(entry.phrasings);
  if (Array.isArray(faq?.entries) && faq.entries.length > 0 && faq.entries.every(isEntry)) return faq;
  throw new DataError(`${file} is not a FAQ: it needs {"name","entries":[{"id","question","phrasings":[…]}]}.`);
}

function readLines(file) {
  const lines = readText(file)
    .split('\n')
    .map((line, i) => ({ line, place: `${file}:${i + 1}` }));
  return lines
    .filter(({ line }) => line.trim())
    .map(({ line, place }) => {
      const question = parse(line, place);
      if (typeof question?.text !== 'string') throw new DataError(`${place} is not a question: it needs {"id","split","text","entry"}.`);
      return question;
    });
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DataError(`${file} can't be read: ${cause.message}`, { cause });
  }
}

function parse(text, place) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError(`${place} is not JSON: ${cause.message}`, { cause });
  }
}
