/** As Google hands it out; its key was made for this page, is too short for anything else, and opens nothing. */
export const exampleKeyFile = JSON.stringify({
  type: "service_account",
  client_email: "leads@example.iam.gserviceaccount.com",
  private_key: `-----BEGIN PRIVATE KEY-----
MIIBVwIBADANBgkqhkiG9w0BAQEFAASCAUEwggE9AgEAAkEAxoWATemiPN3gL6AN
U1fTXV8DEV3MWbxPwh5uA0KoybQVyZC+ae+ZWyhxuRakTAV4cN1YhjubylT/YiEm
G5D28wIDAQABAkEAs7tOTDvH3J9sRvH63ofXHuPUXTa0ulGZTEBMjbseIW3HQHxI
krkD5YrvbO6cZIOS0MDa6HWH/wMLh+3nrd/x0QIhAOVQenFkmnT7dfzwiYa6y2mX
CoOZvvY38mXCHoDiQZfnAiEA3Z+rfmRtXrZ+aOkKKbZVBuKBgPcmjVbDGN/Z2T/w
VxUCIQCISUpcNjRuLj0zdSnnPwFB4hjHmgqafym7PKGwa8gcJQIhAKQML8Y0El0c
Wr/PWE1+ALxC57eNuoS+p1V/RWMxl/btAiEAhlBhHdgSew3YZ5d095WzduFaU3kt
+EhPZlT+Zx4zj40=
-----END PRIVATE KEY-----
`,
});
