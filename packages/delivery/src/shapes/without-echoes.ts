import type { LeadPayload } from "@leadrelay/contracts/lead-payload";

/** What an answer may greet its lead by. */
const echoed = ["first_name", "email", "phone_mobile", "project_name", "user_location", "user_city"] as const;
const shortest = 2;

/** An answer without what it says of the lead itself: that differs from one to the next. */
export function withoutEchoes(answer: string, payload: LeadPayload): string {
  const texts = echoed.flatMap((name) => {
    const text = payload[name];
    if (typeof text !== "string") return [];
    return [text, ...(name === "first_name" ? text.split(/\s+/) : [])];
  });
  const words = [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text.length >= shortest)
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  if (words.length === 0) return answer;
  return answer.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
    "…",
  );
}
