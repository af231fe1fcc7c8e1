import { normalize } from '../text/normalize.js';
import { figuresIn, fillIn, placeholder, resolveFigures } from './figures.js';
import type { Problem } from './problem.js';
import type { Knowledge } from './read.js';
import type { Entry } from './schema.js';

export const longestAnswer = 300;
export const longestDetails = 900;

/** What the schema can't see: references that lead nowhere, duplicates, numbers bound to no figure, answers too long. */
export function checkKnowledge(knowledge: Knowledge): Problem[] {
  const differences = checkDifferences(knowledge);
  if (differences.length > 0) return differences;
  return [...checkIds(knowledge), ...checkPhrasings(knowledge), ...checkAnswers(knowledge), ...checkFigures(knowledge)];
}

function checkIds(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const record of [...knowledge.figures, ...knowledge.entries, ...knowledge.smalltalk]) {
    if (seen.has(record.id))
      problems.push({ ...knowledge.placeOf(record, 'id'), message: `the id ${record.id} is used twice; rename one` });
    seen.add(record.id);
  }
  const entries = new Set(knowledge.entries.map(({ id }) => id));
  for (const entry of knowledge.entries) {
    entry.related?.forEach((id, i) => {
      if (entries.has(id) && id !== entry.id) return;
      problems.push({ ...knowledge.placeOf(entry, 'related', i), message: `${entry.id}: related names ${id}, which is no other entry` });
    });
  }
  return problems;
}

function checkPhrasings(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const claim = (record: Entry | Knowledge['smalltalk'][number], text: string, ...path: (string | number)[]): void => {
    const key =
      normalize(text)
        .replace(/[^\p{L}\p{N}$€£¥%#+]+/gu, ' ')
        .trim() || text;
    const owner = owners.get(key);
    if (owner) {
      problems.push({
        ...knowledge.placeOf(record, ...path),
        message: `${record.id}: "${text}" is a phrasing of ${owner} already; keep one`,
      });
    }
    owners.set(key, record.id);
  };
  for (const entry of knowledge.entries) {
    claim(entry, entry.question, 'question');
    for (const [i, phrasing] of entry.phrasings.entries()) claim(entry, phrasing, 'phrasings', i);
  }
  for (const talk of knowledge.smalltalk) {
    for (const [i, phrasing] of talk.phrasings.entries()) claim(talk, phrasing, 'phrasings', i);
  }
  return problems;
}

function checkAnswers(knowledge: Knowledge): Problem[] {
  const figures = resolveFigures(knowledge.figures);
  return knowledge.entries.flatMap((entry) => {
    const tell = (message: string, ...path: (string | number)[]): Problem => ({
      ...knowledge.placeOf(entry, ...path),
      message: `${entry.id}: ${message}`,
    });
    const cells = entry.table?.rows.flat() ?? [];
    const uneven = entry.table?.rows.findIndex((row) => row.length !== entry.table?.head.length) ?? -1;
    return [
      ...checkText(entry.answer, longestAnswer, figures).map((message) => tell(`the answer ${message}`, 'answer')),
      ...checkText(entry.details ?? '', longestDetails, figures).map((message) => tell(`the details ${message}`, 'details')),
      ...cells.flatMap((cell) => checkText(cell, longestAnswer, figures)).map((message) => tell(`a cell of the table ${message}`, 'table')),
      ...(uneven >= 0 ? [tell(`row ${uneven + 1} of the table must have as many cells as the head`, 'table', 'rows', uneven)] : []),
    ];
  });
}

/** What is wrong with a text that states figures, each as the rest of a sentence. */
function checkText(text: string, most: number, figures: ReturnType<typeof resolveFigures>): string[] {
  const messages = figuresIn(text)
    .filter((id) => !figures.has(id))
    .map((id) => `names {{${id}}}, which is no figure; see figures.yaml`);
  const malformed = /\{\{?[^{}]*\}?\}/.exec(text.replace(placeholder, ' '))?.[0];
  if (malformed)
    messages.push(`has "${malformed}", which is no placeholder; write {{figure-id}}, {{figure-id.as_of}} or {{figure-id.publisher}}`);
  const { length } = fillIn(text, figures);
  if (length > most) messages.push(`has ${length} characters; ${most} at most`);
  const number = unboundNumber(text);
  if (number) messages.push(`says "${number}", a number bound to no figure; put it into figures.yaml and write {{its-id}}`);
  return messages;
}

/** Names that have a number of their own. */
const namesWithNumbers = /\b(?:MARC ?21|K-12|24\/7|Web \d\.0|COVID-19|ISO \d+)\b/gi;
const digits = /(?<![\p{L}\d])[$€£¥]?\d[\d,.]*(?:%|[kKM]|bn|(?:yrs?|hrs?|mos?)\b)?(?![\p{L}\d])|½/u;
const spelledOut =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|a dozen|half an?|and a half)[- ](?:years?|months?|hours?|weeks?|days?|minutes?|decades?|percent|dollars|thousand)\b/i;

/** A number that stands for itself: digits that belong to no name ("3D", "MARC21" do), or a count of time or money in words. */
export function unboundNumber(answer: string): string | undefined {
  const bare = answer.replace(placeholder, ' ').replace(namesWithNumbers, ' ');
  return (digits.exec(bare) ?? spelledOut.exec(bare))?.[0];
}

function checkFigures(knowledge: Knowledge): Problem[] {
  const used = new Set(
    knowledge.entries.flatMap(({ answer, details = '', table }) => figuresIn([answer, details, ...(table?.rows.flat() ?? [])].join(' '))),
  );
  return knowledge.figures
    .filter(({ id }) => !used.has(id))
    .map((figure) => ({ ...knowledge.placeOf(figure, 'id'), message: `no answer states the figure ${figure.id}; use it or take it out` }));
}

/** A difference that can't be worked out leaves no answer to check. */
function checkDifferences(knowledge: Knowledge): Problem[] {
  const byId = new Map(knowledge.figures.map((figure) => [figure.id, figure]));
  return knowledge.figures.flatMap((figure) => {
    if (!('difference' in figure)) return [];
    const [more, less] = figure.difference.map((id) => byId.get(id));
    if (more && less && 'value' in more && 'value' in less && more.unit === less.unit) return [];
    const message = `${figure.id}: a difference needs two figures with a single value each and the same unit`;
    return [{ ...knowledge.placeOf(figure, 'difference'), message }];
  });
}
