import type { Problem } from "@leadrelay/contracts/problem";

interface FailureParts {
  ending: "error" | "usage" | "auth";
  /** What happened, in one line. */
  title: string;
  detail?: string | undefined;
  whatToDo?: string | undefined;
  requestId?: string | undefined;
  /** As the API sent it; told as it is with `--output json`. */
  problem?: Problem | undefined;
}

/** Ends the command with a message. Its texts are shown: no secret in them. */
export class Failure extends Error {
  readonly parts: FailureParts;

  constructor(parts: FailureParts, options?: ErrorOptions) {
    super(parts.title, options);
    this.name = "Failure";
    this.parts = parts;
  }
}

/** The command was called wrongly. */
export const usageFailure = (title: string, whatToDo?: string): Failure =>
  new Failure({ ending: "usage", title, whatToDo });

/** Whether the API knows no such thing. */
export const isNotFound = (error: unknown): error is Failure =>
  error instanceof Failure && error.parts.problem?.status === 404;
