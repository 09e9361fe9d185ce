import { expect, it } from "vitest";
import { groupNext } from "./group-next.ts";

type Group = Parameters<typeof groupNext>[0];
const refused: Group = {
  kind: "delivery",
  cause: "refused",
  status_code: 400,
  destination_id: "dst_1",
  fingerprint: "f00d",
};

it.each<[what: string, group: Partial<Group>, told: string]>([
  [
    "what a receiver refuses",
    {},
    "Mend what the receiver complains of, there or in the form, then send them again (`leadrelay queue replay --kind delivery --cause refused --destination dst_1 --code 400 --fingerprint f00d` shows the plan, and with --apply sends). `leadrelay destination test dst_1` shows what it answers now. Whose they are: `leadrelay dlq list --kind delivery --cause refused --destination dst_1 --fingerprint f00d`.",
  ],
  [
    "a wrong key",
    { status_code: 401, fingerprint: "" },
    "Give the destination the key its receiver expects, then send them again (`leadrelay queue replay --kind delivery --cause refused --destination dst_1 --code 401` shows the plan, and with --apply sends). To mend it: `leadrelay destination change dst_1 --api-key`; `leadrelay destination test dst_1` shows what it answers now. Whose they are: `leadrelay dlq list --kind delivery --cause refused --destination dst_1`.",
  ],
  [
    "an address that is gone",
    { cause: "gone", status_code: 410 },
    "The receiver said that this address is gone: give the destination a new one and enable it, then send them again (`leadrelay queue replay --kind delivery --cause gone --destination dst_1 --code 410 --fingerprint f00d` shows the plan, and with --apply sends). To mend it: `leadrelay destination change dst_1 --address`; `leadrelay destination enable dst_1`; `leadrelay destination test dst_1` shows what it answers now. Whose they are: `leadrelay dlq list --kind delivery --cause gone --destination dst_1 --fingerprint f00d`.",
  ],
  [
    "a submission's own content",
    { kind: "poison", cause: "constraint", status_code: null, destination_id: null },
    "Read the last error. Once its cause is mended, send them again (`leadrelay queue replay --kind poison --cause constraint --fingerprint f00d` shows the plan, and with --apply sends): the submission goes through intake again under its id. Whose they are: `leadrelay dlq list --kind poison --cause constraint --fingerprint f00d`.",
  ],
])("of %s it is told what to do about all of them", (_what, group, told) => {
  expect(groupNext({ ...refused, ...group })).toBe(told);
});
