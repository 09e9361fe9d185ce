/** RFC 9457 problem details, with the fields at fault where there are any. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Unix time here, where the caller's clock is the problem. */
  server_time_seconds?: number;
  errors?: { field: string; detail: string }[];
}
