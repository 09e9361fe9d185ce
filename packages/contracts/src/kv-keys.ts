/** Every key LeadRelay writes to KV. Only-copy records (`spill`, `payload`, `dead_letter`) never get a TTL. */
export const kvKeys = {
  form: (formKey: string) => `config:form:${formKey}`,
  /** Of a client, by its callback key. */
  callbacks: (callbackKey: string) => `config:callbacks:${callbackKey}`,
  callbackKeys: "config:callback_keys",
  /** Of a source, by the hexadecimal SHA-256 of its key. */
  source: (keyHash: string) => `config:source:${keyHash}`,
  direct: (clientId: string) => `config:direct:${clientId}`,
  /** `hash` names one identity of somebody who was sent while D1 was away; see `sentPersonSchema`. */
  sentPerson: (clientId: string, hash: string) => `direct:${clientId}:${hash}`,
  payload: (submissionId: string) => `payload:${submissionId}`,
  spill: (submissionId: string) => `spill:${submissionId}`,
  deadLetter: (timestampMs: number, randomId: string) => `dead_letter:${timestampMs}:${randomId}`,
  persistenceFailure: (submissionId: string) => `lead_fail_d1:${submissionId}`,
  /** Counts of clients' days that are over, for the home page; `hash` names which. A copy for the rest of the day. */
  pastDays: (hash: string) => `home:days:${hash}`,
  databaseOutage: (binding: string) => `database_outage:${binding}`,
};
export const kvPrefixes = {
  spill: "spill:",
  deadLetter: "dead_letter:",
  persistenceFailure: "lead_fail_d1:",
} as const;
