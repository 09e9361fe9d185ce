/** Why nobody is sent a message whose number answered STOP; a delivery that ended so begins its error with it. */
export const optedOutWords = "whoever has this number answered STOP: they have to write START first";
