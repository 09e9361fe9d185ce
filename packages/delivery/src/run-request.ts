/** Somebody must work through this destination's deliveries, so much later. */
export interface RunRequest {
  destination_id: string;
  /** It is slow or down: apart from those that answer. */
  isSlow: boolean;
  delayMs: number;
}
