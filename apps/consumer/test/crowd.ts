import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";

/** Who posts: everybody somebody else, the same person all the time, or forty people again and again. */
export const crowds = ["strangers", "one person", "forty people"] as const;
export type Crowd = (typeof crowds)[number];

const messagesEach = { strangers: 10, "one person": 3, "forty people": 40 } as const;
const peopleOf = { strangers: Infinity, "one person": 1, "forty people": 40 } as const;

/**
 * What a crowd posts: a batch for each of so many handlers, each person with an e-mail address, a phone number and a network of
 * their own, each post a millisecond after the one before.
 * @param submission a message to the form they post to, with the given in it
 */
export function crowdBatches(
  crowd: Crowd,
  handlers: number,
  submission: (given: Partial<SubmissionMessage>) => SubmissionMessage,
): SubmissionMessage[][] {
  const { context, received_at } = submission({});
  let posts = 0;
  return Array.from({ length: handlers }, () =>
    Array.from({ length: messagesEach[crowd] }, () => {
      const person = posts % peopleOf[crowd];
      posts += 1;
      const fields = {
        name: `Asha Rao ${person}`,
        email: `person${person}@example.com`,
        phone: `98${String(person).padStart(8, "0")}`,
        country_code: "+91",
      };
      const ip = `10.0.${person >> 8}.${person & 255}`;
      return submission({ fields, received_at: received_at + posts, context: { ...context, ip } });
    }),
  );
}
