/** A lead that a callback is about. */
export const calledBackLead = {
  id: 4,
  public_id: "lead-4",
  client_id: "cli",
  status: "new",
  crm_lead_id: null,
  project: null,
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  submission_count: 1,
  suspicion_score: 0,
  is_test: false,
};
