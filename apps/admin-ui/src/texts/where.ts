/** Words of "Where is my lead?". */
export const where = {
  title: "Where is my lead?",
  nobodyYet: {
    title: "Who do you look for?",
    how: "Type an e-mail address, a phone number or an id into the box on the left.",
  },
  nobody: "Nobody like that came in",
  found: "Found",
  missing: "Who has not got it",
  seeDelivery: "See the tries",
  due: "Next try",
  seeUnsent: "Why it was not sent, and how it is",
  way: "The whole way",
  others: (count: number) => `Others that fit (${count})`,
  good: "Good to know",
};
