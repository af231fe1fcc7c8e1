import type { Decision } from '../dialogue/decide.js';
import type { Understanding } from '../dialogue/understand.js';
import type { Answer, Guide } from '../knowledge/compile.js';
import type { Choice, Reply, Source } from './reply.js';

const mostRelated = 3;
const moreSuffix = '/more';

/** Puts what was understood into words. */
export function compose(understanding: Understanding, guide: Guide): Reply {
  switch (understanding.kind) {
    case 'decisions':
      return composeDecisions(understanding.decisions, guide);
    case 'details':
      return composeDetails(understanding.answer, guide);
    case 'sources':
      return composeSources(understanding.answer, guide);
    case 'again':
      return composeAnswer(understanding.answer, 1, guide);
    case 'none-fits':
      return composeMiss('Sorry that none of them fits.', guide);
    case 'unreadable':
      return { ...composeMiss("I couldn't read a question in that.", guide), kind: 'clarify' };
    case 'too-long':
      return composeMiss('That message is too long for me to read. Please ask in a sentence or two.', guide);
  }
}

function composeDecisions(decisions: readonly Decision[], guide: Guide): Reply {
  const replies = decisions.map((decision) => composeDecision(decision, guide));
  const [first] = replies;
  if (!first || replies.length === 1) return first ?? composeMiss('', guide);
  return {
    kind: 'answer',
    paragraphs: replies.map(({ paragraphs, entries }) => `${labelOf(entries[0] ?? '', guide)} ${paragraphs.join(' ')}`),
    entries: replies.flatMap(({ entries }) => entries),
    confidence: Math.min(...replies.map(({ confidence }) => confidence)),
    sources: mergeSources(replies.flatMap(({ sources }) => sources)),
    choices: uniqueChoices(replies.flatMap(({ choices }) => choices.slice(0, 1))),
    feedback: first.feedback,
  };
}

const labelOf = (entry: string, guide: Guide): string => guide.answers.get(entry)?.question ?? '';

function composeDecision(decision: Decision, guide: Guide): Reply {
  switch (decision.kind) {
    case 'answer':
      return composePair(decision.answer, decision.also, decision.confidence, guide);
    case 'smalltalk':
      return { ...bare('smalltalk', [decision.answer.text], decision.confidence), entries: [decision.answer.id] };
    case 'silent':
      return {
        ...bare('abstain', [decision.answer.text], decision.confidence),
        entries: [decision.answer.id],
        choices: toChoices(decision.answer.related, guide),
        feedback: { entry: decision.answer.id },
      };
    case 'no-place':
      return composeNoPlace(decision.place, decision.nearby, decision.confidence, guide);
    case 'no-occupation': {
      const { name } = guide.head.job;
      const text = `This guide is about the ${name} only, so I have nothing on the job of ${withArticle(decision.occupation)}. I can tell you the same about the ${name}.`;
      return {
        ...bare('abstain', [text], decision.confidence),
        choices: toChoices(
          decision.nearby.map(({ id }) => id),
          guide,
        ),
      };
    }
    case 'clarify':
      return {
        ...bare('clarify', ['I may have what you need. Which of these do you mean?'], decision.confidence),
        choices: toChoices(
          decision.options.map(({ id }) => id),
          guide,
          decision.options.length,
        ),
      };
    case 'abstain':
      return composeMiss('', guide, decision.confidence);
  }
}

/** The likelier answer, and under its own question the other one that may be meant. */
function composePair(answer: Answer, also: Answer | undefined, confidence: number, guide: Guide): Reply {
  const first = composeAnswer(answer, confidence, guide);
  if (!also) return first;
  const second = composeAnswer(also, confidence, guide);
  return {
    ...first,
    paragraphs: [...first.paragraphs, `Or did you mean: ${also.question} ${also.text}`],
    entries: [...first.entries, ...second.entries],
    sources: mergeSources([...first.sources, ...second.sources]),
  };
}

function composeAnswer(answer: Answer, confidence: number, guide: Guide): Reply {
  const more = answer.details ? [{ id: `${answer.id}${moreSuffix}`, label: 'Tell me more' }] : [];
  return {
    kind: answer.kind === 'silent' ? 'abstain' : 'answer',
    paragraphs: [answer.text],
    table: answer.table,
    entries: [answer.id],
    confidence,
    sources: toSources(answer, guide),
    choices: [...toChoices(answer.related, guide), ...more],
    feedback: { entry: answer.id },
  };
}

function composeDetails(answer: Answer, guide: Guide): Reply {
  const reply = composeAnswer(answer, 1, guide);
  const text = answer.details ?? `That is all that the guide says on it: ${lowerFirst(answer.text)}`;
  return { ...reply, paragraphs: [text], table: undefined, choices: toChoices(answer.related, guide) };
}

function composeSources(answer: Answer, guide: Guide): Reply {
  const reply = composeAnswer(answer, 1, guide);
  const { title, publisher, read } = guide.head.source;
  const figures = answer.figures.map(
    ({ value, measures, publisher: by, asOf }) => `${value} (${lowerFirst(measures)}) is from ${by}, ${asOf}.`,
  );
  const section = answer.section ? `, section “${answer.section}”` : '';
  return { ...reply, paragraphs: [[`From “${title}” by ${publisher}${section}, read on ${read}.`, ...figures].join(' ')] };
}

/** What the guide lacks, and what it has nearby: a region's figure whole, or the countries that it names. */
function composeNoPlace(place: string, nearby: readonly Answer[], confidence: number, guide: Guide): Reply {
  const name = guide.gazetteer.names.get(place) ?? place;
  const regions = guide.gazetteer.regions.get(place) ?? [];
  const whole = nearby.find(
    ({ facets, figures }) => regions.includes(facets.place ?? '') && figures.some((figure) => figure.place === facets.place),
  );
  const missing = `The guide has no figure of its own for ${name}.`;
  const instead = whole
    ? `For the region as a whole it says: ${whole.text}`
    : nearby.length > 0
      ? `Nearby it has ${listed(nearby.map(({ facets }) => guide.gazetteer.names.get(facets.place ?? '') ?? ''))}.`
      : `It has figures for ${listed(coveredPlaces(guide))}.`;
  return {
    ...bare('abstain', [`${missing} ${instead}`], confidence),
    entries: whole ? [whole.id] : [],
    sources: whole ? toSources(whole, guide) : [],
    choices: toChoices(
      nearby.map(({ id }) => id),
      guide,
    ),
  };
}

const coveredPlaces = (guide: Guide): string[] =>
  [...new Set([...guide.answers.values()].flatMap(({ facets }) => facets.place ?? []))].map(
    (place) => guide.gazetteer.names.get(place) ?? place,
  );

function composeMiss(lead: string, guide: Guide, confidence = 0): Reply {
  const { covers, examples, contact, job } = guide.head;
  const first = lead || `I don't have an answer to that. I only know the career of ${withArticle(job.name)}: ${listed(covers)}.`;
  const paragraphs = [first, `You could ask: ${examples.map((example) => `“${example}”`).join(' ')} Or ask ${contact}.`];
  return bare('abstain', paragraphs, confidence);
}

const bare = (kind: Reply['kind'], paragraphs: readonly string[], confidence: number): Reply => ({
  kind,
  paragraphs,
  entries: [],
  confidence,
  sources: [],
  choices: [],
});

function toSources(answer: Answer, guide: Guide): Source[] {
  if (!answer.section) return [];
  const { title, publisher, read } = guide.head.source;
  return [{ guide: title, publisher, section: answer.section, read, figures: answer.figures }];
}

function mergeSources(sources: readonly Source[]): Source[] {
  const bySection = new Map<string, Source>();
  for (const source of sources) {
    const before = bySection.get(source.section);
    bySection.set(source.section, before ? { ...before, figures: [...before.figures, ...source.figures] } : source);
  }
  return [...bySection.values()];
}

function toChoices(ids: readonly string[], guide: Guide, most = mostRelated): Choice[] {
  return ids.slice(0, most).flatMap((id) => {
    const answer = guide.answers.get(id);
    return answer ? [{ id, label: answer.question }] : [];
  });
}

const uniqueChoices = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.id, choice])).values()];

/** "pay, skills and visas" */
const listed = (items: readonly string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');

/** Within a sentence: an abbreviation keeps its capitals. */
const lowerFirst = (text: string): string => (/^(?:[A-Z]{2}|I\b)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
