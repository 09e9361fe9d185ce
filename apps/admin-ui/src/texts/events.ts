/** What a destination may be told, in words; a line of help each. */
export const eventTexts = {
  "lead.created": { title: "New leads", help: "Somebody who was not known." },
  "lead.reengaged": { title: "Leads that come back", help: "Somebody known, after the time that was set." },
  "lead.updated": {
    title: "Corrections",
    help: "Somebody known gave another e-mail address or phone number: the whole lead again, so that a CRM can correct what it has.",
  },
  "lead.status_changed": { title: "Stages", help: "A lead moved to another stage of the pipeline." },
  "lead.note_added": { title: "Notes", help: "A colleague wrote a note." },
  "lead.replied": { title: "Replies", help: "The person answered a message." },
  "lead.crm_linked": { title: "CRM links", help: "A CRM said under which id it has the lead." },
  "lead.crm_activity": { title: "CRM activity", help: "What a CRM’s people did about a lead." },
  "lead.returned": { title: "Returns", help: "A buyer gave a lead back." },
  "destination.down": {
    title: "A destination is down",
    help: "It does not answer, or refuses one lead after the other.",
  },
  "destination.recovered": { title: "A destination is back", help: "It takes leads again." },
  "destination.disabled": {
    title: "A destination was switched off",
    help: "It is gone, or took nothing for five days.",
  },
  "destination.capped": { title: "A cap is used up", help: "At 80 % and at all of it." },
  "delivery.dead_lettered": {
    title: "A lead needs a person",
    help: "It could not be delivered in all its tries.",
  },
  "delivery.failing": { title: "A lead fails again and again", help: "At its fourth try." },
  "delivery.recovered": { title: "A lead that failed arrived", help: "After it was told as failing." },
  "delivery.unconfirmed": {
    title: "A lead was never confirmed",
    help: "It was taken, and nobody said that it ran.",
  },
  "delivery.suspect": {
    title: "An odd answer",
    help: "Something took a lead in words that it never used before.",
  },
  "workflow.step_run": {
    title: "What rules did",
    help: "A filter, mapping, route, hold or cap acted on a lead.",
  },
} as const;

/** Words of the page that chooses them. */
export const events = {
  leads: "Leads",
  leadsHelp: "What is sent there is written by its kind or its mapping.",
  happened: "What happens to a lead afterwards",
  alerts: "For whoever looks after destinations",
  alertsHelp: "Told of the client’s other destinations, never of its own deliveries.",
  leadsOnly: "This kind takes leads alone.",
  stagesOnly: "It is told how far leads came, of each stage once.",
  repliesOnly: "It writes to the person themselves, once, when they are new.",
  tests: "Test leads, too",
  testsHelp: "Leads that are marked as a test go there, marked.",
  environments: "Takes from",
  environmentsHelp: "So that a copy of this installation sends nothing to what is production’s.",
  production: "Production",
  development: "Development",
  save: "Save",
} as const;
