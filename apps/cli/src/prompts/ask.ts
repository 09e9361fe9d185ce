import { confirm, password, text } from "@clack/prompts";
import { Failure, usageFailure } from "../exit/failure.ts";
import { harmless } from "../text/harmless.ts";
import type { Outside } from "../outside/outside.ts";

interface Question {
  message: string;
  /** What answers it without a terminal, such as `--email <address>`. */
  flag: string;
}

/** Questions to the person at the terminal; without one a missing answer is a usage error that names its flag. */
export interface Ask {
  text(
    question: Question & { initial?: string; check?: (answer: string) => string | undefined },
  ): Promise<string>;
  secret(
    question: Question & { check?: (answer: string | undefined) => string | undefined },
  ): Promise<string>;
  /** Yes is not the default. */
  confirm(question: Question): Promise<boolean>;
}

export function createAsk({ stdin, stderr }: Outside): Ask {
  const streams = { input: stdin, output: stderr };
  const requireTerminal = ({ flag }: Question) => {
    if (stdin.isTTY !== true || stderr.isTTY !== true)
      throw usageFailure(`There is no terminal to ask on: give ${flag}.`);
  };
  return {
    async text(question) {
      requireTerminal(question);
      const { initial, check } = question;
      const message = harmless(question.message);
      const validate = (answer: string | undefined) => {
        if (answer === undefined || answer === "") return "Please type something";
        return check?.(answer);
      };
      return answered(
        await text({
          message,
          validate,
          ...streams,
          ...(initial === undefined ? {} : { initialValue: initial }),
        }),
      );
    },
    async secret(question) {
      requireTerminal(question);
      const { check } = question;
      const message = harmless(question.message);
      return answered(
        await password({ message, ...streams, ...(check === undefined ? {} : { validate: check }) }),
      );
    },
    async confirm(question) {
      requireTerminal(question);
      return answered(
        await confirm({ message: harmless(question.message), initialValue: false, ...streams }),
      );
    },
  };
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer === "symbol")
    throw new Failure({ ending: "error", title: "Cancelled. Nothing was changed." });
  return answer as Exclude<Answer, symbol>;
}
