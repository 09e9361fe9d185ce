import { expect, it } from "vitest";
import { signsBy, signsParts } from "../../test/request-changes.ts";
import { send, toSign, verdict } from "../../test/sent-request.ts";
import { signatureNegatives } from "../../test/signature-negatives.ts";

it("there are at least sixty of them, each with a name of its own", () => {
  expect(signatureNegatives.length).toBeGreaterThanOrEqual(60);
  expect(new Set(signatureNegatives.map(([name]) => name)).size).toBe(signatureNegatives.length);
});

it("unchanged, the request they begin from is accepted, and so is one signed by hand", async () => {
  expect(await verdict(await send())).toBe("accepted");
  expect(await verdict(await signsParts({})(await send()))).toBe("accepted");
  expect(await verdict(await signsBy(toSign.secret)(await send()))).toBe("accepted");
});

it.each(signatureNegatives)("%s: %s", async (_name, problem, change, afterSeconds) => {
  expect(await verdict(await change(await send()), afterSeconds)).toBe(problem);
});
