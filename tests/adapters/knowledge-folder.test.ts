import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../adapters/failure.js';
import { readKnowledgeFolder } from '../../adapters/knowledge-folder.js';
import { readKnowledge } from '../../src/index.js';
import { fixtureFiles } from '../knowledge/fixture.js';

let root: string;
let guide: string;
let fallback: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ready-reference-'));
  guide = join(root, 'guides', 'mender');
  fallback = join(root, 'shared', 'smalltalk.yaml');
  for (const { path, text } of fixtureFiles()) write(path === 'smalltalk.yaml' ? fallback : join(guide, path), text);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const textOf = (path: string): string | undefined => readKnowledgeFolder(guide, fallback).files.find((file) => file.path === path)?.text;

describe('A guide in order', () => {
  test('Its files are read by their paths in the folder, ready to be parsed', () => {
    const { path, files } = readKnowledgeFolder(guide, fallback);
    expect(path).toBe(guide);
    expect(files.map((file) => file.path)).toEqual([
      'guide.yaml',
      'words.yaml',
      'figures.yaml',
      'topics/pay.yaml',
      'topics/training.yaml',
      'smalltalk.yaml',
    ]);
    expect(readKnowledge(files)).toHaveProperty('knowledge');
  });

  test('The folder around a single guide is as good', () => {
    expect(readKnowledgeFolder(join(root, 'guides'), fallback)).toEqual(readKnowledgeFolder(guide, fallback));
  });

  test('Other files are passed over', () => {
    write(join(guide, 'topics', 'notes.txt'), 'not knowledge');
    write(join(guide, 'README.md'), 'not knowledge');
    expect(readKnowledgeFolder(guide, fallback).files).toHaveLength(6);
  });

  test('A missing file is left to the reader, who tells it', () => {
    rmSync(join(guide, 'words.yaml'));
    const { files } = readKnowledgeFolder(guide, fallback);
    expect(readKnowledge(files)).toMatchObject({ problems: [{ file: 'words.yaml' }] });
  });
});

test("Small talk is the guide's own, else that beside it, else the shared one", () => {
  const shared = textOf('smalltalk.yaml');
  write(join(guide, '..', 'smalltalk.yaml'), 'beside');
  expect(textOf('smalltalk.yaml')).toBe('beside');
  write(join(guide, 'smalltalk.yaml'), 'own');
  expect(textOf('smalltalk.yaml')).toBe('own');
  expect(shared).toContain('talk-hello');
});

test('The hash changes with a letter, and with nothing else', () => {
  const hash = (): string => readKnowledgeFolder(guide, fallback).hash;
  const before = hash();
  expect(hash()).toBe(before);
  write(join(guide, 'topics', 'pay.yaml'), `${textOf('topics/pay.yaml')}#`);
  expect(hash()).not.toBe(before);
});

describe('A folder that is no guide is told with the remedy', () => {
  const failure = (path: string): unknown => {
    try {
      return readKnowledgeFolder(path, fallback);
    } catch (error) {
      return error;
    }
  };

  test('It does not exist', () => {
    const path = join(root, 'nowhere');
    expect(failure(path)).toEqual(new Failure(`The knowledge folder ${path} doesn't exist. Set KNOWLEDGE_DIR to a guide's folder.`, 1));
  });

  test('It is a file', () => {
    expect(failure(fallback)).toBeInstanceOf(Failure);
  });

  test('It holds no guide', () => {
    expect(failure(join(root, 'shared'))).toMatchObject({ message: expect.stringContaining('holds no guide.yaml. Set KNOWLEDGE_DIR') });
  });

  test('It holds several guides', () => {
    write(join(root, 'guides', 'printer', 'guide.yaml'), '');
    expect(failure(join(root, 'guides'))).toMatchObject({
      message: expect.stringContaining('holds several guides (mender, printer). Set'),
    });
  });

  test('One of its files is a folder, and the cause is kept', () => {
    rmSync(join(guide, 'figures.yaml'));
    mkdirSync(join(guide, 'figures.yaml'));
    expect(failure(guide)).toMatchObject({
      message: `${join(guide, 'figures.yaml')} can't be read. Check that it is a file and that you may read it.`,
      exitCode: 1,
      cause: { code: 'EISDIR' },
    });
  });
});
