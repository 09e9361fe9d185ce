/**
 * Seconds from render to submit, as `__pg_tts` spells them: `12`, `12.5`, `12,5`, ` 12 s`.
 * @returns null for anything else, below zero included: a wrong clock is not a fast bot.
 */
export function parseTimeToSubmit(text: string | undefined): number | null {
  const match = /^(\d{1,9}(?:[.,]\d{1,9})?)\s*(?:s|sec|seconds)?$/i.exec((text ?? "").trim());
  return match?.[1] === undefined ? null : Number(match[1].replace(",", "."));
}
