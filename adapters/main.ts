#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { config } from 'dotenv';
import { type Assistant, createAssistant, KnowledgeError } from '../src/index.js';
import { type Environment, parseEnvironment } from './environment.js';
import { Failure } from './failure.js';
import { readKnowledgeFolder } from './knowledge-folder.js';
import { build, type Places, type Prepared, prepare } from './prepare.js';
import { askLines, askOnce } from './terminal/ask.js';
import { chat } from './terminal/chat.js';
import { checkFolder, explainQuestion, writeSchemas } from './terminal/knowledge.js';
import { matchLines } from './terminal/match.js';
import type { Streams } from './terminal/streams.js';

const usage = `Ready Reference answers career questions from a guide that a person wrote.

ready-reference start                     talk to it here, in the terminal
ready-reference chat                      the same
ready-reference ask "question"            one answer as plain text
ready-reference ask --json "question"     one answer as JSON
ready-reference ask --jsonl               a JSON request a line on standard input, a reply a line
ready-reference match FAQ.json            match the questions on standard input against any FAQ
ready-reference knowledge check           every problem of the knowledge, with file and line
ready-reference knowledge why "question"  how a question is understood, word by word
ready-reference knowledge schema          JSON Schema for editors (--out FOLDER writes the files)
ready-reference knowledge compile         learn the knowledge now, so that a start need not

KNOWLEDGE_DIR names another guide's folder.`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr };

async function main(args: readonly string[]): Promise<void> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'start':
    case 'chat':
      return runChat(rest, command);
    case 'ask':
      return runAsk(rest);
    case 'match':
      return runMatch(rest);
    case 'knowledge':
      return runKnowledge(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${usage}\n`);
      return;
    default:
      throw new Failure(`There is no command "${printable(command)}". Run ready-reference --help for the list.`, 2);
  }
}

async function runChat(args: readonly string[], command: string): Promise<void> {
  const { values, positionals } = parse(args, {}, command);
  if (values['help']) return main(['help']);
  if (positionals.length > 0) throw new Failure(`${command} takes no words. To ask one question, run: ready-reference ask "question"`, 2);
  const places = findPlaces();
  const prepared = prepare(places);
  const assistant = createLive(prepared);
  if (!prepared.trained) void improve(places, assistant);
  const color = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  await chat({ assistant, guide: prepared.guide, streams, color });
}

async function runAsk(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args, { json: { type: 'boolean' }, jsonl: { type: 'boolean' } }, 'ask');
  if (values['help']) return main(['help']);
  const lines = values['jsonl'] === true;
  if (lines && (positionals.length > 0 || values['json']))
    throw new Failure('ask --jsonl reads its questions from standard input; leave out the rest.', 2);
  if (!lines && positionals.length === 0) throw new Failure('ask needs a question: ready-reference ask "How much does it pay?"', 2);
  const places = findPlaces();
  const prepared = prepare(places);
  const assistant = createLive(prepared);
  if (!lines) return askOnce(assistant, positionals.join(' '), values['json'] === true, streams);
  if (!prepared.trained) void improve(places, assistant);
  if (!(await askLines(assistant, streams))) process.exitCode = 1;
}

async function runMatch(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args, {}, 'match');
  if (values['help']) return main(['help']);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Failure('match needs one FAQ file: ready-reference match FAQ.json', 2);
  if (!(await matchLines(file, streams))) process.exitCode = 1;
}

async function runKnowledge(args: readonly string[]): Promise<void> {
  const [action = '', ...rest] = args;
  const { values, positionals } = parse(rest, { out: { type: 'string' } }, `knowledge ${action}`);
  if (values['help'] || action === '--help') return main(['help']);
  const places = findPlaces();
  switch (action) {
    case 'check':
      if (!checkFolder(readKnowledgeFolder(places.knowledge, places.smalltalk), streams)) process.exitCode = 1;
      return;
    case 'why': {
      if (positionals.length === 0)
        throw new Failure('knowledge why needs a question: npm run -s knowledge -- why "How much does it pay?"', 2);
      const prepared = prepare(places);
      return explainQuestion(positionals.join(' '), { ...prepared, assistant: createLive(prepared) }, streams);
    }
    case 'schema':
      return writeSchemas(values['out'] as string | undefined, streams);
    case 'compile':
      await build(places, false);
      return;
    default:
      throw new Failure(`knowledge takes check, why, schema or compile${action ? `, not "${printable(action)}"` : ''}.`, 2);
  }
}

const createLive = (prepared: Prepared): Assistant => createAssistant({ ...prepared, now: Date.now });

/** Trains beside the conversation, and goes on with what was learnt. */
async function improve(places: Places, assistant: Assistant): Promise<void> {
  const tellsProgress = ['info', 'debug'].includes(readEnvironment().LOG_LEVEL);
  if (tellsProgress) process.stderr.write('The knowledge is new: answers are rougher until it is learnt, in about a minute.\n');
  try {
    assistant.learn(await build(places, true));
    if (tellsProgress) process.stderr.write('The knowledge is learnt.\n');
  } catch (cause) {
    process.stderr.write(`Learning failed, so answers stay rougher: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  }
}

function findPlaces(): Places {
  const environment = readEnvironment();
  const knowledge = environment.KNOWLEDGE_DIR ?? join(root, 'knowledge', 'library-technical-assistant');
  return { knowledge, smalltalk: join(root, 'knowledge', 'smalltalk.yaml'), cache: join(root, '.cache') };
}

function readEnvironment(): Environment {
  config({ quiet: true });
  const parsed = parseEnvironment(process.env);
  if ('problems' in parsed) throw new Failure(parsed.problems.join('\n'), 1);
  return parsed.environment;
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>, command: string): Parsed {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, ...options },
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    const [reason = ''] = (cause as Error).message.split('. ');
    throw new Failure(`${command}: ${printable(reason)}. Run ready-reference --help for what it takes.`, 2, { cause });
  }
}

/** What a person typed, safe to show in a terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '�').slice(0, 200);

function report(error: unknown): void {
  if (error instanceof Failure || error instanceof KnowledgeError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Something went wrong that shouldn't have: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Failure ? error.exitCode : 1;
}

/** A reader that has gone away, as behind `| head`, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  report(error);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
main(process.argv.slice(2)).catch(report);
