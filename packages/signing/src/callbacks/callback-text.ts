/** What a callback token signs. Ids hold no line breaks. */
export const callbackText = (clientId: string, deliveryId: string): string =>
  `callback of leadrelay\n${clientId}\n${deliveryId}`;
