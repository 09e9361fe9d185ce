/** Words of address lists. */
export const addressesTexts = {
  title: "Addresses",
  blocked: "Blocked",
  allowed: "Own networks",
  blockedWhy:
    "What comes from these networks is kept apart: no lead is made of it and nothing is sent. It stands under Not sent.",
  allowedWhy:
    "The client’s own offices and testers. From a testing network everything is a test; from an internal one nothing is blocked.",
  chooseClient: "Choose a client",
  chooseClientWhy: "Each client has its own lists.",
  block: "Block a network …",
  allow: "Name a network …",
  columns: { network: "Network", why: "Why", since: "Since", until: "Until", usage: "What it is" },
  forever: "For good",
  usages: { testing: "Testing", internal: "Internal" },
  remove: "Remove",
  unblocked: (cidr: string) => `${cidr} is not blocked any more`,
  disallowed: (cidr: string) => `${cidr} is one of many again`,
  emptyBlocked: {
    title: "No network is blocked",
    why: "Block the address of somebody who sends rubbish; a lead’s page offers it too.",
  },
  emptyAllowed: {
    title: "No network is named",
    why: "Name the office’s network, and what colleagues try out is a test and no lead.",
  },
  reach: ({ leads, looked_at, is_more }: { leads: number; looked_at: number; is_more: boolean }): string => {
    const among = is_more ? `the last ${looked_at} submissions` : "the last 30 days";
    if (leads === 0) return `No lead of ${among} came from there.`;
    return `${leads} ${leads === 1 ? "lead" : "leads"} of ${among} came from there, and would have been blocked.`;
  },
  adding: {
    blockTitle: "Block a network",
    allowTitle: "Name a network of the client’s own",
    network: "Address or network",
    networkHelp: "Such as 203.0.113.7 or 203.0.113.0/24.",
    why: "Why",
    note: "A note",
    until: "Until",
    untilHelp: "Empty: for good.",
    usage: "What comes from there is",
    usageWords: { testing: "a test, and no lead", internal: "a lead, and never blocked" },
    block: "Block it",
    allow: "Name it",
    blocked: (cidr: string) => `${cidr} is blocked`,
    allowed: (cidr: string) => `${cidr} is named`,
  },
};
