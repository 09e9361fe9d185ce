const decoder = new TextDecoder();

/** undefined for what is no JSON. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** What is wrong with a beacon, and where: for whoever writes one by hand. */
export function explainBeacon(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [first] = issues;
  const place =
    first === undefined || first.path.length === 0 ? "the body" : first.path.map(String).join(".");
  return `This is no beacon: ${place} is not as docs/tracker.md has it (${first?.message ?? "unreadable"}).`;
}
