import { newPerson } from "../harness/person.ts";

/** Two posts of one person that have nothing in common but what they are to be recognised by. */
interface WayToBeRecognised {
  kind: "visitor_id" | "email" | "phone";
  posts: () => { first: Record<string, string>; again: Record<string, string> };
}

export const waysToBeRecognised: readonly WayToBeRecognised[] = [
  {
    kind: "visitor_id",
    posts() {
      const { email, phone } = newPerson();
      const visitor = `visitor-${phone}`;
      return { first: { __visitor_id: visitor, email }, again: { __visitor_id: visitor, phone } };
    },
  },
  {
    kind: "email",
    posts() {
      const { email } = newPerson();
      return { first: { email }, again: { EMAIL: ` ${email.toUpperCase()} ` } };
    },
  },
  {
    kind: "phone",
    posts() {
      const { phone } = newPerson();
      const spelled = `(+91) ${phone.slice(0, 5)}-${phone.slice(5)}`;
      return { first: { phone: `0${phone}` }, again: { mobile: spelled } };
    },
  },
];
