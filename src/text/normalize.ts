const quotes = /[\u2018\u2019\u201a\u201b\u2032\u02bc`´]/g;
const marks = /\p{M}+/gu;
const softHyphens = /\u00ad/g;
const invisible = /[\p{Cc}\p{Cf}]+/gu;

/** The same text as everybody would type it: compatibility forms folded, lower case, no accents, plain apostrophes, no control characters. */
export function normalize(text: string): string {
  return text
    .replace(quotes, "'")
    .normalize('NFKD')
    .replace(quotes, "'")
    .replace(marks, '')
    .toLowerCase()
    .replace(softHyphens, '')
    .replace(invisible, ' ')
    .normalize('NFC');
}
