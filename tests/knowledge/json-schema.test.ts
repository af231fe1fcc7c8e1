import { expect, test } from 'vitest';
import { toJsonSchemas } from '../../src/knowledge/json-schema.js';
import { readFixture } from './fixture.js';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schemas = toJsonSchemas() as Readonly<Record<string, Schema>>;
const knowledge = readFixture();

/** Whether the record has all the fields that the schema asks for, and none that it doesn't know. */
function fits(record: object, schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.some((alternative) => fits(record, alternative));
  const known = Object.keys(schema.properties ?? {});
  const fields = Object.keys(record);
  return (schema.required ?? []).every((field) => fields.includes(field)) && fields.every((field) => known.includes(field));
}

const allFit = (records: readonly object[], { items = {} }: Schema): boolean => records.every((record) => fits(record, items));

test('Every kind of file has a schema', () => {
  expect(Object.keys(schemas)).toEqual(['guide.yaml', 'figures.yaml', 'topics/*.yaml', 'words.yaml', 'smalltalk.yaml']);
});

test('Records are lists, guide and words are single', () => {
  expect(Object.values(schemas).map(({ type }) => type)).toEqual(['object', 'array', 'array', 'object', 'array']);
});

test('The schemas take the fields of the fixture guide', () => {
  expect(fits(knowledge.guide, schemas['guide.yaml']!)).toBe(true);
  expect(fits(knowledge.words, schemas['words.yaml']!)).toBe(true);
  expect(allFit(knowledge.figures, schemas['figures.yaml']!)).toBe(true);
  expect(allFit(knowledge.entries, schemas['topics/*.yaml']!)).toBe(true);
  expect(allFit(knowledge.smalltalk, schemas['smalltalk.yaml']!)).toBe(true);
});

test('A misspelt field is refused', () => {
  expect(fits({ ...knowledge.guide, titel: 'A guide' }, schemas['guide.yaml']!)).toBe(false);
  expect(schemas['guide.yaml']).toMatchObject({ additionalProperties: false });
});
