import { z } from 'zod';
import { type Assistant, type Reply, toBody, toPlainText } from '../../src/index.js';
import { readLines, type Streams, writeLine } from './streams.js';

const requestSchema = z.object({
  id: z.union([z.string(), z.number()], { error: 'must be a string or a number' }),
  conversation: z.union([z.string(), z.number()], { error: 'must be a string or a number' }).optional(),
  text: z.string({ error: 'must be a string' }),
});

/** One question, one answer. */
export function askOnce(assistant: Assistant, question: string, json: boolean, streams: Streams): void {
  const { reply, us } = timed(() => assistant.ask('ask', question));
  writeLine(streams.output, json ? JSON.stringify({ ...toRecord(reply), us }) : toPlainText(reply));
}

/**
 * A request a line, a reply a line, in order. A line that is no request is told on standard error and passed over.
 * @returns whether every line was a request
 */
export async function askLines(assistant: Assistant, streams: Streams): Promise<boolean> {
  let number = 0;
  let good = true;
  for await (const line of readLines(streams.input)) {
    number++;
    if (line.trim() === '') continue;
    const request = parseRequest(line);
    if (typeof request === 'string') {
      good = false;
      writeLine(
        streams.errors,
        `Line ${number} ${request}; it must look like {"id":"1","conversation":"a","text":"How much does it pay?"}.`,
      );
      continue;
    }
    const { id, conversation } = request;
    const { reply, us } = timed(() => assistant.ask(String(conversation ?? `alone ${number}`), request.text));
    await writeLine(streams.output, JSON.stringify({ id, conversation, ...toRecord(reply), us }));
  }
  return good;
}

/** @returns the request, or what is wrong with the line */
function parseRequest(line: string): z.infer<typeof requestSchema> | string {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `is no request: ${issue?.path.join('.') || 'it'} ${issue?.message ?? ''}`;
  } catch {
    return 'is not valid JSON';
  }
}

const toRecord = (reply: Reply) => ({
  kind: reply.kind,
  text: toBody(reply),
  entries: reply.entries,
  confidence: Math.round(reply.confidence * 1000) / 1000,
  sources: reply.sources,
  choices: reply.choices,
});

function timed(ask: () => Reply): { readonly reply: Reply; readonly us: number } {
  const started = performance.now();
  const reply = ask();
  return { reply, us: Math.round((performance.now() - started) * 1000) };
}
