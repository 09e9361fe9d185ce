import { offeredOperations } from "@leadrelay/contracts/offered-operations";
import { expect, it } from "vitest";
import { apiOperations } from "../../../test/api-document.ts";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { fakeApi, operationOf } from "../../../test/fake-api.ts";
import { run } from "../../../test/outside-in-memory.ts";
import { actionCommand } from "./action-command.ts";

it.each(offeredOperations)("%s is offered as a command, which asks that very operation", async (id) => {
  const operation = apiOperations.find((one) => one.id === id);
  const path = operation?.path.replace("{client_id}", "cli_1").replace("{cidr}", "203.0.113.0%2F24");
  const action = { operation: id, method: operation?.method ?? "", path: path ?? "" };
  const named = {
    ...action,
    path: action.path.replace("{destination_id}", "dst_1").replaceAll(/\{\w+\}/g, "01a1"),
  };
  const line = actionCommand(named);
  expect(line).not.toContain("/api/");
  const args = line.split(" ").slice(1);
  const { sent } = await run(args.includes("--reason") ? [...args, "--yes"] : args, { env, server: fakeApi });
  expect(sent.map(({ request }) => operationOf(request)?.id)).toContain(id);
  expect(new URL(sent.at(-1)?.request.url ?? "").pathname).toBe(named.path);
});

it.each([
  ["enabled", null, "leadrelay destination enable dst_1"],
  ["settings", "address", "leadrelay destination change dst_1 --address"],
  ["settings", "key", "leadrelay destination change dst_1 --api-key"],
  ["settings", null, "leadrelay destination change dst_1 --address"],
])("what is to be mended of a destination's %s (%s) is typed as %s", (field, setting, line) => {
  const change = { operation: "changeDestination", method: "PATCH", path: "/api/destinations/dst_1" };
  expect(actionCommand({ ...change, field, setting })).toBe(line);
});
