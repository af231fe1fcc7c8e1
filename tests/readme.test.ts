import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../dist/adapters/main.js', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const asked = /^you> (.*\n)/gm;

test('the README shows the conversation that the program has', () => {
  const [, transcript = ''] = /<!-- transcript -->\n```text\n([\s\S]*?)```\n<!-- \/transcript -->/.exec(readme) ?? [];
  const questions = [...transcript.matchAll(asked)].map(([, question]) => question);
  expect(questions).toHaveLength(4);

  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'chat'], {
    input: questions.join(''),
    encoding: 'utf8',
    env: { ...process.env, KNOWLEDGE_DIR: '' },
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const remedy = 'If the knowledge has changed: npm run build && node tests/update-readme.mjs';
  expect(stdout.trimEnd(), remedy).toBe(transcript.replace(asked, '').trimEnd());
});
