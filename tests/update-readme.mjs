/** Rewrites the transcript in README.md from what the program prints; the questions stay. Run `npm run build` before it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readme = new URL('../README.md', import.meta.url);
const program = fileURLToPath(new URL('../dist/adapters/main.js', import.meta.url));

function chat(questions) {
  const input = questions.map((question) => `${question}\n`).join('');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'chat'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, KNOWLEDGE_DIR: '' },
  });
  if (status !== 0) throw new Error(`the program ended with exit code ${status}: ${stderr}`);
  return stdout;
}

const text = readFileSync(readme, 'utf8');
const block = /(?<=<!-- transcript -->\n)[\s\S]*?(?=<!-- \/transcript -->)/;
const questions = [...(block.exec(text)?.[0] ?? '').matchAll(/^you> (.*)$/gm)].map(([, question]) => question);
/** A reply is what one more question adds, since replies have blank lines of their own. */
const upTo = questions.map((_, i) => chat(questions.slice(0, i + 1)));
const turns = questions.map((question, i) => `you> ${question}\n${upTo[i].slice(upTo[i - 1]?.length ?? 0)}`);
writeFileSync(
  readme,
  text.replace(block, () => `\`\`\`text\n${turns.join('').trimEnd()}\n\`\`\`\n`),
);
