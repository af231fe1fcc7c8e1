import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnowledgeFile } from '../src/index.js';
import { Failure } from './failure.js';

/** A guide's files as they are on disk. */
export interface KnowledgeFolder {
  readonly path: string;
  readonly files: readonly KnowledgeFile[];
  /** Changes with any letter of any file. */
  readonly hash: string;
}

/**
 * @param path a guide's folder, or a folder that holds one guide's folder
 * @param fallback where smalltalk.yaml is, if it isn't beside the guide
 */
export function readKnowledgeFolder(path: string, fallback: string): KnowledgeFolder {
  const guide = findGuide(path);
  const topics = join(guide, 'topics');
  const names = ['guide.yaml', 'words.yaml', 'figures.yaml', ...(isFolder(topics) ? listYaml(topics).map((name) => `topics/${name}`) : [])];
  const files = names.filter((name) => existsSync(join(guide, name))).map((name) => readText(name, join(guide, name)));
  const smalltalk = [join(guide, 'smalltalk.yaml'), join(dirname(guide), 'smalltalk.yaml'), fallback].find((file) => existsSync(file));
  if (smalltalk) files.push(readText('smalltalk.yaml', smalltalk));
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.path}\0${file.text}\0`);
  return { path: guide, files, hash: hash.digest('hex').slice(0, 32) };
}

function findGuide(path: string): string {
  if (!isFolder(path)) throw new Failure(`The knowledge folder ${path} doesn't exist. Set KNOWLEDGE_DIR to a guide's folder.`, 1);
  if (existsSync(join(path, 'guide.yaml'))) return path;
  const guides = readdirSync(path).filter((name) => existsSync(join(path, name, 'guide.yaml')));
  const [only] = guides;
  if (only && guides.length === 1) return join(path, only);
  const found = guides.length === 0 ? 'holds no guide.yaml' : `holds several guides (${guides.join(', ')})`;
  throw new Failure(`The knowledge folder ${path} ${found}. Set KNOWLEDGE_DIR to one guide's folder.`, 1);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const listYaml = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();

function readText(name: string, path: string): KnowledgeFile {
  try {
    return { path: name, text: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new Failure(`${path} can't be read. Check that it is a file and that you may read it.`, 1, { cause });
  }
}
