import * as fc from "fast-check";
import type { Batch, Post } from "./world.ts";

type Typed = Pick<Post, "name" | "email" | "phone" | "visitor" | "ip" | "browser">;

const anna: Typed = { name: "Anna Bell", email: "anna@x.io", phone: "+91 98765 43210", visitor: "v1" };
const bob: Typed = { name: "Bob Cole", email: "bob@x.io", phone: "+919123456780", visitor: "v2" };
const office = { ip: "203.0.113.1", browser: "firefox" };

/** What two people have in common, and what each says besides that is theirs alone. */
const meetings: { shared: Typed; own: readonly (keyof Typed)[][] }[] = [
  {
    shared: { visitor: "kiosk" },
    own: [
      ["email", "phone"],
      ["name", "email"],
      ["name", "phone"],
      ["name", "email", "phone"],
    ],
  },
  {
    shared: { email: "office@x.io" },
    own: [
      ["name", "phone"],
      ["name", "phone", "visitor"],
    ],
  },
  {
    shared: { phone: "+1 (202) 555-0123" },
    own: [
      ["name", "email"],
      ["name", "email", "visitor"],
    ],
  },
  { shared: office, own: [["email"], ["phone"], ["name", "email"], ["visitor", "email"]] },
];

const meeting = fc
  .constantFrom(...meetings)
  .chain(({ shared, own }) =>
    fc.record({ shared: fc.constant(shared), own: fc.constantFrom(...own), atOffice: fc.boolean() }),
  );

const saidBy = (person: Typed, own: readonly (keyof Typed)[]) =>
  Object.fromEntries(own.map((name) => [name, person[name]]));

const minute = 60_000;

/** Posts of two strangers who share one worthless detail, in any order and any batches: `a…` are Anna's, `b…` Bob's. */
export const twoStrangers: fc.Arbitrary<Batch[]> = fc
  .record({
    meeting,
    who: fc.array(fc.constantFrom("a", "b"), { minLength: 0, maxLength: 5 }),
    first: fc.constantFrom("ab", "ba"),
    waits: fc.infiniteStream(fc.constantFrom(0, 1, minute, 31 * minute)),
    ends: fc.infiniteStream(fc.boolean()),
    fates: fc.infiniteStream(fc.constantFrom<Batch["fate"]>("waits", "arrives", "dies")),
  })
  .map(({ meeting: { shared, own, atOffice }, who, first, waits, ends, fates }) => {
    const order = first.startsWith("a") ? [...who, "a", "b"] : ["b", "a", ...who];
    const batches: Batch[] = [];
    let at = 1_700_000_000_000;
    let posts: Post[] = [];
    for (const [index, whose] of order.entries()) {
      at += waits.next().value ?? 0;
      const said = { ...(atOffice && office), ...saidBy(whose === "a" ? anna : bob, own), ...shared };
      const id = `${whose}${index}`;
      posts.push({
        id,
        form: "plain",
        at,
        machine: false,
        bot: false,
        tooFast: false,
        campaign: null,
        ...said,
      });
      if (ends.next().value !== true && index < order.length - 1) continue;
      batches.push({ posts, fate: fates.next().value ?? "waits", at });
      posts = [];
    }
    return batches;
  });
