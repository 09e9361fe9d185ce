import type { Person } from "../../harness/person.ts";
import type { Random } from "./random.ts";

const given = ["Asha", "Ravi", "Meera", "Karan", "Divya", "Imran", "Latha", "Vikram"];
const family = ["Rao", "Menon", "Iyer", "Shah", "Das", "Khan", "Nair", "Gupta"];

/** Endless people, no two of whom share a detail; the same ones from the same seed. */
export function people(random: Random): () => Person {
  // Every count has a number of its own: the factor has no divisor in common with the range.
  const from = random.below(100_000_000);
  let count = 0;
  return () => {
    count += 1;
    const number = 900_000_000 + ((from + count * 7_919) % 99_999_989);
    return {
      name: `${given[random.below(given.length)]} ${family[random.below(family.length)]}`,
      email: `lead.${number}@example.com`,
      phone: `9${number}`,
      ip: `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
    };
  };
}
