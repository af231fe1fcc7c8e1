import { z } from 'zod';
import { entrySchema, figureSchema, guideSchema, smalltalkSchema, wordsSchema } from './schema.js';

const files = {
  'guide.yaml': guideSchema,
  'figures.yaml': z.array(figureSchema),
  'topics/*.yaml': z.array(entrySchema),
  'words.yaml': wordsSchema,
  'smalltalk.yaml': z.array(smalltalkSchema),
};

/** For each kind of file in a guide's folder the JSON Schema that editors complete and check it by. */
export const toJsonSchemas = (): Record<keyof typeof files, object> =>
  Object.fromEntries(Object.entries(files).map(([file, schema]) => [file, z.toJSONSchema(schema, { io: 'input' })])) as Record<
    keyof typeof files,
    object
  >;
