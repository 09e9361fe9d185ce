import { expect, it } from "vitest";
import { maskText } from "./mask-text.ts";

const contact = {
  contact_name: "Anna Müller",
  contact_email: "anna.mueller@example.com",
  contact_phone: "+49-301234567",
};

it.each([
  ["Lake View Residences", "Lake View Residences", "says where"],
  ["2 BHK under 90 lakhs", "2 BHK under 90 lakhs", "says what"],
  ["google", "google", "says whence"],
  ["anna.mueller@example.com", "•••", "is her address, as a mapping of e-mail to `cta` puts it there"],
  ["mail to a@b.co", "•••", "quotes somebody's address"],
  ["98765 43210", "•••", "is a number"],
  ["call 030/1234567", "•••", "quotes a number"],
  ["a%40b.co", "•••", "quotes an address as a link escapes it"],
  ["Anna Müller", "•••", "is her name"],
  ["for anna mueller", "for anna mueller", "is spelled otherwise"],
  ["MULLER, Anna", "•••", "is her name, the other way round"],
  ["Anna Residency", "Anna Residency", "shares a word with her name"],
  ["anna mueller example com", "•••", "is her address without its signs"],
  ["", "", "is empty"],
])("%j is shown as %j: it %s", (text, shown) => {
  expect(maskText(text, contact)).toBe(shown);
});

it("of nobody known only what may be a contact is hidden", () => {
  expect([maskText("Anna Müller"), maskText("a@b.co")]).toEqual(["Anna Müller", "•••"]);
});

it("a name of short words hides nothing", () => {
  expect(maskText("to be or not", { contact_name: "To Be", contact_email: null, contact_phone: null })).toBe(
    "to be or not",
  );
});
