/** What a callback token signs. Ids hold no line breaks. */
export const callbackText = (clientId: string, deliveryId: string): string =>
  `leadrelay callback\n${clientId}\n${deliveryId}`;
