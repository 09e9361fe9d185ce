/** V8 quotes what it could not read as JSON, which may be what a person posted. */
const quotedJson = /[,:]?\s*(?:\.\.\.)?"[^]*"(?:\.\.\.)?(?= is not valid JSON$)/;

/** An error's own words, which go into log lines: of a text that is no JSON nothing is repeated. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error instanceof SyntaxError ? error.message.replace(quotedJson, "").trim() : error.message;
};
