import { z } from 'zod';

const text = z.string();
const entry = z.object({
  id: text.min(1),
  question: text,
  phrasings: z.array(text).readonly(),
  /** Its words count a little, as one more phrasing. */
  answer: text.optional(),
  /** Look-alikes that this entry must not answer. */
  notThis: z.array(text).readonly().optional(),
});

/** What the matcher learns from: questions with the ways that people ask them. Each entry has an id of its own. */
export const faqSchema = z.object({
  name: text,
  entries: z
    .array(entry)
    .min(1, 'needs at least one entry')
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'has an id twice'),
  /** Words and phrases to be read as others, u → you, or as nothing. In lower case, words joined by spaces. */
  rewrites: z.record(text, text).optional(),
});

export type Faq = z.infer<typeof faqSchema>;
