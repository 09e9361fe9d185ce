import type { SourceRequest, Split } from "../door.ts";

interface SignedBy {
  secret: string;
  nowMs: number;
}

/** What a tool sends, made the fields of a form: data of one tool, and nothing of us. */
export interface Preset {
  name: string;
  /** Whether the tool signed it; absent: it signs nothing. */
  isSigned?: (request: SourceRequest, by: SignedBy) => Promise<boolean>;
  split: (value: unknown) => Split;
}
