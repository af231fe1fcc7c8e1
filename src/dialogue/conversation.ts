import type { Facets } from '../knowledge/schema.js';

/** What is remembered of a conversation: enough to read the next message, and no word of what was typed. */
export interface Conversation {
  /** When the last message came, in milliseconds since 1970. */
  readonly at: number;
  /** How many messages there were since the subject came up. */
  readonly turns: number;
  /** The entries that were answered last, the latest message's first. */
  readonly answered: readonly string[];
  /** The choices that were offered last, in order; "2" picks the second. */
  readonly offered: readonly string[];
  readonly facets: Facets;
}

const newConversation = (now: number): Conversation => ({ at: now, turns: 0, answered: [], offered: [], facets: {} });

/** A follow-up later than this, or after so many messages, is read as a new question. */
const contextLasts = { milliseconds: 30 * 60_000, turns: 10 } as const;

/** The conversation as it stands now: an old one starts anew. */
export function current(conversation: Conversation | undefined, now: number): Conversation {
  if (!conversation || now - conversation.at > contextLasts.milliseconds || conversation.turns >= contextLasts.turns)
    return newConversation(now);
  return conversation;
}

const mostRemembered = 8;

/** What a reply leaves behind: its entries and facets come first, its choices replace the earlier ones. */
export function advance(
  conversation: Conversation,
  said: { entries: readonly string[]; offered: readonly string[]; facets: Facets },
  now: number,
): Conversation {
  const answered = [...new Set([...said.entries, ...conversation.answered])].slice(0, mostRemembered);
  return {
    at: now,
    turns: said.entries.length > 0 ? 1 : conversation.turns + 1,
    answered,
    offered: said.offered.length > 0 ? said.offered : conversation.offered,
    facets: said.entries.length > 0 ? said.facets : conversation.facets,
  };
}
