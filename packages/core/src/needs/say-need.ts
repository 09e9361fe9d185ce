import { causeWords } from "../explain/cause-words.ts";
import { sayCount } from "../wording/say-count.ts";
import type { Need, NeedFact, NeedKind } from "./need.ts";

type Words = Pick<Need, "title" | "detail" | "action" | "command">;

/** What is the case in words for somebody who does not write code, and the one thing to do. */
export const sayNeed = (fact: NeedFact): Words => words[fact.kind](fact);

const leads = ({ count, is_more = false }: NeedFact) => sayCount(count, "lead", { isMore: is_more });
const does = ({ count, is_more = false }: NeedFact, one: string, many: string) =>
  count === 1 && !is_more ? one : many;
const nameOf = ({ destination, form }: NeedFact) => destination?.name ?? form?.name ?? "A destination";
const idOf = ({ destination, form, client_id }: NeedFact) => destination?.id ?? form?.id ?? client_id ?? "";
const waiting = (fact: NeedFact) =>
  fact.count === 0 ? "Nothing waits for it now." : `${leads(fact)} ${does(fact, "waits", "wait")} for it.`;

/** A check of the installation says it itself; what it says to do is for whoever runs it. */
const ofCheck =
  (action: string) =>
  ({ check }: NeedFact): Words => ({
    title: check?.message ?? "",
    detail: check?.what_to_do ?? "",
    action,
    command: "leadrelay doctor",
  });

const words: Readonly<Record<NeedKind, (fact: NeedFact) => Words>> = {
  journal: ofCheck("Tell whoever runs it"),
  databases: ofCheck("Tell whoever runs it"),
  sweep: ofCheck("Tell whoever runs it"),
  sent_directly: ofCheck("See what waits"),
  spills: ofCheck("Tell whoever runs it"),
  parked_letters: ofCheck("Tell whoever runs it"),
  database_sizes: ofCheck("Plan another database"),
  form_refuses: (fact) => ({
    title: `${nameOf(fact)} turns people away: ${fact.count} of the last ${fact.of ?? fact.count} posts.`,
    detail:
      "Who is turned away is told so and rarely comes back. Most often the form's field names are not those that are expected.",
    action: "See why",
    command: `leadrelay form show ${idOf(fact)}`,
  }),
  form_drops: (fact) => ({
    title: `${nameOf(fact)} dropped ${fact.count} of the last ${fact.of ?? fact.count} posts as a machine's.`,
    detail:
      "They filled a field that people do not see. If people do see it on the page, or their browsers fill it, leads are lost.",
    action: "Keep them to look at",
    command: `leadrelay form change ${idOf(fact)} --honeypot quarantine`,
  }),
  form_quiet: (fact) => ({
    title: `${nameOf(fact)} has gone quiet.`,
    detail: `About ${sayCount(fact.of ?? 0, "lead")} should have come since its last. Is the form still on its page, and does it still post?`,
    action: "See its last leads",
    command: `leadrelay lead list --form ${idOf(fact)}`,
  }),
  destination_off: (fact) => ({
    title: `${nameOf(fact)} was switched off: ${whyOff[fact.reason ?? ""] ?? "it took nothing any more"}.`,
    detail: waiting(fact),
    action: fact.reason === "gone" ? "Give it its new address" : "Mend it and switch it on",
    command:
      fact.reason === "gone"
        ? `leadrelay destination change ${idOf(fact)} --address`
        : `leadrelay destination enable ${idOf(fact)}`,
  }),
  destination_holds: (fact) => ({
    title: `${nameOf(fact)} is switched off and holds ${leads(fact)}.`,
    detail: "They go out within a minute once it is switched on.",
    action: "Switch it on",
    command: `leadrelay destination enable ${idOf(fact)}`,
  }),
  destination_full: (fact) => ({
    title: `${nameOf(fact)} takes no more for now: ${leads(fact)} ${does(fact, "waits", "wait")}.`,
    detail:
      fact.until == null
        ? "They wait until it takes more than its limit allows now."
        : "They go out by themselves once there is room, the oldest first.",
    action: "See its limits",
    command: `leadrelay destination limits ${idOf(fact)}`,
  }),
  destination_down: (fact) => ({
    title: `${nameOf(fact)} does not answer.`,
    detail: `${waiting(fact)} It is asked again all the time, and what waits goes out by itself once it is back.`,
    action: "See what it answers",
    command: `leadrelay destination show ${idOf(fact)}`,
  }),
  destination_refuses: (fact) => ({
    title: `${nameOf(fact)} refuses every lead.`,
    detail: `${waiting(fact)} It is asked with one at a time until it takes one.`,
    action: "See what it answers",
    command: `leadrelay destination show ${idOf(fact)}`,
  }),
  key_rejected: (fact) => ({
    title: `${nameOf(fact)} rejects its key (HTTP ${fact.status_code ?? 401}).`,
    detail: `${leads(fact)} did not arrive for it. Give it the right key, then replay them.`,
    action: "Mend the key, then replay",
    command: `leadrelay destination show ${idOf(fact)}`,
  }),
  dead_letters: (fact) => ({
    title: `${sayCount(fact.count, "dead letter")}${fact.destination === undefined ? "" : ` for ${fact.destination.name}`}.`,
    detail: whyDead(fact),
    action: "Look and replay",
    command: "leadrelay dlq causes",
  }),
  sent_to_nobody: (fact) => ({
    title: `${sayCount(fact.count, "new lead", { isMore: fact.is_more ?? false })} ${does(fact, "was", "were")} not sent.`,
    detail: `No destination took ${does(fact, "it", "them")}. Where none takes leads, add one or switch one on; then send ${does(fact, "it", "them")} from there.`,
    action: "See them",
    command: `leadrelay unsent list --client ${idOf(fact)} --rule no_destination`,
  }),
  unconfirmed: (fact) => ({
    title: `${nameOf(fact)} took ${leads(fact)} and did not confirm ${does(fact, "it", "them")}.`,
    detail: "It must say that it really has them, and did not in time. See there what became of them.",
    action: "See which",
    command: `leadrelay delivery list --destination ${idOf(fact)} --confirmation unconfirmed`,
  }),
  answer_suspect: (fact) => ({
    title: `${nameOf(fact)} answers as it never did.`,
    detail:
      "It said that it took the lead, in words that were not seen from it before. That can be a refusal in disguise.",
    ...(fact.destination?.kind === "webhook"
      ? { action: "Judge the answer", command: `leadrelay destination answers ${idOf(fact)}` }
      : {
          action: "See what it answered",
          command: `leadrelay delivery list --destination ${idOf(fact)} --status delivered`,
        }),
  }),
  quarantined: (fact) => ({
    title: `${leads(fact)} in quarantine ${does(fact, "waits", "wait")} to be looked at.`,
    detail:
      "A field that people do not see was filled. They are kept for 30 days, and sent only if somebody releases them.",
    action: "Look at them",
    command: "leadrelay unsent list --rule quarantined",
  }),
};

const whyOff: Readonly<Record<string, string>> = {
  gone: "its address is gone (HTTP 410)",
  failing: "it took nothing for five days",
};

const whyDead = ({ reason = null, status_code = null, destination }: NeedFact): string =>
  destination === undefined || reason === null
    ? "They need a person: see why, mend it, and send them again."
    : causeWords(reason, status_code).happened;
