import { z } from 'zod';

/** The variables that the program reads; `.env.example` lists the same. */
export const environmentSchema = z.object({
  KNOWLEDGE_DIR: z.string().trim().min(1, 'must name a folder').optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], { error: 'must be error, warn, info or debug' }).default('info'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** @returns the settings, or every problem as a sentence that names the variable and never its value */
export function parseEnvironment(
  variables: NodeJS.ProcessEnv,
): { readonly environment: Environment } | { readonly problems: readonly string[] } {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (parsed.success) return { environment: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}; correct it in the environment or in .env.`),
  };
}
