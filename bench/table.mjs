const columns = [
  { head: 'engine', cell: ({ contestant }) => contestant },
  { head: 'right first', cell: ({ rightFirst }) => percent(rightFirst) },
  { head: 'right when sure', cell: ({ rightWhenSure }) => percent(rightWhenSure) },
  { head: 'AUROC', cell: ({ auroc }) => auroc?.toFixed(3) ?? '–' },
  { head: 'build ms', cell: ({ buildMs }) => whole(buildMs) },
  { head: 'median µs', cell: ({ medianUs }) => whole(medianUs) },
  { head: 'p99 µs', cell: ({ p99Us }) => whole(p99Us) },
];

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const whole = (number) => Math.round(number).toLocaleString('en-US');

/** For a terminal: the columns aligned. */
export function toText(results) {
  return results.map(({ set, rows }) => `${set.name}\n${describe(set)}\n\n${toLines(toCells(rows))}\n`).join('\n');
}

export function toMarkdown(results) {
  return results.map(({ set, rows }) => `### ${set.name}\n\n${describe(set)}\n\n${toPipes(toCells(rows))}\n`).join('\n');
}

const toCells = (rows) => align([columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]);
const toLines = (cells) => cells.map((row) => row.join('  ')).join('\n');

function describe({ faq, phrasings, questions, available }) {
  const asked =
    questions.length < available
      ? `${whole(questions.length)} questions, evenly taken from ${whole(available)}`
      : `${whole(available)} questions`;
  const outside = questions.filter(({ entries }) => entries.length === 0).length;
  return `${whole(faq.entries.length)} entries with ${whole(phrasings)} phrasings; ${asked}, ${outside || 'none'} of them out of scope.`;
}

/** Pads every cell to its column's width, so that names begin and numbers end in line. */
function align(cells) {
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return cells.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))));
}

/** Padded as the formatter wants it, so that `npm run check` passes after a run. */
function toPipes([head, ...rows]) {
  const rule = head.map((cell, i) => (i === 0 ? '-'.repeat(cell.length) : `${'-'.repeat(cell.length - 1)}:`));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const begin = '<!-- npm run bench writes from here -->';
const end = '<!-- to here -->';

/** The document with the text between its two marker comments replaced. */
export function fillIn(document, text) {
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`bench/README.md needs two lines, "${begin}" and "${end}", for the table to go between.`);
  return `${document.slice(0, from + begin.length)}\n${text}${document.slice(to)}`;
}
