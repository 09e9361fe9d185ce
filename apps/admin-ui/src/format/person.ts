import { shared } from "../texts/shared.ts";

/** As the API names a person, masked or not. */
interface Person {
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
}

/** Who it is: the name, or what there is. */
export const personName = ({ contact_name, contact_email, contact_phone }: Person): string =>
  contact_name ?? contact_email ?? contact_phone ?? shared.anybody;

/** One way to reach them, beside the name. */
export const personContact = (person: Person): string | null =>
  [person.contact_email, person.contact_phone].find(
    (contact) => contact !== null && contact !== personName(person),
  ) ?? null;
