package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The JSON form of OpenTelemetry's protocol for traces over HTTP, as far as a server span needs it.
// Services that want more than request spans take OpenTelemetry's SDK in its place.
type (
	otlpValue struct {
		String  *string `json:"stringValue,omitempty"`
		Integer *string `json:"intValue,omitempty"`
	}
	otlpAttribute struct {
		Key   string    `json:"key"`
		Value otlpValue `json:"value"`
	}
	otlpStatus struct {
		Code int `json:"code,omitempty"`
	}
	otlpSpan struct {
		TraceID      string          `json:"traceId"`
		SpanID       string          `json:"spanId"`
		ParentSpanID string          `json:"parentSpanId,omitempty"`
		Name         string          `json:"name"`
		Kind         int             `json:"kind"`
		Start        string          `json:"startTimeUnixNano"`
		End          string          `json:"endTimeUnixNano"`
		Attributes   []otlpAttribute `json:"attributes"`
		Status       otlpStatus      `json:"status"`
	}
	otlpScopeSpans struct {
		Spans []otlpSpan `json:"spans"`
	}
	otlpResource struct {
		Attributes []otlpAttribute `json:"attributes"`
	}
	otlpResourceSpans struct {
		Resource   otlpResource     `json:"resource"`
		ScopeSpans []otlpScopeSpans `json:"scopeSpans"`
	}
	otlpRequest struct {
		ResourceSpans []otlpResourceSpans `json:"resourceSpans"`
	}
)

const (
	otlpKindServer  = 2
	otlpStatusError = 2
	// Spans that wait for the collector; above it they are dropped rather than kept in memory.
	waitingSpans  = 2048
	spansPerBatch = 256
	batchEvery    = 2 * time.Second
)

func otlpTime(at time.Time) string { return strconv.FormatInt(at.UnixNano(), 10) }

func otlpText(key, value string) otlpAttribute {
	return otlpAttribute{key, otlpValue{String: &value}}
}

func otlpInteger(key string, value int) otlpAttribute {
	text := strconv.Itoa(value)
	return otlpAttribute{key, otlpValue{Integer: &text}}
}

// Exporter sends finished spans to a collector, in batches. A nil Exporter takes them and does nothing.
type Exporter struct {
	address string
	name    string
	logger  *Logger
	client  *http.Client
	spans   chan otlpSpan
	done    chan struct{}
}

// StartExporter is nil without OTEL_EXPORTER_OTLP_ENDPOINT: the service then runs untraced.
func StartExporter(env func(name string) string, logger *Logger) *Exporter {
	endpoint := env("OTEL_EXPORTER_OTLP_ENDPOINT")
	if endpoint == "" {
		return nil
	}
	name := env("OTEL_SERVICE_NAME")
	if name == "" {
		name = serviceName
	}
	exporter := &Exporter{
		address: strings.TrimSuffix(endpoint, "/") + "/v1/traces",
		name:    name,
		logger:  logger,
		client:  &http.Client{Timeout: 5 * time.Second},
		spans:   make(chan otlpSpan, waitingSpans),
		done:    make(chan struct{}),
	}
	go exporter.run()
	return exporter
}

// Add never waits: tracing must not slow down a request.
func (e *Exporter) Add(span otlpSpan) {
	if e == nil {
		return
	}
	select {
	case e.spans <- span:
	default:
	}
}

// Stop sends what is left. No span may be added afterwards.
func (e *Exporter) Stop() {
	if e == nil {
		return
	}
	close(e.spans)
	<-e.done
}

func (e *Exporter) run() {
	defer close(e.done)
	ticker := time.NewTicker(batchEvery)
	defer ticker.Stop()
	batch := []otlpSpan{}
	flush := func() {
		if len(batch) == 0 {
			return
		}
		if err := e.send(batch); err != nil {
			e.logger.Log(context.Background(), LevelWarn, "The collector did not take the traces.", Fields{
				"error": err.Error(), "spans": len(batch),
			})
		}
		batch = batch[:0]
	}
	for {
		select {
		case span, open := <-e.spans:
			if !open {
				flush()
				return
			}
			if batch = append(batch, span); len(batch) == spansPerBatch {
				flush()
			}
		case <-ticker.C:
			flush()
		}
	}
}

func (e *Exporter) send(spans []otlpSpan) error {
	body, err := json.Marshal(otlpRequest{[]otlpResourceSpans{{
		Resource:   otlpResource{[]otlpAttribute{otlpText("service.name", e.name)}},
		ScopeSpans: []otlpScopeSpans{{spans}},
	}}})
	if err != nil {
		return err
	}
	response, err := e.client.Post(e.address, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
	if response.StatusCode >= 300 {
		return fmt.Errorf("%s answered %s", e.address, response.Status)
	}
	return nil
}
