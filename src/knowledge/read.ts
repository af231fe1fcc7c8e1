import { createRequire } from 'node:module';
import { CORE_SCHEMA, load, type YAMLException } from 'js-yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.js';
import {
  type Entry,
  entrySchema,
  type Figure,
  figureSchema,
  type GuideHead,
  guideSchema,
  type SmallTalk,
  smalltalkSchema,
  type Words,
  wordsSchema,
} from './schema.js';

/** A file of the knowledge, as text. */
export interface KnowledgeFile {
  /** Relative to the knowledge's folder, with forward slashes: `topics/pay.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Everything that the librarians wrote, parsed; `placeOf` finds it again in the files. */
export interface Knowledge {
  readonly guide: GuideHead;
  readonly words: Words;
  readonly figures: readonly Figure[];
  readonly entries: readonly Entry[];
  readonly smalltalk: readonly SmallTalk[];
  placeOf(record: Entry | Figure | SmallTalk, ...path: (string | number)[]): { readonly file: string; readonly line: number };
}

type Reading = { readonly knowledge: Knowledge } | { readonly problems: readonly Problem[] };

/** Parses the files of one guide and its small talk; tells every problem, each with its file and line. */
export function readKnowledge(files: readonly KnowledgeFile[]): Reading {
  const problems: Problem[] = [];
  const origins = new Map<object, { source: Source; path: (string | number)[] }>();

  function readOne<S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined {
    const file = files.find((candidate) => candidate.path === path);
    if (!file) {
      problems.push({ file: path, line: 1, message: 'the file is missing; every guide needs it' });
      return undefined;
    }
    return parseRecord(openSource(file, problems), [], schema, problems);
  }

  function readList<S extends z.ZodType<object>>(file: KnowledgeFile | undefined, path: string, schema: S): z.infer<S>[] {
    if (!file) {
      problems.push({ file: path, line: 1, message: 'the file is missing; every guide needs it' });
      return [];
    }
    const source = openSource(file, problems);
    if (source.broken) return [];
    if (!Array.isArray(source.value)) {
      problems.push({ file: file.path, line: 1, message: 'must be a list: each record starts with "- id:"' });
      return [];
    }
    return source.value.flatMap((_, i) => {
      const record = parseRecord(source, [i], schema, problems);
      if (record) origins.set(record, { source, path: [i] });
      return record ? [record] : [];
    });
  }

  const find = (path: string): KnowledgeFile | undefined => files.find((file) => file.path === path);
  const guide = readOne('guide.yaml', guideSchema);
  const words = readOne('words.yaml', wordsSchema);
  const figures = readList(find('figures.yaml'), 'figures.yaml', figureSchema);
  const topics = files.filter(({ path }) => path.startsWith('topics/'));
  if (topics.length === 0) problems.push({ file: 'topics', line: 1, message: 'the folder has no .yaml file; a guide needs entries' });
  const entries = topics.flatMap((file) => readList(file, file.path, entrySchema));
  const smalltalk = readList(find('smalltalk.yaml'), 'smalltalk.yaml', smalltalkSchema);
  if (problems.length > 0 || !guide || !words) return { problems };

  const placeOf: Knowledge['placeOf'] = (record, ...path) => {
    const origin = origins.get(record);
    if (!origin) return { file: 'guide.yaml', line: 1 };
    return { file: origin.source.file, line: origin.source.lineOf([...origin.path, ...path]) };
  };
  return { knowledge: { guide, words, figures, entries, smalltalk, placeOf } };
}

interface Source {
  readonly file: string;
  readonly value: unknown;
  readonly broken: boolean;
  lineOf(path: readonly (string | number)[]): number;
}

/** js-yaml reads several times faster; yaml knows where things stand, and is asked only when somebody wants to know. */
function openSource({ path: file, text }: KnowledgeFile, problems: Problem[]): Source {
  const positions = once(() => {
    const { LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
    const lines = new LineCounter();
    return { document: parseDocument(text, { lineCounter: lines }), lines };
  });
  const lineOf = (path: readonly (string | number)[]): number => {
    const { document, lines } = positions();
    return lines.linePos(offsetOf(document, path)).line || 1;
  };
  try {
    return { file, broken: false, value: load(text, { schema: CORE_SCHEMA }), lineOf };
  } catch (error) {
    const { mark, reason } = error as Partial<YAMLException>;
    problems.push({
      file,
      line: (mark?.line ?? 0) + 1,
      message: `is no valid YAML here: ${reason ?? String(error)}; mend or quote the line`,
    });
    return { file, broken: true, value: undefined, lineOf: () => 1 };
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Where the value at the path starts, or the nearest value around it that is there. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function parseRecord<S extends z.ZodType>(
  source: Source,
  path: (string | number)[],
  schema: S,
  problems: Problem[],
): z.infer<S> | undefined {
  if (source.broken) return undefined;
  const value = path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], source.value);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const name = (value as { id?: unknown } | null)?.id;
  for (const issue of flatten(parsed.error.issues)) {
    const where = issue.path.filter((key) => typeof key !== 'symbol');
    const field = where.join('.') || 'record';
    const subject = typeof name === 'string' ? `${name}: ${field}` : field;
    problems.push({ file: source.file, line: source.lineOf([...path, ...where]), message: `${subject} ${describe(issue)}` });
  }
  return undefined;
}

/** Of a union's alternatives the one that the record came closest to is told, not all of them. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const [closest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
    return flatten(closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function describe(issue: z.core.$ZodIssue): string {
  const missing = issue.input === undefined && 'input' in issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has a field that doesn't belong here: ${issue.keys.join(', ')}; check its spelling, or take it out`;
    case 'invalid_type':
      return missing || issue.message.endsWith('received undefined') ? 'is missing; add it' : remedied(issue.message);
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? issue.origin === 'array'
          ? `has too few; it needs at least ${issue.minimum}`
          : `is too small; it must be more than ${issue.minimum}`
        : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big')
        ? issue.origin === 'array'
          ? `has too many; it may have at most ${issue.maximum}`
          : `is too large; it may be at most ${issue.maximum}`
        : issue.message;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    default:
      return remedied(issue.message);
  }
}

const remedied = (message: string): string =>
  message.startsWith('Invalid input: ') ? `is of the wrong kind: ${message.slice(15)}; correct it` : message;
