/** What was told of a destination's troubles. Times in ms UTC. */
export interface ToldAlertsTable {
  subject: string;
  client_id: string;
  destination_id: string;
  kind: "down" | "disabled" | "letters";
  since: number;
  count: number;
  told_at: number;
}
