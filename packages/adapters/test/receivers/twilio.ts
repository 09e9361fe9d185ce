import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

interface TwilioReceiver extends Receiver {
  mood: Mood;
  /** Numbers that answered STOP. */
  stopped: Set<string>;
  messages: { from: string; to: string; text: string }[];
}

/** Twilio with one account and one number of it. */
export function twilioReceiver(account: { sid: string; token: string; number: string }): TwilioReceiver {
  const no = (status: number, code: number, message: string) =>
    Response.json(
      { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
      { status },
    );
  const receiver: TwilioReceiver = {
    mood: null,
    stopped: new Set(),
    messages: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      const [scheme, credentials = ""] = (request.headers.get("authorization") ?? "").split(" ");
      if (scheme !== "Basic" || atob(credentials) !== `${account.sid}:${account.token}`)
        return no(401, 20003, "Authenticate");
      if (new URL(request.url).pathname !== `/2010-04-01/Accounts/${account.sid}/Messages.json`)
        return no(404, 20404, "The requested resource was not found");
      const form = new URLSearchParams(await request.text());
      const [to, text] = [form.get("To") ?? "", form.get("Body") ?? ""];
      const from = form.get("From") ?? form.get("MessagingServiceSid") ?? "";
      if (text.length > 1_600) return no(400, 21617, "The concatenated message body exceeds 1600 characters");
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return no(400, 21211, `Invalid 'To' Phone Number: ${to}`);
      if (from !== account.number && !from.startsWith("MG"))
        return no(400, 21612, "Message cannot be sent with the current combination of To and From");
      if (receiver.stopped.has(to)) return no(400, 21610, "Attempt to send to unsubscribed recipient");
      receiver.messages.push({ from, to, text });
      const sid = `SM${String(receiver.messages.length).padStart(32, "0")}`;
      return Response.json({ sid, status: "queued", error_code: null }, { status: 201 });
    },
  };
  return receiver;
}
