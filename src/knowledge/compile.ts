import type { Faq } from '../match/faq.js';
import { figuresIn, fillIn, type ResolvedFigure, resolveFigures, writeDate } from './figures.js';
import { createGazetteer, type Gazetteer } from './places.js';
import type { Knowledge } from './read.js';
import type { Entry, Facets, GuideHead, SmallTalk, TalkAction, Words } from './schema.js';

/** A guide made ready to answer from: plain data, figures filled in. It can be stored. */
export interface Guide {
  readonly head: GuideHead;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly words: Words;
  readonly gazetteer: Gazetteer;
}

/** What the program can say to one question. */
export interface Answer {
  readonly id: string;
  /** `covered`: the guide's answer. `silent`: the guide has none, and the text says so. `smalltalk`: neither. */
  readonly kind: 'covered' | 'silent' | 'smalltalk';
  readonly question: string;
  readonly text: string;
  readonly details?: string | undefined;
  readonly topic?: string | undefined;
  readonly facets: Facets;
  readonly section?: string | undefined;
  readonly figures: readonly FigureSource[];
  readonly related: readonly string[];
  readonly followUps: readonly string[];
  readonly phrasings: readonly string[];
  readonly otherJobs: boolean;
  readonly table?: Table | undefined;
  /** What small talk asks of the conversation. */
  readonly action?: TalkAction | undefined;
}

/** Figures side by side; every row as long as the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Who published a figure, and when. */
interface FigureSource {
  readonly measures: string;
  readonly value: string;
  readonly publisher: string;
  readonly asOf: string;
  /** The place that it is of. */
  readonly place?: string | undefined;
}

export function compileGuide(knowledge: Knowledge): Guide {
  const figures = resolveFigures(knowledge.figures);
  const answers = [
    ...knowledge.entries.map((entry) => compileEntry(entry, figures)),
    ...knowledge.smalltalk.map((talk) => compileSmallTalk(talk, knowledge.guide)),
  ];
  return {
    head: { ...knowledge.guide, source: { ...knowledge.guide.source, read: writeDate(knowledge.guide.source.read) } },
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    words: knowledge.words,
    gazetteer: createGazetteer(knowledge.words),
  };
}

function compileEntry(entry: Entry, figures: ReadonlyMap<string, ResolvedFigure>): Answer {
  const covered = entry.covered !== false;
  return {
    id: entry.id,
    kind: covered ? 'covered' : 'silent',
    question: entry.question,
    text: fillIn(entry.answer, figures),
    details: entry.details && fillIn(entry.details, figures),
    topic: entry.topic,
    facets: entry.facets ?? {},
    section: 'section' in entry ? entry.section : undefined,
    figures: figuresIn(`${entry.answer} ${entry.details ?? ''} ${entry.table?.rows.flat().join(' ') ?? ''}`).flatMap((id) =>
      toSource(figures.get(id)),
    ),
    related: entry.related ?? [],
    followUps: entry.follow_ups ?? [],
    phrasings: entry.phrasings,
    otherJobs: entry.other_jobs ?? false,
    table: entry.table && { head: entry.table.head, rows: entry.table.rows.map((row) => row.map((cell) => fillIn(cell, figures))) },
  };
}

const toSource = (figure: ResolvedFigure | undefined): FigureSource[] =>
  figure ? [{ measures: figure.measures, value: figure.text, publisher: figure.publisher, asOf: figure.asOf, place: figure.place }] : [];

function compileSmallTalk({ id, action, phrasings, answers }: SmallTalk, guide: GuideHead): Answer {
  const fields: Readonly<Record<string, string>> = { job: guide.job.name, jobs: guide.job.plural, contact: guide.contact };
  const text = (answers[0] ?? '').replace(/\{\{(\w+)\}\}/g, (whole, name: string) => fields[name] ?? whole);
  const none = { facets: {}, figures: [], related: [], followUps: [], otherJobs: true };
  return { ...none, id, kind: 'smalltalk', question: phrasings[0] ?? id, text, phrasings, action };
}

/** What the matcher learns of a guide. Small talk's answers teach nothing about its questions. */
export function toFaq(guide: Guide, knowledge: Knowledge): Faq {
  const notThis = new Map(knowledge.entries.map((entry) => [entry.id, entry.not_this]));
  const entries = [...guide.answers.values()].map(({ id, kind, question, phrasings, text }) => ({
    id,
    question,
    phrasings,
    answer: kind === 'covered' ? text : undefined,
    notThis: notThis.get(id),
  }));
  return { name: guide.head.id, entries, rewrites: rewritesOf(guide) };
}

/** What the follow-ups are matched by: the entries that have any. */
export function toEllipticFaq(guide: Guide): Faq {
  const entries = [...guide.answers.values()].flatMap(({ id, followUps: [question, ...phrasings] }) =>
    question ? [{ id, question, phrasings }] : [],
  );
  return { name: `${guide.head.id} follow-ups`, entries, rewrites: rewritesOf(guide) };
}

/** What any question may name tells no entry from another: all the job's names are read as this word. */
const anyName = 'they';

function rewritesOf({ head, words }: Guide): Record<string, string> {
  const { name, plural, abbreviations, names, loosely } = head.job;
  const folded = [name, plural, ...abbreviations, ...names, ...loosely].map((other) => [other.toLowerCase(), anyName]);
  return { ...words.abbreviations, ...Object.fromEntries(folded) };
}
