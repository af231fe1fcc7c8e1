import { z } from 'zod';

/** What a librarian may write. Every message says what is wrong in a librarian's words. */

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as pay-us-median');
const line = z
  .string({ error: 'must be text; put quotes around it if it is a number or yes/no' })
  .trim()
  .min(1, 'must not be empty')
  .max(400, 'must be at most 400 characters');
/** YAML reads 2025 as a number; a date may be a year, a month or a day. */
const dateMessage = 'must be a date such as 2025, 2023-05 or 2026-11-22';
const date = z
  .union(
    [
      z.number().int().min(1900, dateMessage).max(2999, dateMessage),
      z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, dateMessage),
    ],
    { error: dateMessage },
  )
  .transform(String);

const facetsSchema = z.strictObject({
  place: z.string().optional().describe('Country (two letters, lower case) or region that the answer is about'),
  level: z.string().optional().describe('Level of the job: entry, senior, lead'),
  library: z.string().optional().describe('Kind of library: public, academic, school, special'),
  specialization: z.string().optional(),
  step: z.number().int().positive().optional().describe('Place in a sequence of steps'),
});

const figureBase = {
  id,
  measures: line.describe('What the number says, in a few words'),
  section: line.describe("The guide's heading that it stands under"),
};
const measured = {
  ...figureBase,
  unit: line.describe('A currency a year (USD/year), USD, years, months, hours, percent, openings, or year for a calendar year'),
  place: z.string().optional(),
  level: z.string().optional(),
  approximate: z.boolean().optional().describe('true puts "about" before it'),
  open: z.boolean().optional().describe('true puts "or more" after it'),
  publisher: line,
  as_of: date,
  review: date.describe('When it should be looked at again'),
};
export const figureSchema = z.union([
  z.strictObject({ ...measured, value: z.number() }),
  z.strictObject({
    ...measured,
    range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, 'must have the lower number first'),
  }),
  z.strictObject({ ...figureBase, difference: z.tuple([id, id]).describe('Two figures: the first less the second') }),
]);

const entryShape = {
  id,
  question: line,
  phrasings: z.array(line).min(8, 'needs at least 8 ways that people ask it').max(64, 'has more than 64 phrasings; split the entry'),
  follow_ups: z
    .array(line)
    .optional()
    .describe('What someone says for this when the conversation is already about it: "when?", "and the pension?"'),
  not_this: z.array(line).optional().describe('Look-alikes that this entry must not answer'),
  topic: id.optional().describe('Shared by entries that answer the same question for another place, level, kind of library or step'),
  facets: facetsSchema.optional(),
  other_jobs: z.boolean().optional().describe('true if it may answer a question that names another occupation'),
  answer: z.string().trim().min(1, 'must not be empty'),
  table: z
    .strictObject({ head: z.array(line).min(2), rows: z.array(z.array(line)).min(2) })
    .optional()
    .describe('Figures side by side, where the answer compares them'),
  details: z.string().trim().optional().describe('What "tell me more" adds'),
  related: z.array(id).optional(),
  reviewed: date,
};
export const entrySchema = z.union([
  z.strictObject({ ...entryShape, section: line, covered: z.literal(true).optional() }),
  z.strictObject({ ...entryShape, covered: z.literal(false).describe('The guide is silent on it; the answer says so and what is near') }),
]);

export const guideSchema = z.strictObject({
  id,
  title: line,
  job: z.strictObject({
    name: line,
    plural: line,
    abbreviations: z.array(line),
    names: z.array(line),
    loosely: z.array(line).describe('Names that also mean other jobs'),
  }),
  source: z.strictObject({ title: line, publisher: line, read: date }),
  review: date,
  welcome: line,
  covers: z.array(line).min(1).describe('The subjects, as they are named to someone whose question had no answer'),
  examples: z.array(line).min(3).describe('Questions to try'),
  contact: line.describe('Whom to ask when the bot cannot answer'),
  place: z.string().optional().describe('The country that the guide means where it names none'),
});

export const wordsSchema = z.strictObject({
  abbreviations: z.record(z.string(), line).describe('What a word typed for short stands for'),
  occupations: z.array(line).describe('Neighboring occupations that this guide is not about'),
  places: z
    .record(z.string(), line)
    .describe('Place names beyond the countries of the world: to a country code, a region, or none where it is no place'),
  regions: z.record(z.string(), z.array(line)).describe("Each region of the guide: the countries' codes"),
  facets: z
    .record(z.string(), z.record(z.string(), z.array(line)))
    .describe('Words that name a level, a kind of library or a specialization'),
});

const talkActions = ['more', 'source', 'next', 'last', 'none', 'repeat'] as const;

export const smalltalkSchema = z.strictObject({
  id,
  action: z.enum(talkActions).optional().describe('What it asks of the conversation; its answer is for when there is nothing to do it to'),
  phrasings: z.array(line).min(8),
  answers: z.array(line).length(1),
});

export type Facets = z.infer<typeof facetsSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type GuideHead = z.infer<typeof guideSchema>;
export type Words = z.infer<typeof wordsSchema>;
export type SmallTalk = z.infer<typeof smalltalkSchema>;
export type TalkAction = (typeof talkActions)[number];
