/** What the matcher learns from: questions with the ways that people ask them. */
export interface Faq {
  readonly name: string;
  readonly entries: readonly FaqEntry[];
  /** Words and phrases to be read as others, u → you, or as nothing. In lower case, words joined by spaces. */
  readonly rewrites?: Readonly<Record<string, string>> | undefined;
}

export interface FaqEntry {
  readonly id: string;
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Its words count a little, as one more phrasing. */
  readonly answer?: string | undefined;
  /** Look-alikes that this entry must not answer. */
  readonly notThis?: readonly string[] | undefined;
}
