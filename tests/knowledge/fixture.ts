import { checkKnowledge } from '../../src/knowledge/check.js';
import { compileGuide, type Guide } from '../../src/knowledge/compile.js';
import { type Problem, writeProblem } from '../../src/knowledge/problem.js';
import { type Knowledge, type KnowledgeFile, readKnowledge } from '../../src/knowledge/read.js';

/** A guide as small as a guide may be, with one of everything: about a trade that no other test knows. */
const fixture = {
  'guide.yaml': `id: book-mender
title: Book Mender Guide
job: { name: Book Mender, plural: Book Menders, abbreviations: [BM], names: [book repairer], loosely: [mender] }
source: { title: A Mender's Year, publisher: Bindery House, read: 2026-11-22 }
review: 2027-06
welcome: Ask me about mending books.
covers: [pay, training, tools]
examples: [What does it pay?, How do I train?, Which glue do I need?]
contact: the bindery's desk
place: us
`,
  'words.yaml': `abbreviations: { u: you }
occupations: [printer]
places: { states: us, nordics: scandinavia, us dollars: none }
regions: { scandinavia: ['no', se, dk], north-america: [us, ca] }
facets: { level: { senior: [senior, seniors] } }
`,
  'figures.yaml': `- id: us-pay
  measures: Median pay in the United States
  value: 38400
  unit: USD/year
  place: us
  publisher: Labor Office
  as_of: 2023-05
  section: Pay
  review: 2027-05-01
- id: us-senior-pay
  measures: Median pay of seniors
  value: 46000
  unit: USD/year
  level: senior
  publisher: Himalayas
  as_of: 2025
  section: Pay
  review: 2027-05-01
- id: us-senior-gain
  measures: What seniors make more
  section: Pay
  difference: [us-senior-pay, us-pay]
- id: nordic-pay
  measures: Pay in Scandinavia
  range: [30000, 35000]
  unit: EUR/year
  approximate: true
  place: scandinavia
  publisher: Himalayas
  as_of: 2025
  section: Pay abroad
  review: 2027-05-01
- id: training-time
  measures: Time that training takes
  value: 2
  unit: years
  open: true
  publisher: Bindery House
  as_of: 2024-11-03
  section: Training
  review: 2027-05-01
`,
  'topics/pay.yaml': `- id: pay-us
  question: What does it pay?
  phrasings: [pay, salary, wages, what is earned, money for it, how much, income, what they make]
  topic: pay
  facets: { place: us }
  answer: The median is {{us-pay}} a year.
  section: Pay
  related: [pay-senior, pay-nordic]
  reviewed: 2026-11-22
- id: pay-senior
  question: What do seniors make?
  phrasings: [senior pay, senior salary, pay of seniors, lead money, what seniors earn, more later, raise, pay rise]
  topic: pay
  facets: { place: us, level: senior }
  answer: Seniors make {{us-senior-gain}} more.
  table:
    head: [Level, Pay]
    rows: [[Mender, '{{us-pay}}'], [Senior mender, '{{us-senior-pay}}']]
  details: The median of seniors is {{us-senior-pay}}.
  section: Pay
  related: [pay-us]
  reviewed: 2026-11-22
- id: pay-nordic
  question: What does it pay in Scandinavia?
  phrasings: [nordic pay, pay up north, nordic wages, fjord money, pay in oslo, pay of nordics, north salary, viking pay]
  topic: pay
  facets: { place: scandinavia }
  answer: Pay is {{nordic-pay}}.
  section: Pay abroad
  reviewed: 2026-11-22
`,
  'topics/training.yaml': `- id: training
  question: How do I train?
  phrasings: [training, apprenticeship, school for it, learn it, how to start, courses, lessons, teach me]
  follow_ups: [and the training?, how long?]
  answer: Training takes {{training-time}}.
  section: Training
  related: [glue]
  reviewed: 2026-11-22
- id: glue
  question: Which glue do I need?
  phrasings: [glue, paste, adhesive, what sticks, sticky stuff, gum, bonding agent, what holds pages]
  not_this: [glue for shoes]
  answer: Wheat paste holds paper.
  details: It comes off again with water.
  section: Tools
  reviewed: 2026-11-22
- id: pension
  question: Is there a pension?
  phrasings: [pension, retirement, old age money, retire, provident fund, pension plan, when I am old, superannuation]
  answer: The guide says nothing about pensions.
  related: [pay-us]
  covered: false
  reviewed: 2026-11-22
`,
  'smalltalk.yaml': `- id: talk-hello
  phrasings: [hi, hello, hey, good day, greetings, howdy, good morning, hiya]
  answers: ['Hello! I know the work of {{jobs}}. A {{job}} may also ask {{contact}}.']
- id: talk-more
  action: more
  phrasings: [tell me more, more, go on, and then, details, elaborate, say more, continue]
  answers: [More of what?]
`,
} as const;

type FixtureFile = keyof typeof fixture;

/** Replaces text of one file; the text must be there, so that a changed fixture fails where it matters. */
export interface Edit {
  readonly file: FixtureFile;
  readonly from: string;
  readonly to: string;
}

/** The fixture's files, with edits made one after the other. */
export function fixtureFiles(...edits: readonly Edit[]): KnowledgeFile[] {
  const texts = new Map<string, string>(Object.entries(fixture));
  for (const { file, from, to } of edits) {
    const text = texts.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} of the fixture has no "${from}"`);
    texts.set(
      file,
      text.replace(from, () => to),
    );
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** The fixture read; a fixture that can't be read fails the test with its problems. */
export function readFixture(...edits: readonly Edit[]): Knowledge {
  const reading = readKnowledge(fixtureFiles(...edits));
  if ('problems' in reading) throw new Error(reading.problems.map(writeProblem).join('\n'));
  return reading.knowledge;
}

export const compileFixture = (...edits: readonly Edit[]): Guide => compileGuide(readFixture(...edits));

const written = (problems: readonly Problem[]): string[] => problems.map(writeProblem);

/** What reading the edited fixture complains of. */
export function readProblems(...edits: readonly Edit[]): string[] {
  const reading = readKnowledge(fixtureFiles(...edits));
  return 'problems' in reading ? written(reading.problems) : [];
}

/** What checking the edited fixture complains of. */
export const checkProblems = (...edits: readonly Edit[]): string[] => written(checkKnowledge(readFixture(...edits)));
