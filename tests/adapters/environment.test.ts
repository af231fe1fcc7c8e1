import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentSchema, parseEnvironment } from '../../adapters/environment.js';

test('Nothing set is in order', () => {
  expect(parseEnvironment({})).toEqual({ environment: { LOG_LEVEL: 'info' } });
});

test('What is set is taken, without the spaces around it', () => {
  expect(parseEnvironment({ KNOWLEDGE_DIR: ' guides/mender ', LOG_LEVEL: 'debug' })).toEqual({
    environment: { KNOWLEDGE_DIR: 'guides/mender', LOG_LEVEL: 'debug' },
  });
});

test('An empty variable is an unset one', () => {
  expect(parseEnvironment({ KNOWLEDGE_DIR: '', LOG_LEVEL: '' })).toEqual({ environment: { LOG_LEVEL: 'info' } });
});

test('Variables of other programs are passed over', () => {
  expect(parseEnvironment({ PATH: '/bin', HOME: '/root' })).toEqual({ environment: { LOG_LEVEL: 'info' } });
});

test('Every bad value is told by its variable and its remedy, and never itself', () => {
  const parsed = parseEnvironment({ KNOWLEDGE_DIR: '   ', LOG_LEVEL: 'hunter2' });
  expect(parsed).toEqual({
    problems: [
      'KNOWLEDGE_DIR must name a folder; correct it in the environment or in .env.',
      'LOG_LEVEL must be error, warn, info or debug; correct it in the environment or in .env.',
    ],
  });
  expect(JSON.stringify(parsed)).not.toContain('hunter2');
});

test('.env.example lists the variables that the program reads, each explained above it', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const listed = [...example.matchAll(/^#? ?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  expect([...example.matchAll(/^# \S.*\n# ?[A-Z][A-Z_]*=/gm)]).toHaveLength(listed.length);
});
