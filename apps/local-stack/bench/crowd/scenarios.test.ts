import { expect, test } from "vitest";
import { batchesOf, crowds, leadsOf } from "./scenarios.ts";

test.each(crowds)(
  "$label: as many different people as are counted, no submission twice, none of others",
  (crowd) => {
    const posted = batchesOf(crowd, 3, 500);
    expect(posted.map((batch) => batch.length)).toEqual([1, 2, 3].map(() => crowd.batchSize));
    const emails = new Set(posted.flat().map(({ fields }) => fields.email ?? ""));
    expect(emails.size).toBe(leadsOf(crowd, 3));
    expect(new Set(posted.flat().map(({ submission_id }) => submission_id)).size).toBe(3 * crowd.batchSize);
    expect([...emails].sort()[0]).toBe("asha.rao.0000500@example.com");
  },
);
