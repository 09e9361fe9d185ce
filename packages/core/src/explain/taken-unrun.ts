const words: ReadonlyMap<string, string> = new Map([
  ["make", "a Make scenario that is off takes it, too"],
  ["zapier", "a Zap that is off takes it, too"],
  ["n8n", "n8n takes it before its workflow has run"],
]);

/** What the taking of a kind does not say: that anything ran behind it; "" of a kind that says it. */
export const takenUnrun = (kind: string | undefined): string => words.get(kind ?? "") ?? "";
