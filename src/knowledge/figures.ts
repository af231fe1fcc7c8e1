import type { Figure } from './schema.js';

/** A figure with its difference worked out, ready to be put into words. */
export interface ResolvedFigure {
  readonly id: string;
  readonly measures: string;
  /** The number in words, unit included: "$30,000 to $45,000", "about 2 years", "1%". */
  readonly text: string;
  readonly publisher: string;
  /** "May 2023", "2025". */
  readonly asOf: string;
  readonly place?: string | undefined;
}

type Measured = Exclude<Figure, { difference: unknown }>;

const currencies: Readonly<Record<string, string>> = { USD: '$', CAD: '$', AUD: '$', EUR: '€', GBP: '£', JPY: '¥' };
/** Dollars that need their country named. */
const otherDollars = new Set(['CAD', 'AUD']);
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * @param figures all figures of the guide
 * @returns each by its id; a difference of anything but two single values of one unit is an error
 */
export function resolveFigures(figures: readonly Figure[]): Map<string, ResolvedFigure> {
  const measured = new Map(figures.flatMap((figure) => ('difference' in figure ? [] : [[figure.id, figure] as const])));
  return new Map(
    figures.map((figure) => {
      const source = 'difference' in figure ? subtract(figure, measured) : figure;
      const { id, measures } = figure;
      return [
        id,
        { id, measures, text: writeFigure(source), publisher: source.publisher, asOf: writeDate(source.as_of), place: source.place },
      ];
    }),
  );
}

function subtract(figure: Extract<Figure, { difference: unknown }>, measured: ReadonlyMap<string, Measured>): Measured {
  const [more, less] = figure.difference.map((id) => measured.get(id));
  if (!more || !less || !('value' in more) || !('value' in less) || more.unit !== less.unit) {
    throw new Error(`figure ${figure.id}: a difference needs two figures with a single value each and the same unit`);
  }
  return { ...more, value: more.value - less.value };
}

function writeFigure(figure: Measured): string {
  const values = 'range' in figure ? figure.range : [figure.value];
  const [unit = ''] = figure.unit.split('/');
  const written = `${values.map((value) => writeValue(value, unit)).join(' to ')}${suffixOf(unit)}`;
  const bounded = figure.open ? `${written} or more` : written;
  return figure.approximate ? `about ${bounded}` : bounded;
}

function writeValue(value: number, unit: string): string {
  if (unit === 'year') return String(value);
  const grouped = value.toLocaleString('en-US');
  const symbol = currencies[unit];
  return symbol ? `${symbol}${grouped}` : grouped;
}

const counted = new Set(['years', 'months', 'hours']);
function suffixOf(unit: string): string {
  if (unit === 'percent') return '%';
  return counted.has(unit) || otherDollars.has(unit) ? ` ${unit}` : '';
}

/** "2023-05" → "May 2023", "2026-11-22" → "22 November 2026", "2025" → "2025". */
export function writeDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const named = month ? (months[Number(month) - 1] ?? month) : '';
  return [day ? String(Number(day)) : '', named, year].filter(Boolean).join(' ');
}

export const placeholder = /\{\{\s*([a-z0-9-]+)(?:\.(as_of|publisher))?\s*\}\}/g;

/** Puts the figures into an answer: {{id}}, {{id.as_of}}, {{id.publisher}}; an unknown one stays as it is. */
export function fillIn(text: string, figures: ReadonlyMap<string, ResolvedFigure>): string {
  return text
    .replace(placeholder, (whole, id: string, part?: string) => {
      const figure = figures.get(id);
      if (!figure) return whole;
      return part === 'as_of' ? figure.asOf : part === 'publisher' ? figure.publisher : figure.text;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** The figures that a text names, in order, each once. */
export const figuresIn = (text: string): string[] => [...new Set([...text.matchAll(placeholder)].map((found) => found[1] ?? ''))];
