import type { Faq } from '../../src/match/faq.js';

/** A library's desk in seven entries: two about the card, two about hours and rooms, one look-alike, one rewrite. */
export const faq = {
  name: 'desk',
  entries: [
    {
      id: 'renew-card',
      question: 'How do I renew my library card?',
      phrasings: ['renew card', 'my card has expired', 'extend my library card', 'library card renewal', 'is my card still valid'],
      answer: 'Bring your card and a photo to the desk. It is valid for a year.',
      notThis: ['Can I renew a book that I borrowed?'],
    },
    {
      id: 'lost-card',
      question: 'What do I do when I lost my library card?',
      phrasings: ['lost card', 'somebody stole my card', 'replace a missing card', 'I can not find my card'],
      answer: 'Report it at once. A replacement costs five dollars.',
    },
    {
      id: 'opening-hours',
      question: 'When is the library open?',
      phrasings: ['opening hours', 'what time do you close', 'are you open on sunday', 'when do you open', 'closing time today'],
    },
    {
      id: 'book-room',
      question: 'How do I book a study room?',
      phrasings: ['reserve a room', 'room booking', 'can we get a meeting room', 'is a study room free'],
    },
    {
      id: 'late-fee',
      question: 'How much is the fee for a late book?',
      phrasings: ['overdue fine', 'what do I pay for late books', 'late return charge', 'do you charge fines'],
    },
    {
      id: 'printing',
      question: 'Where can I print?',
      phrasings: ['printer', 'how much does printing cost', 'print from my phone', 'is there a copier'],
    },
    {
      id: 'resume-help',
      question: 'Who helps me with my resume?',
      phrasings: ['resume review', 'someone to read my resume', 'help with a cover letter', 'check my job application'],
    },
  ],
  rewrites: { cv: 'resume', u: 'you', 'by the way': '' },
} as const satisfies Faq;

/** The words of the fixture, and some that it doesn't know, for questions made at random. */
export const words = [
  ...['how', 'do', 'i', 'renew', 'my', 'library', 'card', 'lost', 'open', 'sunday', 'book', 'room', 'late', 'fee', 'print', 'resume'],
  ...['passport', 'weather', 'renewing', 'cards', '12', '$'],
];
