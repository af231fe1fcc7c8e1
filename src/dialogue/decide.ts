import type { Answer, Guide } from '../knowledge/compile.js';
import type { Facets } from '../knowledge/schema.js';
import type { Match } from '../match/matcher.js';
import type { Mentions } from './mentions.js';

/** What to say to one question. */
export type Decision =
  /** `also` is a second answer, nearly as likely, where the first isn't sure. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly also?: Answer | undefined; readonly confidence: number }
  /** The guide is silent on it, and has an entry that says so. */
  | { readonly kind: 'silent'; readonly answer: Answer; readonly confidence: number }
  /** The question names a place that the guide has no figure for; `nearby` is what it has instead. */
  | { readonly kind: 'no-place'; readonly place: string; readonly nearby: readonly Answer[]; readonly confidence: number }
  /** The question is about another occupation; `nearby` answers it for the guide's own. */
  | { readonly kind: 'no-occupation'; readonly occupation: string; readonly nearby: readonly Answer[]; readonly confidence: number }
  | { readonly kind: 'clarify'; readonly options: readonly Answer[]; readonly confidence: number }
  | { readonly kind: 'smalltalk'; readonly answer: Answer; readonly confidence: number }
  | { readonly kind: 'abstain'; readonly confidence: number };

/**
 * From this confidence on the first entry is the answer; from the lower one on the question goes back with choices.
 * They are low, because a guide has entries of its own for what it is silent on, and those take most strange questions.
 */
export const cuts = { answer: 0.08, clarify: 0.075 } as const;
/** The more a message says beside its question, the clearer its answer must be: from so many words on, at least so sure. */
const longMessages = [
  { words: 20, confidence: 0.45 },
  { words: 16, confidence: 0.37 },
  { words: 10, confidence: 0.18 },
] as const;
const cutFor = (words: number): number => longMessages.find((long) => words >= long.words)?.confidence ?? cuts.answer;
/** Small talk is said in few words, or it is clear. */
const fewWords = 5;
const talkCut = 0.12;
/** A silent entry less sure than this gives way where a covered one is nearly as likely. */
const hesitantCut = 0.3;
const longHesitantCut = 0.6;
const rivalShare = 0.2;
const tieShare = 0.9;
/** An answer less sure than this comes with the next one, where that is at least this much as likely. */
const alsoCut = 0.3;
const alsoShare = 0.35;
const mostOptions = 4;
const fewestOptions = 2;
/** An option this unlikely is no help to anyone. */
const leastScore = 0.02;

/** @param message tells how many words the whole message has that the question is part of */
export type Decider = (mentions: Mentions, ranked: RankedAnswers, message?: { readonly words: number }) => Decision;

/** The answers that a question may mean, best first, with the confidence that the first is right. */
export interface RankedAnswers {
  readonly answers: readonly { readonly answer: Answer; readonly score: number }[];
  readonly confidence: number;
}

export const toRankedAnswers = (match: Match, guide: Guide): RankedAnswers => ({
  confidence: match.confidence,
  answers: match.ranked.flatMap(({ entry, score }) => {
    const answer = guide.answers.get(entry);
    return answer ? [{ answer, score }] : [];
  }),
});

/** An answer that was picked, not matched. */
export const certain = (answer: Answer): RankedAnswers => ({ answers: [{ answer, score: 1 }], confidence: 1 });

export function createDecider(guide: Guide): Decider {
  const fits = createFit(guide);

  return (mentions, { answers, confidence }, message = mentions) => {
    const first = likeliest(answers);
    if (!first || confidence < cuts.clarify) return { kind: 'abstain', confidence };
    switch (first.kind) {
      case 'smalltalk':
        return mentions.words > fewWords && confidence < talkCut
          ? clarify(answers, confidence)
          : { kind: 'smalltalk', answer: first, confidence };
      case 'silent':
        if (first.topic && mentions.places.length > 0) return fits.place(first, mentions, confidence);
        return hesitant(answers, confidence, message.words) ? clarify(answers, confidence) : { kind: 'silent', answer: first, confidence };
      case 'covered': {
        const silent = answers.find(({ answer }) => answer.kind === 'silent')?.answer;
        const occupation = fits.strangeOccupation(first, mentions);
        if (occupation) {
          return silent
            ? { kind: 'silent', answer: silent, confidence }
            : { kind: 'no-occupation', occupation, nearby: [first], confidence };
        }
        const decision = fits.place(first, mentions, confidence);
        if (decision.kind !== 'answer') return decision;
        if (confidence >= cutFor(message.words)) return { ...decision, also: secondOf(decision.answer, answers, confidence) };
        return clarify(answers, confidence);
      }
    }
  };
}

function clarify(answers: RankedAnswers['answers'], confidence: number): Decision {
  const covered = answers.filter(({ answer }) => answer.kind === 'covered');
  const options = covered.filter(({ score }, i) => i < fewestOptions || score >= leastScore).map(({ answer }) => answer);
  if (options.length === 0) return { kind: 'abstain', confidence };
  return { kind: 'clarify', options: options.slice(0, mostOptions), confidence };
}

function secondOf(answer: Answer, answers: RankedAnswers['answers'], confidence: number): Answer | undefined {
  const [first, second] = answers;
  if (!first || !second || confidence >= alsoCut || second.score < alsoShare * first.score) return undefined;
  const place = second.answer.facets.place;
  return second.answer.kind === 'covered' && second.answer !== answer && (place === undefined || place === answer.facets.place)
    ? second.answer
    : undefined;
}

/** Where silence and an answer are all but equally likely, the answer is more use. */
function likeliest([first, second]: RankedAnswers['answers']): Answer | undefined {
  const tied = first?.answer.kind === 'silent' && second?.answer.kind === 'covered' && second.score >= tieShare * first.score;
  return tied ? second.answer : first?.answer;
}

/** Whether silence is hardly likelier than a covered answer: then the choice is left to the person. */
function hesitant([first, ...others]: RankedAnswers['answers'], confidence: number, words: number): boolean {
  if (!first || confidence >= (words >= longMessages[1].words ? longHesitantCut : hesitantCut)) return false;
  return others.some(({ answer, score }) => answer.kind === 'covered' && score >= rivalShare * first.score);
}

/** Whether an answer fits the place and the occupation that a question names. */
function createFit(guide: Guide) {
  const byTopic = new Map<string, Answer[]>();
  for (const answer of guide.answers.values()) {
    if (answer.topic && answer.kind === 'covered') byTopic.set(answer.topic, [...(byTopic.get(answer.topic) ?? []), answer]);
  }

  function nearbyPlaces(topic: readonly Answer[], place: string): Answer[] {
    const regions = guide.gazetteer.regions.get(place) ?? [];
    const siblings = guide.words.regions[place] ?? regions.flatMap((region) => guide.words.regions[region] ?? []);
    const whole = topic.filter(({ facets }) => facets.place !== undefined && regions.includes(facets.place));
    const parts = topic.filter(({ facets }) => facets.place !== undefined && facets.level === undefined && siblings.includes(facets.place));
    return [...new Set([...whole, ...parts])].slice(0, mostOptions);
  }

  return {
    place(matched: Answer, { places, facets }: Mentions, confidence: number): Decision {
      const topic = matched.topic ? (byTopic.get(matched.topic) ?? []) : [];
      const answer = withLevel(matched, facets, topic);
      const accepted: Decision = { kind: 'answer', answer, confidence };
      const own = answer.facets.place;
      const differs = own !== undefined || (answer.topic !== undefined && topic.some(({ facets }) => facets.place !== undefined));
      if (places.length === 0 || !differs || (own !== undefined && places.includes(own))) return accepted;
      const [place = ''] = places.filter((code) => code !== own);
      const sibling =
        topic.find(({ facets }) => facets.place === place && facets.level === answer.facets.level) ??
        topic.find(({ facets }) => facets.place === place);
      if (sibling) return { kind: 'answer', answer: sibling, confidence };
      if (own === undefined && answer.kind === 'covered') return accepted;
      return { kind: 'no-place', place, nearby: nearbyPlaces(topic, place), confidence };
    },

    /** An occupation that the question is about, and that the answer never speaks of. */
    strangeOccupation(answer: Answer, { occupations }: Mentions): string | undefined {
      if (answer.otherJobs) return undefined;
      return occupations.find((occupation) => {
        const word = new RegExp(`\\b${occupation.replace(/s$/, '')}s?\\b`, 'i');
        return ![answer.question, ...answer.phrasings].some((text) => word.test(text));
      });
    },
  };
}

/** The same answer for the level that was named, where the match is about another level. */
function withLevel(answer: Answer, { level }: Facets, topic: readonly Answer[]): Answer {
  if (level === undefined || answer.facets.level === undefined || answer.facets.level === level) return answer;
  return topic.find(({ facets }) => facets.level === level && facets.place === answer.facets.place) ?? answer;
}
