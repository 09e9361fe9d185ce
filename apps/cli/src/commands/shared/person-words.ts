interface Person {
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
}

/** Who it is in a line of a list: the name and one way to reach them; null where nobody is known. */
export function personWords({ contact_name, contact_email, contact_phone }: Person): string | null {
  const words = [contact_name, contact_email ?? contact_phone].filter((one) => one !== null);
  return words.length === 0 ? null : words.join(", ");
}

/** The same with every way to reach them. */
export function wholePersonWords({ contact_name, contact_email, contact_phone }: Person): string | null {
  const words = [contact_name, contact_email, contact_phone].filter((one) => one !== null);
  return words.length === 0 ? null : words.join(", ");
}

/** A client by what it is called and its id. */
export const clientWords = ({
  client_id,
  client_name,
}: {
  client_id: string | null;
  client_name?: string | null;
}): string | null =>
  client_name === null || client_name === undefined ? client_id : `${client_name} (${client_id})`;
