import { normalize } from '../text/normalize.js';

/** One question or remark of a message. */
export interface Piece {
  readonly text: string;
  /** Whether it looks like a question: by its mark, or by how it begins. */
  readonly asks: boolean;
}

const sentenceEnd = /(?<=[?!;\n])\s*|(?<=\.)\s+(?=\S)/;
const opening =
  /^(?:(?:and|also|but|so|ok|then|plus|or|hi|hey|hello|yo)[, ]+)*(?:how|what|whats|what's|wat|when|where|why|who|which|whose|is|are|am|do|does|did|can|could|will|would|should|may|must|have|has|any|r|tell me|explain|describe)\b/;
const joined =
  /\s+(?:and|&|plus|also|,)\s+(?:also\s+)?(?=(?:how|what|when|where|why|who|which|is|are|do|does|can|could|will|would|should)\b)/;

/** Cuts a message into its sentences, and at an "and" between two questions. Empty where nothing can be read. */
export function splitMessage(text: string): Piece[] {
  return text
    .split(sentenceEnd)
    .flatMap((sentence) => splitJoined(sentence.trim()))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .map((piece) => ({ text: piece, asks: /\?\s*$/.test(piece) || opening.test(normalize(piece).trim()) }));
}

function splitJoined(sentence: string): string[] {
  const parts = sentence.split(new RegExp(joined, 'i'));
  const questions = parts.every((part) => opening.test(normalize(part).trim()) && part.trim().split(/\s+/).length >= 3);
  return parts.length > 1 && questions ? parts : [sentence];
}
