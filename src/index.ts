/** The public surface: all that an adapter may import. */
export { type Assistant, createAssistant } from './assistant.js';
export { checkKnowledge } from './knowledge/check.js';
export { type Answer, compileGuide, type Guide, toEllipticFaq, toFaq } from './knowledge/compile.js';
export { toJsonSchemas } from './knowledge/json-schema.js';
export { KnowledgeError, type Problem, writeProblem } from './knowledge/problem.js';
export { type Knowledge, type KnowledgeFile, readKnowledge } from './knowledge/read.js';
export { type Confidence, centroidConfidence } from './match/confidence.js';
export { decideMatch, type MatchKind } from './match/decide.js';
export { type Faq, faqSchema } from './match/faq.js';
export { createMatcher, type Match, type Matcher } from './match/matcher.js';
export type { Model } from './match/model.js';
export { learnConfidence, learnModel, train } from './match/train.js';
export { toBody, toChoiceLines, toPlainText, toSourceLine } from './reply/plain-text.js';
export type { Choice, Reply, Source } from './reply/reply.js';
