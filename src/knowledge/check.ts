import { normalize } from '../text/normalize.js';
import { figuresIn, fillIn, placeholder, resolveFigures } from './figures.js';
import type { Problem } from './problem.js';
import type { Knowledge } from './read.js';
import type { Entry } from './schema.js';

export const longestAnswer = 300;
export const longestDetails = 900;

/** What the schema can't see: references that lead nowhere, duplicates, numbers bound to no figure, answers too long. */
export function checkKnowledge(knowledge: Knowledge): Problem[] {
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
    entry.phrasings.forEach((phrasing, i) => claim(entry, phrasing, 'phrasings', i));
  }
  for (const talk of knowledge.smalltalk) talk.phrasings.forEach((phrasing, i) => claim(talk, phrasing, 'phrasings', i));
  return problems;
}

function checkAnswers(knowledge: Knowledge): Problem[] {
  const figures = resolveFigures(knowledge.figures);
  return knowledge.entries.flatMap((entry) =>
    (['answer', 'details'] as const).flatMap((field) => {
      const text = entry[field];
      if (!text) return [];
      const place = knowledge.placeOf(entry, field);
      const problems: Problem[] = [];
      for (const id of figuresIn(text)) {
        if (!figures.has(id)) problems.push({ ...place, message: `${entry.id}: {{${id}}} is no figure; see figures.yaml` });
      }
      const { length } = fillIn(text, figures);
      const most = field === 'answer' ? longestAnswer : longestDetails;
      if (length > most) problems.push({ ...place, message: `${entry.id}: the ${field} has ${length} characters; ${most} at most` });
      const number = unboundNumber(text);
      if (number) {
        problems.push({
          ...place,
          message: `${entry.id}: the ${field} says "${number}", a number bound to no figure; put it into figures.yaml and write {{its-id}}`,
        });
      }
      return problems;
    }),
  );
}

const digits = /(?<![\p{L}\d])[$€£¥]?\d[\d,.]*(?:k|%)?(?![\p{L}\d])/u;
const spelledOut =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|hundred|half a)[- ](?:years?|months?|hours?|weeks?|days?|percent|dollars|thousand)\b/i;

/** A number that stands for itself: digits that belong to no name ("3D", "MARC21" do), or a count of time or money in words. */
export function unboundNumber(answer: string): string | undefined {
  const bare = answer.replace(placeholder, ' ');
  return (digits.exec(bare) ?? spelledOut.exec(bare))?.[0];
}

function checkFigures(knowledge: Knowledge): Problem[] {
  const used = new Set(knowledge.entries.flatMap(({ answer, details = '' }) => figuresIn(`${answer} ${details}`)));
  return knowledge.figures
    .filter(({ id }) => !used.has(id))
    .map((figure) => ({ ...knowledge.placeOf(figure, 'id'), message: `no answer states the figure ${figure.id}; use it or take it out` }));
}
