/** Every event name a log line may carry, and what it means to whoever reads it. */
export const logEvents = {
  "lead.honeypot":
    "A filled honeypot; `mode` says what became of it: `log`, it was dropped, or `quarantine`, it is kept apart for 30 days.",
  "lead.persistence_failed":
    "D1 could not store a lead; it was sent to Make directly and waits in the queue.",
  "lead.not_linked":
    "A CRM answered under which id it has a lead, and that could not be written down; the delivery shows it.",
  "intake.spilled": "The queue refused or hung; the submission waits in KV for the sweep.",
  "intake.not_taken": "Neither queue nor KV took the submission; the caller was told so (503).",
  "intake.snapshot_unavailable":
    "KV did not answer; the submission was accepted without its form's snapshot.",
  "intake.origin_not_allowed": "A post from a host the form does not list; accepted all the same.",
  "callback.refused":
    "A callback that KV could not check, or of Twilio, was let in by nothing of ours: `why` says what was wrong. Nothing came of it.",
  "callback.too_fast":
    "One address knocks at a Twilio destination's door more often than the callback rate (CALLBACK_RATE); what is beyond it is answered 429 and not kept. Told once a minute at most.",
  "callback.unproved":
    "KV did not tell whether a callback's token or secret is good; it was taken, and the consumer looks.",
  "source.unavailable":
    "KV did not tell of a source, or its settings could not be opened; whoever posted was told to try again (503).",
  "source.unopened":
    "A source's settings could not be opened: the producer's INTAKE_MASTER_KEY is not the consumer's, or is of another version.",
  "source.unverified":
    "A post to a source was signed by nothing of its, or showed another key; `code` says what was wrong.",
  "source.too_fast":
    "One address posts to a source more often than the source rate (SOURCE_RATE) what nothing proves; what is beyond it is answered 429 and not kept. Told once a minute at most.",
  "source.skipped": "A source posted what is no lead by its own word; `why` says which.",
  "intake.rate_unknown":
    "The rate limiter failed or took too long; the submission was taken without a mark, or the callback or the source's lead as any other.",
  "intake.journal_failed":
    "The local journal did not keep a message, which went to KV instead or was refused; or it did not forget one that was.",
  "tracking.lost":
    "Beacons of pages' tags that were not kept, and why; sessions and scores lack them, and no lead does.",
  "tracking.unread":
    "The sessions of browsers that submitted could not be read; their leads went on with what their forms told.",
  "intake.counts_lost":
    "How many posts were refused, or filled a honeypot, could not be told or written down; a count, no lead.",
  "intake.failed": "The producer threw; the caller was told the lead was not taken.",
  "outage.config_unreadable":
    "A client's configuration for outages could not be read; its leads wait for D1.",
  "outage.lead_failed":
    "One lead could not be read, judged or made ready to be sent without D1; it waits for D1, and the others go on.",
  "outage.sends_postponed":
    "Receivers were so slow while D1 was away that an invocation's time for sends was over; the rest goes with their messages' next try.",
  "outage.repeat_waits":
    "While D1 is away, somebody posted again who had just been sent: D1 will tell what that brings.",
  "outage.memory_failed":
    "KV did not tell, or keep in time, who was sent while D1 is away: who posts twice may be sent twice.",
  "outage.note_failed":
    "That a database takes no leads could not be noted in KV, so health does not tell it.",
  "audit.unwritten":
    "The database took no entry for the audit log; this line says who read, did or tried what.",
  "nonce.unspent":
    "The database takes no change: a signed request that only reads was answered without its nonce being used up.",
  "account.changed":
    "An operator's name, password, second factor, backup codes or sessions were changed or used; `change` says what, as the audit log does.",
  "sign_in.succeeded":
    "An operator signed in; `step` says by what. The audit log has one an hour of each from one address.",
  "sign_in.failed":
    "A wrong password or code; `operator_id` where there is such an account. The audit log has one an hour.",
  "sign_in.delayed":
    "So many wrong passwords for one account from everywhere that those from new addresses wait up to ten seconds.",
  "sign_in.refused": "Too many passwords tried from one address; the caller was told when it may try again.",
  "outage.summary_failed": "The KV summary of a waiting lead could not be written; the lead itself is safe.",
  "submissions.committed":
    "What the submissions of one commit came to, by outcome; `deliveries_held` wait for a disabled destination.",
  "commit.conflict": "Another consumer moved first; read and decided again.",
  "commit.cleanup_failed": "What was kept until a commit could not be removed; harmless.",
  "commit.failed": "A commit failed for another reason than a race.",
  "message.invalid": "A queue message that is not one of ours; recorded as a dead letter.",
  "message.poison": "One submission's own row breaks the commit; recorded as a dead letter.",
  "message.unknown_form": "A submission for a form D1 does not know; recorded as a dead letter.",
  "message.retried": "A message was put back for later because storage did not answer.",
  "delivery.attempted":
    "HTTP tries of one destination that ended alike; `delivery_ids` names the deliveries.",
  "delivery.dead": "A delivery needs a person: retries ran out, or the receiver refused.",
  "delivery.lost": "A worker vanished in mid-send; its lease ran out.",
  "delivery.settle_failed": "An outcome could not be written; the lease will bring the delivery back.",
  "destination.disabled":
    "The receiver said 410, or took nothing for five days: the destination was switched off.",
  "destination.health":
    "What a destination's last tries say of it has changed: well, failing, slow or down. One that is down gets one probe at a time.",
  "destination.health_failed": "A destination's health could not be written; the next round judges again.",
  "destination.token_not_kept":
    "A destination's token could not be kept or read back: its next try gets another.",
  "first_attempt.failed":
    "What a commit claimed could not be sent or settled by the same invocation; the lease brings it back.",
  "dead_letter.recorded": "A dead letter was written to D1.",
  "dead_letter.parked": "D1 is away: a dead letter waits in KV.",
  "dead_letter.stuck": "D1 answers but refuses a dead letter that waits in KV; it stays there.",
  "spill.refused":
    "The queue takes others but refused a spilled submission; at the fifth time a dead letter.",
  "sweep.finished": "One minute's sweep and what it found.",
  "sweep.failed": "One step of the sweep failed; the next minute tries again.",
  "sweep.continuation_failed":
    "A sweep left more behind, and its continuation could not be queued; the next minute goes on.",
  "publish.failed":
    "A form or a client's direct configuration could not be published: `error` says why, and names a destination whose settings cannot be opened, for `leadrelay destination change <destination> --address`. It is tried again every minute.",
  "replay.step_failed": "The next step of a replay could not be queued; the sweep asks for it again.",
  "wakeup.failed": "A wake-up could not be queued; the sweep finds the deliveries.",
  "consumer.failed": "The consumer threw while answering a request.",
  "api.failed": "An API request failed through a fault of ours; the caller has its request id.",
  "config.invalid": "A setting is wrong; the Worker refuses to work and names it.",
} as const;
export type LogEvent = keyof typeof logEvents;
