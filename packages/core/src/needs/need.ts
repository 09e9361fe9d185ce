/** What may need a person, the worst first: this order is the rule by which they are shown where all else is alike. */
export const needKinds = [
  "journal",
  "databases",
  "sweep",
  "form_refuses",
  "destination_off",
  "key_rejected",
  "destination_refuses",
  "destination_down",
  "dead_letters",
  "sent_to_nobody",
  "form_quiet",
  "form_drops",
  "destination_holds",
  "unconfirmed",
  "answer_suspect",
  "destination_full",
  "quarantined",
  "sent_directly",
  "spills",
  "parked_letters",
  "database_sizes",
] as const;
export type NeedKind = (typeof needKinds)[number];

/** `problem`: leads are lost or stand still until somebody does something · `warning`: somebody should look · `notice`: it can wait. */
export const severities = ["problem", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** What is the case, as it was found. Names are those that people gave; times in ms UTC. */
export interface NeedFact {
  kind: NeedKind;
  client_id: string | null;
  destination?: { id: string; name: string; kind?: string };
  form?: { id: string; name: string };
  /** Leads, posts or letters that it is about; counted no further where there are more. */
  count: number;
  is_more?: boolean;
  since: number | null;
  /** Of a form that loses posts: of so many; of a quiet one: so many were to be expected. */
  of?: number;
  status_code?: number | null;
  /** Why a destination is off, or why letters died. */
  reason?: string | null;
  /** Until when it is so, ms; null: until somebody changes it. */
  until?: number | null;
  /** Of a check of the installation: how it is, what it says, and what it says to do. */
  check?: { state: "warning" | "problem"; message: string; what_to_do: string | null };
}

/** What needs a person, in words, with its one action. */
export interface Need {
  kind: NeedKind;
  severity: Severity;
  client_id: string | null;
  destination_id: string | null;
  form_id: string | null;
  count: number;
  is_more: boolean;
  since: number | null;
  /** A sentence that can stand alone. */
  title: string;
  /** What it means, or what happens by itself. */
  detail: string;
  /** What to do, in two to six words, and the command that does it or leads there. */
  action: string;
  command: string;
}
