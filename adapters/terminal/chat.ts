import { createInterface } from 'node:readline/promises';
import { type Assistant, type Guide, type Reply, toBody, toChoiceLines, toPlainText, toSourceLine } from '../../src/index.js';
import { readLines, type Streams, writeLine } from './streams.js';

export interface ChatOptions {
  readonly assistant: Assistant;
  readonly guide: Guide;
  readonly streams: Streams;
  readonly color: boolean;
}

const conversation = 'terminal';
const prompt = 'you> ';
const leave = /^\s*(?:exit|quit|:q|\/quit|\/exit)\s*$/i;

/** A conversation: with a prompt and a history at a terminal, else a question a line. Ends at end of input, Ctrl-C or "exit". */
export async function chat(options: ChatOptions): Promise<void> {
  if (options.streams.input.isTTY) await chatAtTerminal(options);
  else await chatByLines(options);
}

async function chatByLines({ assistant, streams }: ChatOptions): Promise<void> {
  for await (const line of readLines(streams.input)) {
    if (leave.test(line)) return;
    if (line.trim() !== '') await writeLine(streams.output, `${toPlainText(assistant.ask(conversation, line))}\n`);
  }
}

async function chatAtTerminal({ assistant, guide, streams, color }: ChatOptions): Promise<void> {
  const paint = createPaint(color);
  const terminal = createInterface({ input: streams.input, output: streams.output, historySize: 200, prompt: paint.strong(prompt) });
  writeLine(streams.output, `${guide.head.welcome}\n${paint.faint('A number picks a choice; "exit", Ctrl-C or Ctrl-D leaves.')}\n`);
  terminal.on('SIGINT', () => terminal.close());
  terminal.prompt();
  for await (const line of terminal) {
    if (leave.test(line)) break;
    if (line.trim() !== '') writeLine(streams.output, `\n${toColored(assistant.ask(conversation, line), paint)}\n`);
    terminal.prompt();
  }
  terminal.close();
  writeLine(streams.output, '\nGoodbye, and good luck!');
}

interface Paint {
  strong(text: string): string;
  faint(text: string): string;
}

/** SGR 1 is bold, 2 is faint (ECMA-48). */
const createPaint = (color: boolean): Paint => ({
  strong: (text) => (color ? `\u001b[1m${text}\u001b[0m` : text),
  faint: (text) => (color ? `\u001b[2m${text}\u001b[0m` : text),
});

function toColored(reply: Reply, paint: Paint): string {
  const body = toBody(reply);
  const plain = toPlainText(reply).slice(body.length);
  const quiet = new Set([...reply.sources.map(toSourceLine), ...toChoiceLines(reply).split('\n')]);
  const rest = plain.split('\n').map((line) => (line !== '' && quiet.has(line) ? paint.faint(line) : line));
  return `${paint.strong(body)}${rest.join('\n')}`;
}
