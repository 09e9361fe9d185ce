/** What came in and what arrived of a client on a UTC day (see `dayOf`), counted as migrations 0043, 0044 and 0058 say. */
export interface DayCountersTable {
  client_id: string;
  day: number;
  came_json: string;
  slots_json: string;
  origins_json: string;
  arrived_json: string;
  lost_json: string;
  outcomes_json: string;
  hours_json: string;
  /** ms UTC. */
  last_at: number | null;
  at_1: string | null;
  at_2: string | null;
  at_3: string | null;
  more: number;
  more_2: number;
}
