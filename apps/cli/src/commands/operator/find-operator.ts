import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

const mostRoles = 10_000;

/** The id of an operator named by id or e-mail address. */
export async function findOperator(cli: Cli, given: string): Promise<string> {
  if (!given.includes("@")) return given;
  const api = cli.api();
  const { items } = await takeItems({ limit: mostRoles }, (query) =>
    answerOf(api.GET("/api/operators", { params: { query } })),
  );
  const found = items.find(({ email }) => email.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found.operator_id;
  throw new Failure({
    ending: "error",
    title: `No operator you may see has the e-mail address ${given}.`,
    whatToDo:
      "`leadrelay operator list` names them; `leadrelay operator invitations` who has not accepted yet.",
  });
}
