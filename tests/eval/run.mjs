#!/usr/bin/env node
// Puts the project's own labelled questions to the program and says how many it gets right, wrong, refuses or asks back.
// Run by `npm run eval`; exit code 1 where a kind falls under its floor. `--misses` also prints what went wrong.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const read = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Each kind with the share that must be right. */
const floors = { answers: 0.88, silence: 0.9, smalltalk: 0.95, conversations: 0.85 };

const covered = (id) => !id.startsWith('none-') && !id.startsWith('talk-');
const cases = [
  ...read('questions.jsonl').map(({ id, text, entries }) => ({ set: 'answers', id, turns: [{ text, kind: ['answer'], entries }] })),
  ...read('out-of-scope.jsonl').map(({ id, text }) => ({
    set: 'silence',
    id,
    turns: [{ text, kind: ['abstain', 'clarify', 'smalltalk'] }],
  })),
  ...read('smalltalk.jsonl').map(({ id, text }) => ({ set: 'smalltalk', id, turns: [{ text, kind: ['smalltalk'] }] })),
  ...read('conversations.jsonl').map(({ id, turns }) => ({ set: 'conversations', id, turns })),
];

const replies = await ask(
  cases.flatMap(({ id, turns }) => turns.map(({ text }, turn) => ({ id: `${id}#${turn}`, conversation: id, text }))),
);
const rows = Object.fromEntries(Object.keys(floors).map((set) => [set, { turns: 0, right: 0, wrong: 0, refused: 0, 'asked back': 0 }]));
for (const { set, id, turns } of cases) {
  turns.forEach((turn, i) => {
    const verdict = judge(turn, replies.get(`${id}#${i}`));
    rows[set].turns++;
    rows[set][verdict]++;
    if (verdict !== 'right' && process.argv.includes('--misses')) console.log(`${id}#${i} ${verdict}: ${turn.text}`);
  });
}
console.table(rows);
const low = Object.entries(floors).filter(([set, floor]) => rows[set].right < floor * rows[set].turns);
for (const [set, floor] of low)
  console.log(`${set}: ${rows[set].right} of ${rows[set].turns} right, less than the floor of ${100 * floor} %.`);
if (low.length === 0) console.log('Every kind is above its floor.');
process.exitCode = low.length > 0 ? 1 : 0;

/** @returns 'right', or how it went wrong */
function judge({ kind, entries }, reply) {
  const named = entries === undefined || reply.kind !== 'answer' || reply.entries.some((id) => entries.includes(id));
  if (kind.includes(reply.kind) && named) return 'right';
  if (reply.kind === 'clarify') return 'asked back';
  return reply.kind === 'answer' && reply.entries.some(covered) ? 'wrong' : 'refused';
}

function ask(requests) {
  return new Promise((resolve, reject) => {
    const program = new URL('../../dist/adapters/main.js', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, 'ask', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject).on('close', (code) => {
      if (code !== 0) return reject(new Error(`the program ended with exit code ${code}`));
      resolve(
        new Map(
          output
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
            .map((reply) => [reply.id, reply]),
        ),
      );
    });
    child.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  });
}
