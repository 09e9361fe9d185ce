/** Names under which APIs say what is wrong, without their case and signs. */
export const saying: ReadonlySet<string> = new Set(
  (
    "error errors err message messages msg code status type kind category subcategory reason reasons title detail details " +
    "description summary hint info cause problem result warning warnings fault faultstring faultcode exception " +
    "errormessage errormessages errormsg errorcode errorcodes errortype errordescription errordetail errordetails " +
    "errorsummary statuscode statustext statusmessage responsemessage exceptionmessage"
  ).split(" "),
);
/** Names under which they give back what they got. */
export const echoing: ReadonlySet<string> = new Set(
  "lead leads contact contacts person customer user fields properties payload request body input submission received params form record".split(
    " ",
  ),
);
