import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Assistant,
  checkKnowledge,
  type Guide,
  type Matcher,
  readKnowledge,
  toJsonSchemas,
  toPlainText,
  writeProblem,
} from '../../src/index.js';
import type { KnowledgeFolder } from '../knowledge-folder.js';
import { type Streams, writeLine } from './streams.js';

/**
 * Tells every problem of the knowledge, each with its file and line.
 * @returns whether there is none
 */
export function checkFolder(folder: KnowledgeFolder, { output, errors }: Streams): boolean {
  const reading = readKnowledge(folder.files);
  const problems = 'problems' in reading ? reading.problems : checkKnowledge(reading.knowledge);
  for (const problem of problems) writeLine(errors, writeProblem(problem));
  if (problems.length > 0) {
    writeLine(errors, `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${folder.path}.`);
    return false;
  }
  if ('knowledge' in reading) {
    const { entries, figures } = reading.knowledge;
    const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
    writeLine(output, `The knowledge is in order: ${entries.length} entries, ${phrasings} phrasings, ${figures.length} figures.`);
  }
  return true;
}

const mostExplained = 5;

/** Shows how a question is understood: the reply, the likeliest entries, and what each word added to their scores. */
export function explainQuestion(
  question: string,
  { guide, matcher, assistant }: { guide: Guide; matcher: Matcher; assistant: Assistant },
  { output }: Streams,
): void {
  const { tokens, ranked, confidence } = matcher.match(question);
  writeLine(output, `Read as: ${tokens.join(' ')}`);
  writeLine(output, `Confidence: ${percent(confidence)} that the first is right`);
  for (const { entry, score } of ranked.slice(0, mostExplained)) {
    writeLine(output, `\n${percent(score)}  ${entry}  ${guide.answers.get(entry)?.question ?? ''}`);
    const shares = matcher.explain(question, entry);
    writeLine(output, `      ${shares.map(({ word, share }) => `${word} ${share >= 0 ? '+' : ''}${share.toFixed(2)}`).join('  ')}`);
  }
  writeLine(output, `\nThe reply:\n${toPlainText(assistant.ask('why', question))}`);
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** Writes the JSON Schema of each kind of file: into a folder, or all in one object to standard output. */
export function writeSchemas(folder: string | undefined, { output }: Streams): void {
  const schemas = toJsonSchemas();
  if (folder === undefined) {
    writeLine(output, JSON.stringify(schemas, null, 2));
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, schema] of Object.entries(schemas)) {
    const name = `${file.replace('/*', '').replace('.yaml', '')}.schema.json`;
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
    writeLine(output, join(folder, name));
  }
}
