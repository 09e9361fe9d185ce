import type { EventType } from "@leadrelay/contracts/event-type";

export interface Form {
  client: string;
  windowMinutes: number | null;
  reengageHours: number | null;
  countsFrom: "last_submission" | "last_send";
  guarded: boolean | null;
}

interface Destination {
  enabled: boolean;
  takesTests: boolean;
  environments: readonly ("production" | "development")[];
  takes: readonly EventType[];
  mostTries: number;
  /** It writes to the person by e-mail, unless they are more suspicious than this. */
  repliesUpTo?: number;
}

export interface Client {
  testWords: readonly string[];
  points: {
    honeypot: number;
    fast_submit: number;
    quick_submit: number;
    invalid_phone: number;
    high_rate: number;
  };
  destinations: Readonly<Record<string, Destination>>;
}

const everything: readonly EventType[] = ["lead.created", "lead.updated", "lead.reengaged"];
const destination: Destination = {
  enabled: true,
  takesTests: false,
  environments: ["production"],
  takes: ["lead.created", "lead.reengaged"],
  mostTries: 3,
};
const points = { honeypot: 40, fast_submit: 30, quick_submit: 10, invalid_phone: 10, high_rate: 20 };
const form: Form = {
  client: "acme",
  windowMinutes: null,
  reengageHours: null,
  countsFrom: "last_submission",
  guarded: null,
};

/** An installation with everything the rules can meet: the code under test and the model of it are both given this. */
export const world = {
  windowMinutes: 30,
  reengageHours: 24,
  guarded: true,
  environment: "production" as const,
  forms: {
    plain: form,
    quick: { ...form, windowMinutes: 5, reengageHours: 2 },
    once: { ...form, reengageHours: 0 },
    by_send: { ...form, countsFrom: "last_send" },
    by_letter: { ...form, guarded: false },
    watchful: { ...form, guarded: true },
    elsewhere: { ...form, client: "beta" },
  } satisfies Record<string, Form>,
  clients: {
    acme: {
      testWords: ["robot"],
      points,
      destinations: {
        make: destination,
        crm: { ...destination, takes: everything, takesTests: true },
        updates: { ...destination, takes: ["lead.updated"] },
        paused: { ...destination, enabled: false, takes: ["lead.reengaged", "lead.updated"] },
        /** Takes tests, as nobody should have set it. */
        reply: { ...destination, takes: ["lead.created"], takesTests: true, repliesUpTo: 15 },
        staging: { ...destination, environments: ["development"] },
      },
    },
    /** Sends to nobody until a lead comes back. */
    beta: {
      testWords: [],
      points: { ...points, honeypot: 0, fast_submit: 90, high_rate: 15 },
      destinations: { make: { ...destination, takes: ["lead.reengaged", "lead.updated"], takesTests: true } },
    },
  } satisfies Record<string, Client>,
  addresses: { blocked: ["203.0.113.66"], testing: ["203.0.113.10"], internal: ["203.0.113.11"] },
};

export type FormName = keyof typeof world.forms;

/** A post as it reaches the consumer; times in ms. */
export interface Post {
  id: string;
  form: FormName;
  at: number;
  machine: boolean;
  bot: boolean;
  tooFast: boolean;
  /** Where the form says they came from. */
  campaign: string | null;
  name?: string;
  email?: string;
  phone?: string;
  visitor?: string;
  project?: string;
  seconds?: string;
  ip?: string;
  browser?: string;
  /** How sends made while D1 was down ended, by destination. */
  sent?: Readonly<Record<string, readonly ("delivered" | "retry" | "refused")[]>>;
}

/** What becomes of all that waits to be sent after a batch: it goes on waiting, arrives, dies with an open letter, or is given up. */
type Fate = "waits" | "arrives" | "dies" | "given_up";

export interface Batch {
  posts: Post[];
  fate: Fate;
  /** When that happens, ms. */
  at: number;
}

/** What is to be said of one post, by whoever decides it. */
export interface Answer {
  post: string;
  /** The lead, by the post that made it. */
  lead: string;
  number: number;
  outcome: string;
  rule: string;
  measured: string | null;
  matchedBy: string | null;
  ipRejected: string | null;
  /** Who was found and passed over, and why. */
  lookAlikes: string[];
  test: string | null;
  event: string | null;
  news: string[];
  suspicion: { score: number; reasons: string[] };
  /** `make lead.created pending subscribed`, in alphabetical order. */
  destinations: string[];
  /** Why nothing of it is sent; null where something is. */
  unsent: string | null;
  /** What each event tells of the person, in alphabetical order. */
  told: string[];
}

/** A lead as it stands, by the post that made it. */
export interface Standing {
  lead: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  posts: number;
  firstAt: number;
  lastAt: number;
  lastSentAt: number | null;
  suspicion: number;
  /** The campaign of the first post that came in, and of the last. */
  cameFirst: string | null;
  cameLatest: string | null;
  test: boolean;
}
