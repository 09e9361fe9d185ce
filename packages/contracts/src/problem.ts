/** RFC 9457 problem details, with the fields at fault where there are any. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { field: string; detail: string }[];
}
