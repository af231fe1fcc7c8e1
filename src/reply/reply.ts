import type { Table } from '../knowledge/compile.js';

/** What the program says, as plain data that knows no channel. */
export interface Reply {
  readonly kind: 'answer' | 'clarify' | 'abstain' | 'smalltalk';
  /** The short answer first, then detail; of several answers each paragraph is one. */
  readonly paragraphs: readonly string[];
  readonly table?: Table | undefined;
  /** The entries that it answers with. */
  readonly entries: readonly string[];
  /** The chance, from 0 to 1, that it is what was asked for. */
  readonly confidence: number;
  readonly sources: readonly Source[];
  /** What may be asked next; plain text numbers them from 1. */
  readonly choices: readonly Choice[];
  /** What helpful / not helpful is said of; a miss has none to say it of but itself. */
  readonly feedback?: { readonly entry: string } | undefined;
}

export interface Source {
  readonly guide: string;
  readonly publisher: string;
  readonly section: string;
  /** When the guide was read: "22 November 2026". */
  readonly read: string;
  readonly figures: readonly { readonly measures: string; readonly value: string; readonly publisher: string; readonly asOf: string }[];
}

/** A button, or a number in plain text. It carries what it leads to, so it works after a restart. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}
