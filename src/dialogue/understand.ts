import type { Answer, Guide } from '../knowledge/compile.js';
import type { Facets, TalkAction } from '../knowledge/schema.js';
import type { Matcher } from '../match/matcher.js';
import { chosen } from './choose.js';
import type { Conversation } from './conversation.js';
import { createDecider, cuts, type Decision, type RankedAnswers } from './decide.js';
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
export const longestMessage = 4_000;
const mostAnswers = 3;
/** A follow-up is taken with the last subject from this likelihood on; a message that stands on its own needs more. */
const leaningCut = 0.3;
const contextCut = 0.5;

/** @param elliptic a matcher over the entries' follow-ups alone */
export function createUnderstanding(guide: Guide, matcher: Matcher, elliptic: Matcher): Understand {
  const mention = createMentioner(guide);
  const decide = createDecider(guide);
  const followUps = createFollowUps(guide, elliptic);

  function decidePiece(text: string, conversation: Conversation): { decision: Decision; mentions: Mentions; action?: TalkAction | undefined } {
    const mentions = mention(text);
    const match = matcher.match(mentions.withoutPlaces.length > 0 ? placesKept(text, mentions) : text);
    const ranked: RankedAnswers = {
      confidence: match.confidence,
      answers: match.ranked.flatMap(({ entry, score }) => {
        const answer = guide.answers.get(entry);
        return answer ? [{ answer, score }] : [];
      }),
    };
    const standalone = decide(mentions, ranked);
    const action = standalone.kind === 'smalltalk' ? standalone.answer.action : undefined;
    if (conversation.answered.length === 0 || standalone.kind === 'smalltalk') return { decision: standalone, mentions, action };
    return { decision: inContext(text, mentions, conversation, standalone, match) ?? standalone, mentions };
  }

  /** The guide's own places stay, since its phrasings name them; others would only be unknown words. */
  function placesKept(text: string, mentions: Mentions): string {
    const strange = mentions.places.some((place) => !knownPlaces.has(place));
    return strange ? mentions.withoutPlaces.join(' ') : text;
  }
  const knownPlaces = new Set([...guide.answers.values()].flatMap(({ facets }) => facets.place ?? []));

  function inContext(
    text: string,
    mentions: Mentions,
    conversation: Conversation,
    standalone: Decision,
    match: ReturnType<Matcher['match']>,
  ): Decision | undefined {
    const sibling = followUps.otherFacet(mentions, conversation);
    if (sibling) return decide({ ...mentions, occupations: [] }, { answers: [{ answer: sibling, score: 1 }], confidence: 1 });
    const last = guide.answers.get(conversation.answered[0] ?? '');
    if (last && mentions.content.length === 0 && mentions.places.length > 0) {
      return decide(mentions, { answers: [{ answer: last, score: 1 }], confidence: 1 });
    }
    const leans = followUps.leans(text, mentions);
    const sure = standalone.kind === 'answer' && standalone.confidence >= (leans ? 0.8 : cuts.answer);
    if (sure || (standalone.kind !== 'answer' && standalone.kind !== 'clarify' && standalone.kind !== 'abstain' && !leans)) return undefined;
    const followUp = followUps.inContext(match, text, mentions, conversation);
    if (!followUp || followUp.score < (leans ? leaningCut : contextCut)) return undefined;
    const decision = decide(mentions, { answers: [{ answer: followUp.answer, score: followUp.score }], confidence: Math.max(cuts.answer, followUp.score) });
    return decision.kind === 'answer' ? decision : undefined;
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
    const [picked = '', part] = chosen(text, conversation.offered)?.split('/') ?? [];
    const choice = guide.answers.get(picked);
    if (choice && part === 'more') return { kind: 'details', answer: choice };
    if (choice) return { kind: 'decisions', decisions: [{ kind: 'answer', answer: choice, confidence: 1 }], facets: choice.facets };
    const pieces = splitMessage(text);
    if (pieces.length === 0) return { kind: 'unreadable' };
    const whole = decidePiece(text, conversation);
    const done = whole.action && act(whole.action, conversation);
    if (done) return done;
    const decided = pieces.length === 1 ? [whole] : pieces.map((piece) => decidePiece(piece.text, conversation));
    const decisions = pieces.length === 1 ? [whole.decision] : combine(whole.decision, pieces, decided.map(({ decision }) => decision));
    return { kind: 'decisions', decisions, facets: Object.assign({}, ...decided.map(({ mentions }) => mentions.facets)) };
  };
}

/** Several questions get several answers; greetings and remarks around a question fall away. */
function combine(whole: Decision, pieces: readonly Piece[], decisions: readonly Decision[]): Decision[] {
  const asked = decisions.filter((_, i) => pieces[i]?.asks);
  const answered = distinct(asked.filter(({ kind }) => kind === 'answer'));
  if (answered.length > 1) return answered.slice(0, mostAnswers);
  if (answered.length === 1) return answered;
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
