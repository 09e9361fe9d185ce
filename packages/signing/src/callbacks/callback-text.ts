/** What a callback token signs. Ids hold no line breaks. */
export const callbackText = (clientId: string, deliveryId: string): string =>
  `callback of leadrelay\n${clientId}\n${deliveryId}`;

/** What the secret that follows another is made from. */
export const nextSecretText = (callbackKey: string, hash: string): string =>
  `next callback secret of leadrelay\n${callbackKey}\n${hash}`;
