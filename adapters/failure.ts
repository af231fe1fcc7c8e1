/** Something that the person who runs the program can put right: a sentence for standard error, and the exit code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    message: string,
    /** 2: the command was misused. 1: it failed. */
    readonly exitCode: 1 | 2,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
