import { randomInt } from "node:crypto";

export interface Person {
  name: string;
  email: string;
  /** Ten digits that are a valid Indian mobile number. */
  phone: string;
  /** Sent as `cf-connecting-ip`, so that no two people share an address. */
  ip: string;
}

/** Somebody no other test knows. */
export function newPerson(): Person {
  const number = randomInt(100_000_000, 999_999_999);
  const octets = [10, randomInt(256), randomInt(256), randomInt(1, 255)];
  return { name: "Asha Rao", email: `asha.${number}@example.com`, phone: `9${number}`, ip: octets.join(".") };
}

export const newPeople = (count: number): Person[] => Array.from({ length: count }, newPerson);
