/** When a destination's next paced send may be. */
export interface DestinationPaceTable {
  destination_id: string;
  per_second: number;
  next_slot_at: number;
}
