import type { Answer, Guide } from '../knowledge/compile.js';
import type { Facets } from '../knowledge/schema.js';
import { normalize } from '../text/normalize.js';
import { tokenizeText } from '../text/tokenize.js';
import type { Match, Matcher } from '../match/matcher.js';
import type { Conversation } from './conversation.js';
import type { Mentions } from './mentions.js';

/** An entry that a follow-up may mean, and how likely. */
export interface FollowUp {
  readonly answer: Answer;
  /** From 0 to 1, among all entries that the conversation makes possible. */
  readonly score: number;
}

export interface FollowUps {
  /** Whether a message leans on what was said before it: it starts with "and …", is very short, or says "it" or "that". */
  leans(text: string, mentions: Mentions): boolean;
  /** The same subject for the place, level, kind of library or step that the message names, and nothing else. */
  otherFacet(mentions: Mentions, conversation: Conversation): Answer | undefined;
  /** The entry that the message means, read against the conversation. */
  inContext(match: Match, text: string, mentions: Mentions, conversation: Conversation): FollowUp | undefined;
  /** The entry before or after the last one in its sequence, or the last of all. */
  inSequence(conversation: Conversation, where: 'next' | 'last'): Answer | undefined;
}

const leading = /^(?:and|but|so|also|or|then|what about|how about|whatabout|even|only|ok and|ok so|no|i mean|i meant|the|which|is it|is that|are they|why|when|where|with what|really)\b/;
const pronouns = /\b(?:it|its|that|this|those|these|they|them|their|there|then|one|ones|he|she|him|her|same)\b/;
const shortMessage = 4;
const leanContent = 2;

/** How much likelier an entry is for its tie to the last one. The ties multiply. */
const ties = { sameTopic: 6, sameSection: 5, related: 6, sameGroup: 2, sameFacets: 4, repeated: 0.2 } as const;
/** A follow-up's own words count this much beside the standalone question's. */
const followUpShare = 0.6;

/** @param elliptic a matcher over the entries' follow-ups alone */
export function createFollowUps(guide: Guide, elliptic: Matcher): FollowUps {
  const all = [...guide.answers.values()].filter(({ kind }) => kind === 'covered');
  const lastAnswer = (conversation: Conversation): Answer | undefined => guide.answers.get(conversation.answered[0] ?? '');
  const sequenceOf = (answer: Answer): Answer[] =>
    all
      .filter(({ topic, facets }) => topic !== undefined && topic === answer.topic && placeInSequence(facets, guide) > 0)
      .sort((a, b) => placeInSequence(a.facets, guide) - placeInSequence(b.facets, guide));

  return {
    leans(text, mentions) {
      const plain = normalize(text).trim();
      const words = tokenizeText(text).length;
      if (words <= shortMessage || leading.test(plain)) return true;
      return pronouns.test(plain) && mentions.content.length <= leanContent + 2;
    },

    otherFacet(mentions, conversation) {
      const last = lastAnswer(conversation);
      const topic = last?.topic ?? topicOf(conversation, guide);
      const named = Object.entries(mentions.facets);
      if (!last || !topic || named.length === 0 || mentions.content.length > 0) return undefined;
      const wanted: Facets = { ...conversation.facets, ...mentions.facets };
      const siblings = all.filter((answer) => answer.topic === topic && agrees(answer.facets, mentions.facets));
      return siblings.sort((a, b) => agreement(b.facets, wanted) - agreement(a.facets, wanted))[0];
    },

    inContext(match, text, mentions, conversation) {
      const last = lastAnswer(conversation);
      if (!last) return undefined;
      const echo = elliptic.match(text);
      const facets = { ...conversation.facets, ...mentions.facets };
      const weighed = all.map((answer) => {
        const own = match.scoreOf(answer.id) + followUpShare * echo.scoreOf(answer.id) * echo.confidence;
        return { answer, weight: own * tieTo(answer, last, facets, conversation) };
      });
      const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
      const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
      return total > 0 ? { answer: best.answer, score: best.weight / total } : undefined;
    },

    inSequence(conversation, where) {
      const last = lastAnswer(conversation);
      if (!last) return undefined;
      const sequence = sequenceOf(last);
      if (where === 'last') return sequence.at(-1);
      const at = sequence.findIndex(({ facets }) => placeInSequence(facets, guide) > placeInSequence(last.facets, guide));
      return placeInSequence(last.facets, guide) > 0 && at >= 0 ? sequence[at] : undefined;
    },
  };
}

function tieTo(answer: Answer, last: Answer, facets: Facets, conversation: Conversation): number {
  let weight = 1;
  if (answer.topic !== undefined && answer.topic === last.topic) weight *= ties.sameTopic;
  if (answer.section !== undefined && answer.section === last.section) weight *= ties.sameSection;
  if (last.related.includes(answer.id) || answer.related.includes(last.id)) weight *= ties.related;
  if (groupOf(answer.id) === groupOf(last.id)) weight *= ties.sameGroup;
  if (agreement(answer.facets, facets) > 0 && agrees(answer.facets, facets)) weight *= ties.sameFacets;
  if (conversation.answered.includes(answer.id)) weight *= ties.repeated;
  return weight;
}

/** Entries of one subject share the first part of their id: pay-us, pay-senior. */
const groupOf = (id: string): string => id.split('-')[0] ?? id;

/** An earlier answer's topic, where the last answer has none. */
const topicOf = (conversation: Conversation, guide: Guide): string | undefined =>
  conversation.answered.map((id) => guide.answers.get(id)?.topic).find((topic) => topic !== undefined);

/** Levels and steps follow each other; the first is 1, and 0 is outside any sequence. */
function placeInSequence(facets: Facets, guide: Guide): number {
  if (facets.step !== undefined) return facets.step;
  return facets.level === undefined ? 0 : Object.keys(guide.words.facets['level'] ?? {}).indexOf(facets.level) + 1;
}

const facetNames = ['place', 'level', 'library', 'specialization', 'step'] as const;
/** Whether each facet that is wanted is the answer's own. */
const agrees = (facets: Facets, wanted: Facets): boolean =>
  facetNames.every((name) => wanted[name] === undefined || facets[name] === undefined || facets[name] === wanted[name]) &&
  facetNames.some((name) => wanted[name] !== undefined && facets[name] === wanted[name]);
/** How many facets are as wanted, less those that were not asked for. */
const agreement = (facets: Facets, wanted: Facets): number =>
  facetNames.reduce((sum, name) => {
    if (facets[name] === undefined) return sum;
    return sum + (facets[name] === wanted[name] ? 1 : -0.5);
  }, 0);
