/** Something wrong in the knowledge: where it stands, what it is and what to do. */
export interface Problem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export const writeProblem = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`;

/** Knowledge that can't be used, with every problem that was found. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(writeProblem).join('\n'));
  }
}
