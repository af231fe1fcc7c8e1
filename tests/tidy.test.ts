import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The rules of DESIGN.md's Folders, read from the disk. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Source {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly string[];
}

const listSources = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const code = stripComments(read(path));
      return { path, code, imports: importsOf(path, code) };
    });

const stripComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** What a file imports, loads later or starts as a worker: project files by their path, packages by their name. */
function importsOf(path: string, code: string): string[] {
  const found = [...code.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts') : name));
}

const src = listSources('src');
const adapters = listSources('adapters');
const byPath = new Map([...src, ...adapters].map((source) => [source.path, source]));
const importing = (sources: readonly Source[], forbidden: (name: string) => boolean): string[] =>
  sources.flatMap(({ path, imports }) => imports.filter(forbidden).map((name) => `${path} imports ${name}`));

test('The sources are found', () => {
  expect(src.length).toBeGreaterThan(20);
  expect(adapters.length).toBeGreaterThan(5);
  expect(importing([...src, ...adapters], (name) => /^(?:src|adapters)\//.test(name) && !byPath.has(name))).toEqual([]);
});

describe('Imports', () => {
  test('src never imports adapters', () => {
    expect(importing(src, (name) => name.startsWith('adapters'))).toEqual([]);
  });

  test("src knows no channel's SDK", () => {
    expect(importing(src, (name) => name.startsWith('@slack/') || name.startsWith('@discordjs/') || name === 'discord.js')).toEqual([]);
  });

  test('Adapters import src by its public surface alone', () => {
    const others = adapters.filter(({ path }) => path !== 'adapters/main.ts');
    expect(importing(others, (name) => name.startsWith('src/') && name !== 'src/index.ts')).toEqual([]);
  });

  test('src has no import cycle', () => {
    expect(src.flatMap(({ path }) => findCycle(path))).toEqual([]);
  });

  test('Every file is reached from a start', () => {
    const reached = reachedFrom(['src/index.ts', 'adapters/main.ts', 'adapters/model-worker.ts']);
    expect([...byPath.keys()].filter((path) => !reached.has(path))).toEqual([]);
  });
});

function reachedFrom(starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const path of reached) for (const name of byPath.get(path)?.imports ?? []) reached.add(name);
  return reached;
}

/** The file, if what it imports leads back to it. */
const findCycle = (path: string): string[] => (reachedFrom(byPath.get(path)?.imports ?? []).has(path) ? [path] : []);

test.each(['process.env', 'process.exit', 'Date.now', 'new Date()'])('%s appears in adapters/main.ts alone', (forbidden) => {
  const using = [...byPath.values()].filter(({ path, code }) => path !== 'adapters/main.ts' && code.includes(forbidden));
  expect(using.map(({ path }) => path)).toEqual([]);
});

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].filter((document) => existsSync(join(root, document)));
const folderPath = /^(?:src|adapters|knowledge|tests|bench|\.ci|\.github)\/[\w./*-]*$/;
const rootFile = /^(?:[A-Z]+\.md|LICENSE|\.env\.example|package\.json|tsconfig(?:\.\w+)?\.json|biome\.json|knip\.json|vitest\.config\.ts)$/;

/** A pattern exists if the folder that it starts in does. */
const exists = (path: string): boolean => existsSync(join(root, path.replace(/[^/]*\*.*$/, '')));

test('Every path that a document names exists', () => {
  const missing = documents.flatMap((document) =>
    [...read(document).matchAll(/`([^`\n]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => (folderPath.test(name) || rootFile.test(name)) && !exists(name))
      .map((name) => `${document} names ${name}`),
  );
  expect(missing).toEqual([]);
});

test('The top level holds only what a public project needs', () => {
  const given = ['src', 'knowledge', 'adapters', 'tests', 'package.json', 'tsconfig.json', '.env.example', 'README.md'];
  const beside = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'CHANGELOG.md', '.ci', '.github', 'bench'];
  const tools = ['package-lock.json', 'tsconfig.build.json', 'vitest.config.ts', 'biome.json', 'knip.json', '.git', '.gitignore'];
  const usual = ['.gitattributes', '.editorconfig', '.npmrc', '.nvmrc', '.dockerignore', 'Dockerfile', 'SECURITY.md', 'CODE_OF_CONDUCT.md'];
  const ignored = read('.gitignore')
    .split('\n')
    .map((line) => line.trim().replaceAll('/', ''));
  const allowed = new Set([...given, ...beside, ...tools, ...usual, ...ignored]);
  expect(readdirSync(root).filter((name) => !allowed.has(name))).toEqual([]);
});
