import type { Answer, Guide } from '../knowledge/compile.js';
import type { Facets } from '../knowledge/schema.js';
import type { Match, Matcher } from '../match/matcher.js';
import { normalize } from '../text/normalize.js';
import { tokenizeText } from '../text/tokenize.js';
import type { Conversation } from './conversation.js';
import type { Mentions } from './mentions.js';

/** An entry that a follow-up may mean, and how likely. */
interface FollowUp {
  readonly answer: Answer;
  /** Whether anything ties it to the last answer. */
  readonly tied: boolean;
  /** From 0 to 1, among all entries that the conversation makes possible. */
  readonly score: number;
}

export interface FollowUps {
  /** Whether a message leans on what was said before it: it starts with "and …", is very short, or says "it" or "that". */
  leans(text: string, mentions: Mentions): boolean;
  /** "last one?" within a sequence means the sequence's last, not the last choice. */
  saysLast(text: string, conversation: Conversation): boolean;
  /** The same subject for the place, level, kind of library or step that the message names, and nothing else. */
  otherFacet(mentions: Mentions, conversation: Conversation): Answer | undefined;
  /** What the conversation has figures for place by place: the last answer, or one near it. */
  subject(last: Answer, conversation: Conversation): Answer | undefined;
  /** The entry that the message means, read against the conversation. */
  inContext(match: Match, text: string, mentions: Mentions, conversation: Conversation): FollowUp | undefined;
  /** The entry before or after the last one in its sequence, or the last of all. */
  inSequence(conversation: Conversation, where: 'next' | 'last'): Answer | undefined;
}

const leading =
  /^(?:and|but|so|also|or|then|what about|how about|whatabout|even|only|ok and|ok so|no|i mean|i meant|the|which|is it|is that|are they|why|when|where|with what|really)\b/;
const pronouns = /\b(?:it|its|that|this|those|these|they|them|their|there|then|one|ones|he|she|him|her|same)\b/;
const shortMessage = 4;
const leanContent = 2;

/** How much likelier an entry is for its tie to the last one. The ties multiply. */
const ties = { sameTopic: 6, sameSection: 6, related: 6, sameGroup: 2, sameFacets: 6, earlier: 0.4, repeated: 0.1 } as const;
/** Beside the question by itself: how much its likeness to written follow-ups counts, and the question joined to the last one. */
const echoShare = 0.6;
const joinedShare = 0.3;
/** "how much do they make?" after a word on leads: the leads' pay has this part of what any pay has. */
const siblingShare = 1;
/** A joined question is mostly the last one again; what is left of it is scaled up, but not without bound. */
const leastRest = 0.25;

/** @param elliptic a matcher over the entries' follow-ups alone */
export function createFollowUps(guide: Guide, matcher: Matcher, elliptic: Matcher): FollowUps {
  const all = [...guide.answers.values()].filter(({ kind }) => kind === 'covered');
  const lastAnswer = (conversation: Conversation): Answer | undefined => guide.answers.get(conversation.answered[0] ?? '');
  const sequenceOf = (answer: Answer): Answer[] =>
    all
      .filter(({ topic, facets }) => topic !== undefined && topic === answer.topic && placeInSequence(facets, guide) > 0)
      .sort((a, b) => placeInSequence(a.facets, guide) - placeInSequence(b.facets, guide));

  /** Of an answer outside any sequence, the one of its section that is in one. */
  const inSameSection = (answer: Answer): Answer =>
    answer.topic !== undefined
      ? answer
      : (all.find(({ section, facets }) => section === answer.section && facets.step !== undefined) ?? answer);

  return {
    leans(text, mentions) {
      const plain = normalize(text).trim();
      const words = tokenizeText(text).length;
      if (words <= shortMessage || leading.test(plain)) return true;
      return pronouns.test(plain) && mentions.content.length <= leanContent + 2;
    },

    saysLast(text, conversation) {
      const last = lastAnswer(conversation);
      return last !== undefined && /\b(?:last|final)\b/i.test(text) && sequenceOf(inSameSection(last)).length > 1;
    },

    otherFacet(mentions, conversation) {
      const last = lastAnswer(conversation);
      const topic = last && (last.topic ?? topicOf([...last.related, ...conversation.answered], guide));
      const named = Object.entries(mentions.facets);
      if (!last || !topic || named.length === 0 || mentions.content.length > 0) return undefined;
      const wanted: Facets = { ...conversation.facets, ...mentions.facets };
      const siblings = all.filter((answer) => answer.topic === topic && agrees(answer.facets, mentions.facets));
      return siblings.sort((a, b) => agreement(b.facets, wanted) - agreement(a.facets, wanted))[0];
    },

    subject(last, conversation) {
      const near = [last, ...[...last.related, ...conversation.answered].flatMap((id) => guide.answers.get(id) ?? [])];
      return near.find(({ kind, facets }) => kind === 'covered' && facets.place !== undefined);
    },

    inContext(match, text, mentions, conversation) {
      const last = lastAnswer(conversation);
      if (!last) return undefined;
      const echo = elliptic.match(text);
      const joined = matcher.match(`${last.question} ${text}`);
      const facets = { ...conversation.facets, ...mentions.facets };
      const joinedRest = joinedShare / Math.max(leastRest, 1 - joined.scoreOf(last.id));
      const echoes = all.map((answer) => echoShare * echo.scoreOf(answer.id) * echo.confidence);
      const scores = all.map((answer, i) => {
        const joinedScore = answer === last ? 0 : joinedRest * joined.scoreOf(answer.id);
        return match.scoreOf(answer.id) + (echoes[i] ?? 0) + joinedScore;
      });
      const topics = bestOfTopics(all, scores);
      const weighed = all.map((answer, i) => {
        const asSibling = agrees(answer.facets, facets) ? siblingShare * (topics.get(answer.topic ?? '') ?? 0) : 0;
        const own = Math.max(scores[i] ?? 0, asSibling);
        const tie = tieTo(answer, last, facets);
        const echoed = (echoes[i] ?? 0) / (own || 1);
        return { answer, weight: own * tie * Math.max(echoed, novelty(answer, conversation)), tied: tie > ties.sameGroup };
      });
      const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
      const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
      return total > 0 ? { answer: best.answer, score: best.weight / total, tied: best.tied } : undefined;
    },

    inSequence(conversation, where) {
      const last = lastAnswer(conversation);
      if (!last) return undefined;
      const anchor = inSameSection(last);
      const sequence = sequenceOf(anchor);
      if (where === 'last') return sequence.at(-1);
      return sequence.find(({ facets }) => placeInSequence(facets, guide) > placeInSequence(anchor.facets, guide));
    },
  };
}

function tieTo(answer: Answer, last: Answer, facets: Facets): number {
  let weight = 1;
  if (answer.topic !== undefined && answer.topic === last.topic) weight *= ties.sameTopic;
  if (answer.section !== undefined && answer.section === last.section) weight *= ties.sameSection;
  if (last.related.includes(answer.id) || answer.related.includes(last.id)) weight *= ties.related;
  if (groupOf(answer.id) === groupOf(last.id)) weight *= ties.sameGroup;
  if (agreement(answer.facets, facets) > 0 && agrees(answer.facets, facets)) weight *= ties.sameFacets;
  return weight;
}

/** What was just said is seldom asked for again, unless a written follow-up of it says so. */
function novelty(answer: Answer, { answered }: Conversation): number {
  if (answered[0] === answer.id) return ties.repeated;
  return answered.includes(answer.id) ? ties.earlier : 1;
}

function bestOfTopics(answers: readonly Answer[], scores: readonly number[]): Map<string, number> {
  const best = new Map<string, number>();
  answers.forEach(({ topic }, i) => {
    if (topic !== undefined) best.set(topic, Math.max(best.get(topic) ?? 0, scores[i] ?? 0));
  });
  return best;
}

/** Entries of one subject share the first part of their id: pay-us, pay-senior. */
const groupOf = (id: string): string => id.split('-')[0] ?? id;

/** The topic of what is near the last answer, where that has none itself. */
const topicOf = (ids: readonly string[], guide: Guide): string | undefined =>
  ids.map((id) => guide.answers.get(id)?.topic).find((topic) => topic !== undefined);

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
