import { expect, test } from 'vitest';
import { compose } from '../../src/reply/compose.js';
import { toBody, toChoiceLines, toPlainText } from '../../src/reply/plain-text.js';
import { compileFixture } from '../knowledge/fixture.js';

const guide = compileFixture();
const answerTo = (id: string) => guide.answers.get(id)!;
const senior = compose({ kind: 'again', answer: answerTo('pay-senior') }, guide);
const clarify = compose(
  {
    kind: 'decisions',
    decisions: [{ kind: 'clarify', options: [answerTo('pay-us'), answerTo('training')], confidence: 0.1 }],
    facets: {},
  },
  guide,
);

test('A reply is its text, an aligned table, its source and numbered choices', () => {
  expect(toPlainText(senior)).toBe(
    `Seniors make $7,600 more.

Level          Pay
-------------  -------
Mender         $38,400
Senior mender  $46,000

Source: A Mender's Year (Bindery House), section “Pay”, read 22 November 2026. Figures: Himalayas, 2025; Labor Office, May 2023.

Related (type a number):
  1. What does it pay?
  2. Tell me more`,
  );
});

test('Choices to clarify may all be declined', () => {
  expect(toPlainText(clarify)).toBe(
    `I may have what you need. Which of these do you mean?

Type a number, or "none of these":
  1. What does it pay?
  2. How do I train?`,
  );
});

test('The body is the text alone', () => {
  expect(toBody(senior)).toBe('Seniors make $7,600 more.');
  expect(toBody({ ...senior, paragraphs: ['One.', 'Two.'] })).toBe('One.\n\nTwo.');
});

test('A reply without choices has no line for them', () => {
  expect(toChoiceLines({ ...senior, choices: [] })).toBe('');
});

test('A source without figures names none', () => {
  expect(toPlainText(compose({ kind: 'details', answer: answerTo('glue') }, guide))).toBe(
    `It comes off again with water.

Source: A Mender's Year (Bindery House), section “Tools”, read 22 November 2026.`,
  );
});

test('No line ends in a space', () => {
  expect(
    toPlainText({
      ...senior,
      table: {
        head: ['A', 'B'],
        rows: [
          ['long', ''],
          ['x', 'y'],
        ],
      },
    }),
  ).not.toMatch(/ $/m);
});
