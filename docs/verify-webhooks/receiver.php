<?php
// A receiver of LeadRelay's webhooks in PHP 8, without packages.
// LEADRELAY_SECRETS="whsec_new whsec_old" SIGNATURE=standard php -S 127.0.0.1:8080 receiver.php

declare(strict_types=1);

const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 1024 * 1024;

/** @return list<string> */
function secrets(): array
{
    return array_values(array_filter(explode(' ', getenv('LEADRELAY_SECRETS') ?: '')));
}

/** A header as it was sent; '' where it was not. */
function header_of(string $name): string
{
    return (string) ($_SERVER['HTTP_' . strtoupper(str_replace('-', '_', $name))] ?? '');
}

/** Equal in constant time; of another length is simply not equal. */
function is_equal(string $one, string $other): bool
{
    return strlen($one) === strlen($other) && hash_equals($other, $one);
}

/** Standard Webhooks 1.0.0: base64 HMAC-SHA256 of `id.timestamp.body`, by the bytes behind `whsec_`. */
function verify_standard(string $body): bool
{
    $id = header_of('webhook-id');
    $timestamp = header_of('webhook-timestamp');
    if ($id === '' || preg_match('/^[0-9]{1,12}$/D', $timestamp) !== 1) {
        return false;
    }
    if (abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    foreach (secrets() as $secret) {
        $key = base64_decode(substr($secret, strlen('whsec_')));
        $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
        foreach (explode(' ', header_of('webhook-signature')) as $given) {
            if (is_equal($given, $expected)) {
                return true;
            }
        }
    }
    return false;
}

/** HMAC-SHA256 of the body in hexadecimal, by the secret's text; in the overlap of a rotation the new secret's stands in `…-New`. */
function verify_body(string $body): bool
{
    $header = getenv('SIGNATURE_HEADER') ?: 'X-LeadRelay-Signature';
    foreach (secrets() as $secret) {
        $expected = hash_hmac('sha256', $body, $secret);
        foreach ([header_of($header), header_of("$header-New")] as $given) {
            if (is_equal($given, $expected)) {
                return true;
            }
        }
    }
    return false;
}

$body = (string) file_get_contents('php://input', false, null, 0, MOST_BYTES + 1);
if (strlen($body) > MOST_BYTES) {
    http_response_code(413);
    return;
}
$is_ours = (getenv('SIGNATURE') ?: 'standard') === 'standard' ? verify_standard($body) : verify_body($body);
if (!$is_ours) {
    http_response_code(401);
    return;
}
// Only now is it read: nothing of an unverified body is looked at. Keep delivery_id in a table with a unique key: a delivery may come twice.
$message = json_decode($body, true, 64, JSON_THROW_ON_ERROR);
error_log('took ' . ($message['type'] ?? $message['event']) . ' ' . $message['data']['delivery_id']);
http_response_code(204);
