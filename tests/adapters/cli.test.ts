import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const program = 'dist/adapters/main.js';
const guide = 'knowledge/library-technical-assistant';

function run(args: readonly string[], { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, env: { ...process.env, ...env } });
  return { code: status, out: stdout.toString(), errors: stderr.toString() };
}

const lines = (output: string): Record<string, unknown>[] =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function copyGuide(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(guide, folder, { recursive: true });
  return folder;
}

describe('ask', () => {
  it('answers a question with its source and numbered choices', () => {
    const { code, out } = run(['ask', 'what do they earn in germany']);
    expect(code).toBe(0);
    expect(out).toContain('€28,000 to €38,000');
    expect(out).toContain('Source: ');
    expect(out).toMatch(/^ {2}1\. /m);
  });

  it('gives the contract’s fields as JSON', () => {
    const [reply] = lines(run(['ask', '--json', 'do I need a degree?']).out);
    expect(reply).toMatchObject({ kind: 'answer', text: expect.any(String), entries: expect.any(Array), confidence: expect.any(Number) });
    expect(reply).toMatchObject({ sources: expect.any(Array), choices: expect.any(Array) });
  });

  it('answers a line each, in order, and reads a conversation’s lines together', () => {
    const input = [
      { id: 'a', conversation: 'x', text: 'what does a senior earn' },
      { id: 'b', conversation: 'y', text: 'tell me more' },
      { id: 'd', conversation: 'x', text: 'tell me more' },
      { id: 'c', conversation: 'x', text: 'and leads?' },
    ];
    const replies = lines(run(['ask', '--jsonl'], { input: input.map((request) => JSON.stringify(request)).join('\n') }).out);
    expect(replies.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    expect(replies[1]).toMatchObject({ kind: 'smalltalk' });
    expect(replies[2]).toMatchObject({ kind: 'answer', entries: ['pay-senior'] });
    expect(replies[3]).toMatchObject({ kind: 'answer', entries: ['pay-lead'] });
  });

  it('gives the same bytes every time', () => {
    const input = ['lta pay uk', 'wfh?', 'is it stressful', 'who wrote dune'].map((text, id) => JSON.stringify({ id, text })).join('\n');
    const outputs = [1, 2].map(() => run(['ask', '--jsonl'], { input }).out.replace(/"us":\d+/g, ''));
    expect(outputs[0]).toBe(outputs[1]);
  });

  it('tells a line that is no request, and goes on', () => {
    const { code, out, errors } = run(['ask', '--jsonl'], { input: 'rubbish\n{"id":1}\n{"id":2,"text":"thanks"}\n' });
    expect(code).toBe(1);
    expect(errors).toMatch(/Line 1 is not valid JSON.*\nLine 2 is no request: text must be a string/);
    expect(lines(out)).toMatchObject([{ id: 2, kind: 'smalltalk' }]);
  });

  it.each([
    ['nothing', ''],
    ['100,000 characters', 'a'.repeat(100_000)],
    ['many words', 'word '.repeat(20_000)],
    ['NUL and controls', '\u0000\u0007\n\t'],
    ['emoji only', '📚🤖🎉'],
    ['right-to-left', 'كم الراتب؟'],
    ['names of Object.prototype', 'constructor __proto__ toString'],
  ])('has a sentence for %s', (_, text) => {
    const { code, out, errors } = run(['ask', '--jsonl'], { input: JSON.stringify({ id: 1, text }) });
    expect(code).toBe(0);
    expect(errors).toBe('');
    expect(lines(out)[0]?.['text']).toMatch(/[a-z]{3}/);
    expect(lines(out)[0]?.['kind']).not.toBe('answer');
  });

  it('survives broken UTF-8', () => {
    const { code, errors } = run(['ask', '--jsonl'], { input: Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x0a]) });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(2);
  });

  it('ends quietly where the reader goes away', async () => {
    const child = spawn(process.execPath, [program, 'ask', '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${JSON.stringify({ id: 1, text: 'pay?' })}\n`.repeat(5_000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(errors).toBe('');
  });
});

describe('misuse', () => {
  it.each([
    [['bogus'], 2, 'There is no command "bogus"'],
    [['ask'], 2, 'ask needs a question'],
    [['ask', '--loud', 'x'], 2, "Unknown option '--loud'"],
    [['ask', '--jsonl', 'x'], 2, 'reads its questions from standard input'],
    [['match'], 2, 'match needs one FAQ file'],
    [['match', 'no-such.json'], 1, "no-such.json can't be read"],
    [['match', 'package.json'], 1, 'package.json is no FAQ'],
    [['start', 'now'], 2, 'start takes no words'],
    [['knowledge'], 2, 'knowledge takes check, why, schema or compile'],
    [['knowledge', 'why'], 2, 'needs a question'],
  ])('%j is told in a sentence', (args, code, sentence) => {
    const result = run(args);
    expect(result.code).toBe(code);
    expect(result.errors).toContain(sentence);
    expect(result.errors).not.toMatch(/\n\s+at /);
    expect(result.out).toBe('');
  });

  it('names a folder that is not there', () => {
    const { code, errors } = run(['ask', 'hi'], { env: { KNOWLEDGE_DIR: 'no-such-folder' } });
    expect(code).toBe(1);
    expect(errors).toBe("The knowledge folder no-such-folder doesn't exist. Set KNOWLEDGE_DIR to a guide's folder.\n");
  });

  it('names the file and line of broken YAML', () => {
    const folder = copyGuide();
    writeFileSync(join(folder, 'topics', 'zz.yaml'), '- id: x\n  question: [oops\n');
    const { code, errors } = run(['ask', 'hi'], { env: { KNOWLEDGE_DIR: folder } });
    expect(code).toBe(1);
    expect(errors).toMatch(/^topics\/zz\.yaml:\d: is no valid YAML here: .*\n$/);
  });
});

describe('chat', () => {
  it('reads lines where there is no terminal, and leaves at the end of input', () => {
    const { code, out } = run(['chat'], { input: 'hello\nhow much does it pay\n2\n' });
    expect(code).toBe(0);
    expect(out).toContain('Hello');
    expect(out.match(/Source: /g)).toHaveLength(2);
  });
});

describe('match', () => {
  it('ranks the entries of any FAQ', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'faq-')), 'faq.json');
    const entry = (id: string, ...phrasings: string[]) => ({ id, question: phrasings[0], phrasings });
    const entries = [
      entry('hours', 'when do you open', 'what are your hours', 'are you open on sunday', 'closing time'),
      entry('card', 'how do I get a card', 'library card sign up', 'join the library', 'membership'),
      entry('fines', 'how much are late fees', 'pay a fine', 'my book is overdue', 'what do I owe'),
    ];
    writeFileSync(file, JSON.stringify({ name: 'desk', entries }));
    const { code, out } = run(['match', file], { input: '{"id":1,"text":"when are you opne"}\n{"id":2,"text":"zzz"}\n' });
    expect(code).toBe(0);
    const [known, unknown] = lines(out);
    expect(known).toMatchObject({ id: 1, ranked: [{ entry: 'hours' }, {}, {}], us: expect.any(Number) });
    expect(known?.['confidence']).toBeGreaterThan(unknown?.['confidence'] as number);
  });
});

describe('knowledge', () => {
  it('check finds the shipped guide in order', () => {
    expect(run(['knowledge', 'check'])).toMatchObject({ code: 0, out: expect.stringMatching(/^The knowledge is in order: \d+ entries/) });
  });

  it('check tells a number that is bound to no figure, with its line', () => {
    const folder = copyGuide();
    const path = join(folder, 'topics', 'the-job.yaml');
    const text = readFileSync(path, 'utf8').replace(/ {2}answer: >-\n {4}/, '  answer: >-\n    It takes 40 hours a week. ');
    writeFileSync(path, text);
    const { code, errors } = run(['knowledge', 'check'], { env: { KNOWLEDGE_DIR: folder } });
    const line = text.slice(0, text.indexOf('It takes 40')).split('\n').length - 1;
    expect(code).toBe(1);
    expect(errors).toContain(`topics/the-job.yaml:${line}: `);
    expect(errors).toContain('says "40", a number bound to no figure');
  });

  it('why shows which words counted', () => {
    const { out } = run(['knowledge', 'why', 'salery in germny']);
    expect(out).toContain('Read as: salary in germany');
    expect(out).toMatch(/world-pay-germany[\s\S]*germany \+\d/);
  });

  it('schema gives a JSON Schema for each kind of file, or writes them', () => {
    expect(Object.keys(JSON.parse(run(['knowledge', 'schema']).out))).toContain('topics/*.yaml');
    const folder = join(mkdtempSync(join(tmpdir(), 'schema-')), 'new');
    mkdirSync(folder);
    expect(run(['knowledge', 'schema', '--out', folder]).out).toContain('topics.schema.json');
    expect(JSON.parse(readFileSync(join(folder, 'topics.schema.json'), 'utf8'))).toHaveProperty('items');
  });
});

describe('a start without a model', () => {
  it('answers from centroids at once', () => {
    const folder = copyGuide();
    writeFileSync(join(folder, 'words.yaml'), `${readFileSync(join(folder, 'words.yaml'), 'utf8')}\n# changed\n`);
    const { code, out } = run(['ask', 'what do they earn in germany'], { env: { KNOWLEDGE_DIR: folder } });
    expect(code).toBe(0);
    expect(out).toContain('€28,000 to €38,000');
  });
});
