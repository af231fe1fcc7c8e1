import type { Answer, Guide } from '../knowledge/compile.js';
import type { Facets, TalkAction } from '../knowledge/schema.js';
import type { Match, Matcher } from '../match/matcher.js';
import { chosen } from './choose.js';
import type { Conversation } from './conversation.js';
import { certain, createDecider, cuts, type Decision, toRankedAnswers } from './decide.js';
import { createFollowUps } from './follow-up.js';
import { createMentioner, type Mentions } from './mentions.js';
import { type Piece, splitMessage } from './split.js';

/** What a message asks for, decided. */
export type Understanding =
  | { readonly kind: 'decisions'; readonly decisions: readonly Decision[]; readonly facets: Facets }
  | { readonly kind: 'details' | 'sources' | 'again'; readonly answer: Answer }
  | { readonly kind: 'none-fits' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-long' };

export type Understand = (text: string, conversation: Conversation) => Understanding;

/** A message longer than this is no question; nothing of it is read. */
const longestMessage = 4_000;
const mostAnswers = 3;
/** A follow-up is taken with the last subject from this likelihood on; a message that doesn't lean on it needs more. */
const leaningCut = 0.3;
const contextCut = 0.5;
/** A message that leans is read by itself only where it is as clear as this. */
const leaningStands = 0.75;
/** One that points back with a word ("there", "they") must be clearer still. */
const pointingStands = 0.92;
/** Small talk is short, or clear. */
const fewWords = 4;
const talkStands = 0.3;
/** Asks for a number. One that can't be taken with the subject is asked back: a figure is never guessed. */
const quantity = /\b(?:how (?:many|much|long|often|old|big|far)|per (?:hour|week|day|month)|when|what time)\b/i;

/** "That's a shame. Bye then": a remark beside small talk is no question unless it is as clear as this. */
const remarkCut = 0.4;

/** Several answers at once must each be as clear as this. */
const severalCut = 0.2;

interface Read {
  readonly text: string;
  readonly mentions: Mentions;
  readonly match: Match;
  readonly standalone: Decision;
}

/** The message that a question is part of. */
interface Message {
  readonly words: number;
  /** A question that says "it" may be about an occupation that another sentence names. */
  readonly occupations: readonly string[];
}

interface Decided {
  readonly decision: Decision;
  readonly mentions: Mentions;
}

/** @param elliptic a matcher over the entries' follow-ups alone */
export function createUnderstanding(guide: Guide, matcher: Matcher, elliptic: Matcher): Understand {
  const mention = createMentioner(guide);
  const decide = createDecider(guide);
  const knownPlaces = new Set([...guide.answers.values()].flatMap(({ facets }) => facets.place ?? []));
  const followUps = createFollowUps(guide, matcher, elliptic);

  function decidePiece(text: string, message: Message, conversation: Conversation, own = mention(text)): Decided {
    const mentions = { ...own, occupations: [...new Set([...own.occupations, ...message.occupations])] };
    const match = matchPlaced(text, mentions);
    const standalone = decide(mentions, toRankedAnswers(match, guide), message);
    const last = guide.answers.get(conversation.answered[0] ?? '');
    if (!last) return { decision: standalone, mentions };
    return {
      decision: sameSubject(mentions, conversation, last) ?? inContext({ text, mentions, match, standalone }, conversation) ?? standalone,
      mentions,
    };
  }

  /** A place that the guide doesn't know is matched as one that it does, and as if it weren't there: whichever is clearer. */
  function matchPlaced(text: string, mentions: Mentions): Match {
    if (mentions.places.every((place) => knownPlaces.has(place))) return matcher.match(text);
    const [absent, known] = [mentions.withoutPlaces, mentions.knownPlaces].map((tokens) => matcher.match(tokens.join(' ')));
    return absent && known && absent.confidence > known.confidence ? absent : (known ?? matcher.match(text));
  }

  /** "and in Canada?": the last subject again, for what the message names. */
  function sameSubject(mentions: Mentions, conversation: Conversation, last: Answer): Decision | undefined {
    const sibling = followUps.otherFacet(mentions, conversation);
    if (sibling) return decide({ ...mentions, occupations: [] }, certain(sibling));
    if (mentions.content.length > 0 || mentions.places.length === 0) return undefined;
    const subject = followUps.subject(last, conversation);
    return subject && decide(mentions, certain(subject));
  }

  function inContext({ text, mentions, match, standalone }: Read, conversation: Conversation): Decision | undefined {
    const leans = followUps.leans(text, mentions);
    const talk = standalone.kind === 'smalltalk';
    if (talk && (mentions.words <= fewWords || standalone.confidence >= talkStands)) return undefined;
    const stands = standalone.kind === 'answer' || standalone.kind === 'silent';
    const points = /\b(?:there|they|them|those|these)\b/i.test(text);
    if (stands && standalone.confidence >= (leans ? (points ? pointingStands : leaningStands) : cuts.answer)) return undefined;
    const followUp = followUps.inContext(match, text, mentions, conversation);
    if (!followUp) return undefined;
    if (followUp.tied && followUp.score >= (leans ? leaningCut : contextCut)) {
      const decision = decide(mentions, {
        answers: [{ answer: followUp.answer, score: followUp.score }],
        confidence: Math.max(cuts.answer, followUp.score),
      });
      if (decision.kind === 'answer') return decision;
    }
    const guess = standalone.kind === 'answer' && standalone.answer !== followUp.answer && leans && quantity.test(text);
    return guess ? { kind: 'clarify', options: [followUp.answer, standalone.answer], confidence: standalone.confidence } : undefined;
  }

  function act(action: TalkAction, conversation: Conversation): Understanding | undefined {
    const last = guide.answers.get(conversation.answered[0] ?? '');
    if (action === 'none') return conversation.offered.length > 0 ? { kind: 'none-fits' } : undefined;
    if (!last) return undefined;
    switch (action) {
      case 'more':
        return { kind: 'details', answer: last };
      case 'source':
        return { kind: 'sources', answer: last };
      case 'repeat':
        return { kind: 'again', answer: last };
      case 'next':
      case 'last': {
        const answer = followUps.inSequence(conversation, action);
        return answer && { kind: 'decisions', decisions: [{ kind: 'answer', answer, confidence: 1 }], facets: answer.facets };
      }
    }
  }

  return (text, conversation) => {
    if (text.length > longestMessage) return { kind: 'too-long' };
    const [picked = '', part] = (followUps.saysLast(text, conversation) ? undefined : chosen(text, conversation.offered))?.split('/') ?? [];
    const choice = guide.answers.get(picked);
    if (choice && part === 'more') return { kind: 'details', answer: choice };
    if (choice) return { kind: 'decisions', decisions: [{ kind: 'answer', answer: choice, confidence: 1 }], facets: choice.facets };
    const pieces = splitMessage(text);
    if (pieces.length === 0) return { kind: 'unreadable' };
    const mentions = mention(text);
    const message = { words: text.trim().split(/\s+/).length, occupations: mentions.occupations };
    const whole = decidePiece(text, message, conversation, mentions);
    const action = whole.decision.kind === 'smalltalk' ? whole.decision.answer.action : undefined;
    const done = action && act(action, conversation);
    if (done) return done;
    if (pieces.length === 1) return { kind: 'decisions', decisions: [whole.decision], facets: whole.mentions.facets };
    const decided = pieces.map((piece) => ({ ...decidePiece(piece.text, message, conversation), asks: piece.asks }));
    const decisions = combine(whole.decision, decided);
    return { kind: 'decisions', decisions, facets: Object.assign({}, ...decided.map(({ mentions }) => mentions.facets)) };
  };
}

/** Several questions get several answers; greetings and remarks around a question fall away. */
function combine(whole: Decision, pieces: readonly (Decided & Pick<Piece, 'asks'>)[]): Decision[] {
  const decisions = pieces
    .filter(({ decision, mentions }) => decision.kind === 'smalltalk' || mentions.content.length > 0)
    .map(({ decision }) => decision);
  const asked = pieces.filter(({ asks, mentions }) => asks && mentions.content.length > 0).map(({ decision }) => decision);
  const answered = distinct(asked.filter(({ kind }) => kind === 'answer'));
  const sure = answered.filter(({ confidence }) => confidence >= severalCut);
  if (sure.length > 1) return sure.slice(0, mostAnswers);
  const [one] = answered;
  if (one && (whole.kind !== 'answer' || one.confidence >= whole.confidence)) return [one];
  const [talk] = decisions.filter(({ kind }) => kind === 'smalltalk');
  if (talk && asked.length === 0 && whole.confidence < remarkCut) return [talk];
  if (whole.kind === 'answer') return [whole];
  const [useful] = [...asked, ...decisions].filter(({ kind }) => kind !== 'abstain' && kind !== 'smalltalk');
  return [useful ?? (decisions.every(({ kind }) => kind === 'smalltalk') ? (decisions.at(-1) ?? whole) : whole)];
}

function distinct(decisions: readonly Decision[]): Decision[] {
  const seen = new Set<string>();
  return decisions.filter((decision) => {
    if (decision.kind !== 'answer' || seen.has(decision.answer.id)) return false;
    seen.add(decision.answer.id);
    return true;
  });
}
