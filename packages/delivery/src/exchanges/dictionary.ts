/**
 * What nearly every exchange says, so that none of it is stored with each. Bytes that were packed with it need it to the letter: another text is another
 * version, and this one stays to be read.
 */
export const dictionary = [
  '"data":{"object":"contact","properties":{"firstname":"","lastname":"","phone":"","email":""},"note":""},"event":"lead.created","type":"lead.updated","timestamp":"lead.reengaged",',
  '"content-type":"text/html; charset=utf-8","retry-after":"location","cf-ray":"x-request-id":"request-id":"x-ratelimit-remaining":"x-ratelimit-limit":"x-ratelimit-reset":"',
  '"body":"{\\"ok\\":true,\\"success\\":true,\\"status\\":\\"success\\",\\"error\\":null,\\"message\\":\\"Lead accepted\\",\\"result\\":\\"accepted\\",\\"id\\":\\"',
  '"utm_source\\":\\"google\\",\\"utm_medium\\":\\"cpc\\",\\"utm_campaign\\":\\"",\\"gclid\\":\\"https://www.google.com/',
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 10; K) Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  '[{"request":{"method":"POST","url":"https://hooks.hook.eu1.make.com/…","headers":{"content-type":"application/json","webhook-id":"…","webhook-timestamp":"…","webhook-signature":"…","authorization":"…","x-make-apikey":"…","user-agent":"LeadRelay/1.0"},"body":"',
  '{\\"first_name\\":\\"\\",\\"phone_mobile\\":\\"+91-\\",\\"email\\":\\"@gmail.com\\",\\"email1\\":\\"@gmail.com\\",\\"country_code\\":\\"+91\\",\\"project_name\\":null,\\"user_location\\":null,\\"lead_source\\":null,\\"source_team\\":null,',
  '\\"user_country\\":\\"IN\\",\\"user_city\\":null,\\"user_timezone\\":\\"Asia/Kolkata\\",\\"user_region\\":null,\\"engagement_score\\":0,\\"engagement_label\\":null,\\"session_duration_seconds\\":0,\\"pages_visited\\":0,\\"return_visits\\":0,',
  '\\"suspicion_score\\":0,\\"suspicion_reasons\\":\\"\\",\\"time_to_submit\\":null,\\"form_submit_count\\":1,\\"visitor_id\\":null,\\"session_id\\":null,\\"vpn_suspected\\":\\"no\\",\\"related_projects\\":null,\\"refered_by\\":null,\\"searched_keyword\\":null,',
  '\\"user_agent\\":null,\\"user_ip\\":\\"\\",\\"is_duplicate\\":\\"no\\",\\"is_bot_lead\\":\\"no\\",\\"test_lead\\":\\"no\\",\\"dev_environment\\":\\"no\\",\\"lead_public_id\\":\\"01\\",\\"lead_submission_public_id\\":\\"01\\",\\"lead_id\\":1,\\"lead_submission_id\\":1,',
  '\\"make_send_public_id\\":\\"\\",\\"callback_url\\":null}"},"answer":{"status":200,"headers":{"content-type":"application/json; charset=utf-8"},"body":"Accepted"}}]',
  '"is_cut":true},"answer":null}]"headers":{"content-type":"text/plain"},"body":"ok"}}]',
].join("");
