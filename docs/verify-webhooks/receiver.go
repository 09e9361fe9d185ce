// A receiver of LeadRelay's webhooks in Go 1.19 or newer, without packages.
// LEADRELAY_SECRETS="whsec_new whsec_old" SIGNATURE=standard PORT=8080 go run receiver.go
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

const tolerance = 300 * time.Second
const mostBytes = 1 << 20

var secrets = strings.Fields(os.Getenv("LEADRELAY_SECRETS"))
var digits = regexp.MustCompile(`^[0-9]{1,12}$`)

// Keep this where it outlives the process: a delivery may come twice.
var seen sync.Map

func sum(key []byte, parts ...[]byte) []byte {
	mac := hmac.New(sha256.New, key)
	for _, part := range parts {
		mac.Write(part)
	}
	return mac.Sum(nil)
}

// isEqual compares in constant time; of another length is simply not equal.
func isEqual(one, other string) bool {
	return len(one) == len(other) && hmac.Equal([]byte(one), []byte(other))
}

// verifyStandard is Standard Webhooks 1.0.0: base64 HMAC-SHA256 of `id.timestamp.body`, by the bytes behind `whsec_`.
func verifyStandard(header http.Header, body []byte) bool {
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	if id == "" || !digits.MatchString(timestamp) {
		return false
	}
	seconds, _ := strconv.ParseInt(timestamp, 10, 64)
	if age := time.Since(time.Unix(seconds, 0)); age > tolerance || age < -tolerance {
		return false
	}
	for _, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			continue
		}
		signed := sum(key, []byte(id+"."+timestamp+"."), body)
		expected := "v1," + base64.StdEncoding.EncodeToString(signed)
		for _, given := range strings.Split(header.Get("webhook-signature"), " ") {
			if isEqual(given, expected) {
				return true
			}
		}
	}
	return false
}

// verifyBody is HMAC-SHA256 of the body in hexadecimal, by the secret's text; in the overlap of a rotation the new secret's stands in `…-New`.
func verifyBody(header http.Header, body []byte) bool {
	name := os.Getenv("SIGNATURE_HEADER")
	if name == "" {
		name = "X-LeadRelay-Signature"
	}
	for _, secret := range secrets {
		expected := hex.EncodeToString(sum([]byte(secret), body))
		if isEqual(header.Get(name), expected) || isEqual(header.Get(name+"-New"), expected) {
			return true
		}
	}
	return false
}

func receive(response http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, mostBytes))
	if err != nil {
		response.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	verify := verifyStandard
	if os.Getenv("SIGNATURE") == "body_hmac" {
		verify = verifyBody
	}
	if !verify(request.Header, body) {
		response.WriteHeader(http.StatusUnauthorized)
		return
	}
	// Only now is it read: nothing of an unverified body is looked at.
	var message struct {
		Type  string
		Event string
		Data  struct {
			DeliveryID string `json:"delivery_id"`
		}
	}
	if json.Unmarshal(body, &message) != nil {
		response.WriteHeader(http.StatusBadRequest)
		return
	}
	if _, known := seen.LoadOrStore(message.Data.DeliveryID, true); !known {
		log.Println("took", message.Type+message.Event, message.Data.DeliveryID)
	}
	response.WriteHeader(http.StatusNoContent)
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	http.HandleFunc("/", receive)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, nil))
}
