/** A delivery of which nothing is sent, because its receiver could do nothing with it, begins its error with this; the reason follows. */
export const nothingToSendWords = "nothing to send: ";

/** Why nothing of a delivery was sent, by its error; null: that is not why it ended. */
export const nothingToSendReason = (error: string | null | undefined): string | null =>
  error?.startsWith(nothingToSendWords) === true ? error.slice(nothingToSendWords.length) : null;
