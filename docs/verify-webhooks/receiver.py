# A receiver of LeadRelay's webhooks in Python 3.8 or newer, without packages.
# LEADRELAY_SECRETS="whsec_new whsec_old" SIGNATURE=standard PORT=8080 python3 receiver.py
import base64
import hashlib
import hmac
import json
import os
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRETS = os.environ.get("LEADRELAY_SECRETS", "").split()
SCHEME = os.environ.get("SIGNATURE", "standard")
HEADER = os.environ.get("SIGNATURE_HEADER", "X-LeadRelay-Signature")
TOLERANCE_SECONDS = 300
MOST_BYTES = 1024 * 1024


def is_equal(one: bytes, other: bytes) -> bool:
    """Equal in constant time; of another length is simply not equal."""
    return len(one) == len(other) and hmac.compare_digest(one, other)


def verify_standard(headers, body: bytes) -> bool:
    """Standard Webhooks 1.0.0: base64 HMAC-SHA256 of `id.timestamp.body`, by the bytes behind `whsec_`."""
    delivery, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not delivery or not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    given = [part[3:] for part in headers.get("webhook-signature", "").split(" ") if part.startswith("v1,")]
    for secret in SECRETS:
        key = base64.b64decode(secret[len("whsec_"):])
        signed = f"{delivery}.{timestamp}.".encode() + body
        expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
        if any(is_equal(one.encode("utf-8", "replace"), expected) for one in given):
            return True
    return False


def verify_body(headers, body: bytes) -> bool:
    """HMAC-SHA256 of the body in hexadecimal, by the secret's text; in the overlap of a rotation the new secret's stands in `…-New`."""
    given = [headers[name] for name in (HEADER, f"{HEADER}-New") if name in headers]
    for secret in SECRETS:
        expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
        if any(is_equal(one.encode("utf-8", "replace"), expected) for one in given):
            return True
    return False


seen = set()  # Keep this where it outlives the process: a delivery may come twice.


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("content-length", "0"))
        if not 0 <= length <= MOST_BYTES:
            return self.answer(413)
        body = self.rfile.read(length)
        verify = verify_standard if SCHEME == "standard" else verify_body
        if not verify(self.headers, body):
            return self.answer(401)
        # Only now is it read: nothing of an unverified body is looked at.
        message = json.loads(body)
        delivery = message["data"]["delivery_id"]
        if delivery not in seen:
            seen.add(delivery)
            print("took", message.get("type") or message.get("event"), delivery, flush=True)
        return self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver).serve_forever()
