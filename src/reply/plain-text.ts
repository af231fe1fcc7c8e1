import type { Reply, Source } from './reply.js';

/** The answer's body alone: no source, no choices. */
export const toBody = (reply: Reply): string => reply.paragraphs.join('\n\n');

/** The whole reply as plain text, its choices numbered from 1: for terminals, notifications and screen readers. */
export function toPlainText(reply: Reply): string {
  const table = reply.table ? toTable(reply.table.head, reply.table.rows) : undefined;
  const sources = reply.sources.map(toSourceLine).join('\n');
  return [toBody(reply), table, sources, toChoiceLines(reply)].filter(Boolean).join('\n\n');
}

/** "Source: …, section “Pay”, read 22 November 2026. Figures: Himalayas, 2025." */
export function toSourceLine({ guide, publisher, section, read, figures }: Source): string {
  const dated = [...new Set(figures.map((figure) => `${figure.publisher}, ${figure.asOf}`))].join('; ');
  return `Source: ${guide} (${publisher}), section “${section}”, read ${read}.${dated ? ` Figures: ${dated}.` : ''}`;
}

export function toChoiceLines({ kind, choices }: Reply): string {
  if (choices.length === 0) return '';
  const lines = choices.map(({ label }, i) => `  ${i + 1}. ${label}`);
  return [kind === 'clarify' ? 'Type a number, or "none of these":' : 'Related (type a number):', ...lines].join('\n');
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
