package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"regexp"
	"strings"
	"time"
)

var traceParent = regexp.MustCompile(`^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}$`)

// Span is one request as a trace sees it.
type Span struct {
	traceID  string
	spanID   string
	parentID string
	started  time.Time
}

type spanKey struct{}

func withSpan(ctx context.Context, span *Span) context.Context {
	return context.WithValue(ctx, spanKey{}, span)
}

func spanOf(ctx context.Context) *Span {
	span, _ := ctx.Value(spanKey{}).(*Span)
	return span
}

func randomHex(bytes int) string {
	random := make([]byte, bytes)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	return hex.EncodeToString(random)
}

// Goes on with the trace of the caller, or starts one.
func startSpan(header string) *Span {
	span := &Span{spanID: randomHex(8), started: time.Now()}
	parent := traceParent.FindStringSubmatch(header)
	if parent == nil || strings.Trim(parent[1], "0") == "" || strings.Trim(parent[2], "0") == "" {
		span.traceID = randomHex(16)
		return span
	}
	span.traceID, span.parentID = parent[1], parent[2]
	return span
}

func (s *Span) end(request *http.Request, route string, code int) otlpSpan {
	status := otlpStatus{}
	if code >= 500 {
		status.Code = otlpStatusError
	}
	return otlpSpan{
		TraceID:      s.traceID,
		SpanID:       s.spanID,
		ParentSpanID: s.parentID,
		Name:         methodLabel(request.Method) + " " + route,
		Kind:         otlpKindServer,
		Start:        otlpTime(s.started),
		End:          otlpTime(time.Now()),
		Attributes: []otlpAttribute{
			otlpText("http.request.method", methodLabel(request.Method)),
			otlpText("http.route", route),
			otlpInteger("http.response.status_code", code),
		},
		Status: status,
	}
}
