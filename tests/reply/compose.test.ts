import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/dialogue/decide.js';
import { compose } from '../../src/reply/compose.js';
import { toBody } from '../../src/reply/plain-text.js';
import type { Reply } from '../../src/reply/reply.js';
import { compileFixture } from '../knowledge/fixture.js';

const guide = compileFixture();
const answerTo = (id: string) => guide.answers.get(id)!;
const decided = (...decisions: readonly Decision[]): Reply => compose({ kind: 'decisions', decisions, facets: {} }, guide);
const choiceIds = ({ choices }: Reply): string[] => choices.map(({ id }) => id);

const invitation = "You could ask: “What does it pay?” “How do I train?” “Which glue do I need?” Or ask the bindery's desk.";

describe('An answer', () => {
  const reply = decided({ kind: 'answer', answer: answerTo('pay-us'), confidence: 0.8 });

  test('It says the text, its source and what is related', () => {
    expect(reply).toEqual({
      kind: 'answer',
      paragraphs: ['The median is $38,400 a year.'],
      table: undefined,
      entries: ['pay-us'],
      confidence: 0.8,
      sources: [
        {
          guide: "A Mender's Year",
          publisher: 'Bindery House',
          section: 'Pay',
          read: '22 November 2026',
          figures: [
            { measures: 'Median pay in the United States', value: '$38,400', publisher: 'Labor Office', asOf: 'May 2023', place: 'us' },
          ],
        },
      ],
      choices: [
        { id: 'pay-senior', label: 'What do seniors make?' },
        { id: 'pay-nordic', label: 'What does it pay in Scandinavia?' },
      ],
      feedback: { entry: 'pay-us' },
    });
  });

  test('One with details offers them last', () => {
    expect(decided({ kind: 'answer', answer: answerTo('pay-senior'), confidence: 1 }).choices).toEqual([
      { id: 'pay-us', label: 'What does it pay?' },
      { id: 'pay-senior/more', label: 'Tell me more' },
    ]);
  });
});

describe('A weak answer with a second one', () => {
  const [answer, also] = [answerTo('pay-us'), answerTo('pay-senior')];
  const reply = decided({ kind: 'answer', answer, also, confidence: 0.2 });
  const alone = decided({ kind: 'answer', answer, confidence: 0.2 });

  test('The second follows under its own question', () => {
    expect(reply.paragraphs).toEqual(['The median is $38,400 a year.', 'Or did you mean: What do seniors make? Seniors make $7,600 more.']);
    expect(reply.entries).toEqual(['pay-us', 'pay-senior']);
  });

  test('Sources are of both, one for a section', () => {
    expect(reply.sources.map(({ section, figures }) => [section, figures.map(({ value }) => value)])).toEqual([
      ['Pay', ['$38,400', '$7,600', '$46,000', '$38,400']],
    ]);
    const abroad = decided({ kind: 'answer', answer, also: answerTo('training'), confidence: 0.2 });
    expect(abroad.sources.map(({ section }) => section)).toEqual(['Pay', 'Training']);
  });

  test('All else is of the first', () => {
    const { paragraphs, entries, sources, ...others } = reply;
    expect(alone).toMatchObject(others);
    expect(reply).toMatchObject({ kind: 'answer', confidence: 0.2, feedback: { entry: 'pay-us' } });
  });
});

test('Several answers are labelled by their questions, and are as sure as the least sure of them', () => {
  const reply = decided(
    { kind: 'answer', answer: answerTo('pay-us'), confidence: 0.9 },
    { kind: 'answer', answer: answerTo('pay-senior'), confidence: 0.4 },
  );
  expect(reply).toMatchObject({
    kind: 'answer',
    paragraphs: ['What does it pay? The median is $38,400 a year.', 'What do seniors make? Seniors make $7,600 more.'],
    entries: ['pay-us', 'pay-senior'],
    confidence: 0.4,
  });
  expect(reply.sources.map(({ section, figures }) => [section, figures.length])).toEqual([['Pay', 4]]);
  expect(choiceIds(reply)).toEqual(['pay-senior', 'pay-us']);
});

test('Silence is an abstention with what is near', () => {
  expect(decided({ kind: 'silent', answer: answerTo('pension'), confidence: 0.7 })).toMatchObject({
    kind: 'abstain',
    paragraphs: ['The guide says nothing about pensions.'],
    entries: ['pension'],
    sources: [],
    choices: [{ id: 'pay-us', label: 'What does it pay?' }],
    feedback: { entry: 'pension' },
  });
});

test('Small talk has neither source nor choices', () => {
  expect(decided({ kind: 'smalltalk', answer: answerTo('talk-more'), confidence: 0.6 })).toEqual({
    kind: 'smalltalk',
    paragraphs: ['More of what?'],
    entries: ['talk-more'],
    confidence: 0.6,
    sources: [],
    choices: [],
  });
});

describe('A place without a figure', () => {
  const missing = (place: string, ...nearby: string[]) =>
    decided({ kind: 'no-place', place, nearby: nearby.map(answerTo), confidence: 0.5 });

  test('It is told the figure of its whole region', () => {
    const reply = missing('no', 'pay-nordic');
    expect(toBody(reply)).toBe(
      'The guide has no figure of its own for Norway. For the region as a whole it says: Pay is about €30,000 to €35,000.',
    );
    expect(reply).toMatchObject({ kind: 'abstain', entries: ['pay-nordic'], sources: [{ section: 'Pay abroad' }] });
  });

  test('A figure of a part of the region is not the whole of it', () => {
    const place = { file: 'figures.yaml', from: 'place: scandinavia', to: 'place: se' } as const;
    const partial = compileFixture(place);
    const nearby = [partial.answers.get('pay-nordic')!];
    const decision: Decision = { kind: 'no-place', place: 'no', nearby, confidence: 0.5 };
    const reply = compose({ kind: 'decisions', decisions: [decision], facets: {} }, partial);
    expect(toBody(reply)).toBe('The guide has no figure of its own for Norway. Nearby it has Scandinavia.');
    expect(reply).toMatchObject({ kind: 'abstain', entries: [], sources: [], choices: [{ id: 'pay-nordic' }] });
  });

  test('It is told which places nearby have one', () => {
    const reply = missing('ca', 'pay-us');
    expect(toBody(reply)).toBe('The guide has no figure of its own for Canada. Nearby it has the United States.');
    expect(reply).toMatchObject({ kind: 'abstain', entries: [], sources: [], choices: [{ id: 'pay-us' }] });
  });

  test('Far from all, it is told the places that the guide has', () => {
    expect(toBody(missing('ke'))).toBe(
      'The guide has no figure of its own for Kenya. It has figures for the United States and Scandinavia.',
    );
  });
});

test.each([
  ['printer', 'a printer'],
  ['archivist', 'an archivist'],
])('Another occupation (%s) is named, and the same is offered for the guide’s own', (occupation, named) => {
  const reply = decided({ kind: 'no-occupation', occupation, nearby: [answerTo('pay-us')], confidence: 0.5 });
  expect(toBody(reply)).toBe(
    `This guide is about the Book Mender only, so I have nothing on the job of ${named}. I can tell you the same about the Book Mender.`,
  );
  expect(reply).toMatchObject({ kind: 'abstain', entries: [], choices: [{ id: 'pay-us' }] });
});

test('Asking back offers every option, however many', () => {
  const options = ['pay-us', 'pay-senior', 'training', 'glue'].map(answerTo);
  const reply = decided({ kind: 'clarify', options, confidence: 0.08 });
  expect(toBody(reply)).toBe('I may have what you need. Which of these do you mean?');
  expect(choiceIds(reply)).toEqual(['pay-us', 'pay-senior', 'training', 'glue']);
});

test('An abstention says what the guide covers, what to ask and whom', () => {
  expect(decided({ kind: 'abstain', confidence: 0.02 })).toMatchObject({
    kind: 'abstain',
    paragraphs: ["I don't have an answer to that. I only know the career of a Book Mender: pay, training and tools.", invitation],
    confidence: 0.02,
  });
});

describe('Details', () => {
  test('They take the place of the answer, and are not offered again', () => {
    const reply = compose({ kind: 'details', answer: answerTo('glue') }, guide);
    expect(reply).toMatchObject({ kind: 'answer', paragraphs: ['It comes off again with water.'], choices: [] });
  });

  test('The table was said with the answer, and is not said again', () => {
    const answer = answerTo('pay-senior');
    expect(decided({ kind: 'answer', answer, confidence: 1 }).table).toEqual(answer.table);
    expect(compose({ kind: 'details', answer }, guide)).toMatchObject({
      paragraphs: ['The median of seniors is $46,000.'],
      table: undefined,
      choices: [{ id: 'pay-us' }],
    });
  });

  test.each([
    ['BM schools teach it.', 'BM schools teach it.'],
    ['I know of none.', 'I know of none.'],
    ['A school teaches it.', 'a school teaches it.'],
    ['It is taught.', 'it is taught.'],
  ])('Within the sentence "%s" is "%s"', (text, within) => {
    const answer = { ...answerTo('training'), text };
    expect(toBody(compose({ kind: 'details', answer }, guide))).toBe(`That is all that the guide says on it: ${within}`);
  });

  test('Without any, the answer is all there is', () => {
    expect(toBody(compose({ kind: 'details', answer: answerTo('training') }, guide))).toBe(
      'That is all that the guide says on it: training takes 2 years or more.',
    );
  });
});

describe('Sources', () => {
  test('The section and every figure are told with publisher and date', () => {
    expect(toBody(compose({ kind: 'sources', answer: answerTo('pay-us') }, guide))).toBe(
      "From “A Mender's Year” by Bindery House, section “Pay”, read on 22 November 2026. " +
        '$38,400 (median pay in the United States) is from Labor Office, May 2023.',
    );
  });

  test('What a figure measures keeps its abbreviation', () => {
    const pay = answerTo('pay-us');
    const answer = { ...pay, figures: pay.figures.map((figure) => ({ ...figure, measures: 'US median pay' })) };
    expect(toBody(compose({ kind: 'sources', answer }, guide))).toContain('$38,400 (US median pay) is from Labor Office, May 2023.');
  });

  test('Where the guide is silent no section is named', () => {
    expect(toBody(compose({ kind: 'sources', answer: answerTo('pension') }, guide))).toBe(
      "From “A Mender's Year” by Bindery House, read on 22 November 2026.",
    );
  });
});

test('Again says the answer once more', () => {
  expect(compose({ kind: 'again', answer: answerTo('glue') }, guide)).toEqual(
    decided({ kind: 'answer', answer: answerTo('glue'), confidence: 1 }),
  );
});

test.each([
  ['none-fits', 'abstain', 'Sorry that none of them fits.'],
  ['unreadable', 'clarify', "I couldn't read a question in that."],
  ['too-long', 'abstain', 'That message is too long for me to read. Please ask in a sentence or two.'],
] as const)('What is %s gets a sentence and an invitation', (kind, replied, sentence) => {
  expect(compose({ kind }, guide)).toMatchObject({ kind: replied, paragraphs: [sentence, invitation], entries: [], confidence: 0 });
});
