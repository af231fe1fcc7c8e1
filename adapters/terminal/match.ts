import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createMatcher, decideMatch, type Faq, faqSchema, train } from '../../src/index.js';
import { Failure } from '../failure.js';
import { readLines, type Streams, writeLine } from './streams.js';

const questionSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const example = '{"id":"1","text":"How do I return it?"}';

/**
 * Learns any FAQ and matches a question a line against it.
 * @returns whether every line was a question
 */
export async function matchLines(path: string, streams: Streams): Promise<boolean> {
  const matcher = createMatcher(train(readFaq(path), 'trained'));
  let number = 0;
  let good = true;
  for await (const line of readLines(streams.input)) {
    number++;
    if (line.trim() === '') continue;
    const question = questionSchema.safeParse(parseJson(line));
    if (!question.success) {
      good = false;
      writeLine(streams.errors, `Line ${number} is no question; it must look like ${example}.`);
      continue;
    }
    const started = performance.now();
    const match = matcher.match(question.data.text);
    const kind = decideMatch(match);
    const us = Math.round((performance.now() - started) * 1000);
    await writeLine(streams.output, JSON.stringify({ id: question.data.id, kind, ranked: match.ranked, confidence: match.confidence, us }));
  }
  return good;
}

function readFaq(path: string): Faq {
  const parsed = faqSchema.safeParse(parseJson(readText(path)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the whole';
  throw new Failure(
    `${path} is no FAQ: ${where}: ${issue?.message}. It must look like {"name","entries":[{"id","question","phrasings":[…]}]}.`,
    1,
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Failure(`${path} can't be read. Name a FAQ file: ready-reference match FAQ.json`, 1, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
