import { allNameWords } from "@leadrelay/core/identity/name-words";
import type { FoundLead } from "@leadrelay/db/leads/found-lead";
import { countNames, searchNames } from "@leadrelay/db/leads/search-names";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import { findInRanges, mostFound, type Found, type SearchPart } from "./find-in-ranges.ts";
import { nothingToSearch } from "./read-search.ts";

/** Nobody types more, and each is looked up. */
const mostWords = 6;

/**
 * Leads whose name has words that are, or begin, so. The index is read by the word that the fewest leads have; the others are looked for
 * among the lead's own. Not every word of a long name is in the index, but all are in the name.
 */
export async function findByName(
  text: string,
  part: SearchPart,
  dependencies: AdminDependencies,
): Promise<Found> {
  const words = allNameWords(text).slice(0, mostWords);
  const [only, ...more] = words;
  if (only === undefined) throw nothingToSearch("name", "has neither letter nor digit");
  const word = more.length === 0 ? only : await narrowest(words, part, dependencies);
  const others = words.filter((other) => other !== word);
  // Finding the narrowest took as many rows as the page has; the others are looked up for each lead.
  const spent = others.length === 0 ? 0 : part.pageSize;
  const limit = mostFound(part, { beginnings: 1, spent, perFound: others.length });
  const lists = await findInRanges(
    { beginnings: [word], highest: Number.MAX_SAFE_INTEGER },
    part,
    (ranges) => searchNames(part.scope, ranges, others, limit),
    dependencies,
  );
  return { lists, limit, keep: hasAll(others) };
}

const hasAll =
  (words: readonly string[]) =>
  ({ lead, words: known }: FoundLead): boolean => {
    const name = words.length === 0 ? [] : allNameWords(lead.contact_name);
    return words.every((word) => known.includes(word) || name.some((part) => part.startsWith(word)));
  };

/** The word that the fewest leads have, but some; of words that very many have, the longest. */
async function narrowest(
  words: readonly string[],
  { scope, pageSize }: SearchPart,
  dependencies: AdminDependencies,
): Promise<string> {
  const mostEach = Math.max(1, Math.floor(pageSize / words.length) - 1);
  const counted = await Promise.all(
    words.map(async (word) => {
      const counts = await askLeadDatabases(scope, dependencies, (clientIds) =>
        countNames(scope, clientIds, word, mostEach),
      );
      return { word, count: counts.flat().reduce((sum, count) => sum + count, 0) };
    }),
  );
  const known = counted.filter(({ count }) => count > 0);
  const [best] = known.toSorted((a, b) => a.count - b.count || b.word.length - a.word.length);
  return best?.word ?? (words[0] as string);
}
