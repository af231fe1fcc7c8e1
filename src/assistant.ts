import { advance, type Conversation, current } from './dialogue/conversation.js';
import { createUnderstanding } from './dialogue/understand.js';
import type { Guide } from './knowledge/compile.js';
import type { Matcher } from './match/matcher.js';
import { compose } from './reply/compose.js';
import type { Reply } from './reply/reply.js';

/** The one thing that a channel talks to. It never throws at the person who asks. */
export interface Assistant {
  /** @param conversation names the thread or direct message; messages of one name are read together */
  ask(conversation: string, text: string): Reply;
  /** Goes on with a better matcher; conversations stay. */
  learn(better: Pick<AssistantParts, 'guide' | 'matcher' | 'elliptic'>): void;
}

export interface AssistantParts {
  readonly guide: Guide;
  readonly matcher: Matcher;
  /** Over the entries' follow-ups alone. */
  readonly elliptic: Matcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** More conversations at once than this, and the one that was silent longest is forgotten. */
const mostConversations = 10_000;

export function createAssistant({ now, ...parts }: AssistantParts): Assistant {
  let { guide } = parts;
  let understand = createUnderstanding(guide, parts.matcher, parts.elliptic);
  const conversations = new Map<string, Conversation>();

  function remember(name: string, conversation: Conversation): void {
    conversations.delete(name);
    conversations.set(name, conversation);
    const [oldest] = conversations.keys();
    if (conversations.size > mostConversations && oldest !== undefined) conversations.delete(oldest);
  }

  return {
    ask(name, text) {
      const at = now();
      const conversation = current(conversations.get(name), at);
      const understanding = understand(text, conversation);
      const reply = compose(understanding, guide);
      const facets = understanding.kind === 'decisions' ? understanding.facets : conversation.facets;
      const entries = reply.kind === 'answer' ? reply.entries : [];
      const own = guide.answers.get(entries[0] ?? '')?.facets ?? {};
      remember(name, advance(conversation, { entries, offered: reply.choices.map(({ id }) => id), facets: { ...facets, ...own } }, at));
      return reply;
    },
    learn(better) {
      guide = better.guide;
      understand = createUnderstanding(better.guide, better.matcher, better.elliptic);
    },
  };
}
