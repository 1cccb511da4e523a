package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestSendsRequestsToTheCollectorAsSpans(t *testing.T) {
	received := make(chan otlpRequest, 1)
	collector := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		body := otlpRequest{}
		if err := json.NewDecoder(request.Body).Decode(&body); err != nil || request.URL.Path != "/v1/traces" {
			t.Errorf("got %s with %v", request.URL.Path, err)
		}
		received <- body
	}))
	defer collector.Close()
	r := start(t, Config{RequestTimeout: time.Second, LogLevel: LevelSilent}, nil)
	r.service.Exporter = StartExporter(func(name string) string {
		return map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": collector.URL + "/"}[name]
	}, r.service.Logger)
	r.send(http.MethodGet, "/greeting", http.Header{
		"Traceparent": {"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
	})
	if err := r.service.ShutDown(r.server); err != nil {
		t.Fatal(err)
	}
	r.service.Exporter.Stop()
	sent := <-received
	resource := sent.ResourceSpans[0]
	span := resource.ScopeSpans[0].Spans[0]
	if *resource.Resource.Attributes[0].Value.String != serviceName {
		t.Errorf("resource %v", resource.Resource)
	}
	if span.TraceID != "4bf92f3577b34da6a3ce929d0e0e4736" || span.ParentSpanID != "00f067aa0ba902b7" ||
		span.Name != "GET /greeting" || span.Status.Code != 0 || span.Start >= span.End {
		t.Errorf("span %+v", span)
	}
}

func TestSaysWhenTheCollectorRefuses(t *testing.T) {
	collector := httptest.NewServer(http.NotFoundHandler())
	defer collector.Close()
	log := &bytes.Buffer{}
	exporter := StartExporter(func(name string) string {
		return map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": collector.URL, "OTEL_SERVICE_NAME": "other"}[name]
	}, NewLogger(log, LevelWarn))
	exporter.Add(otlpSpan{Name: "GET /greeting"})
	exporter.Stop()
	if !strings.Contains(log.String(), "404 Not Found") {
		t.Errorf("logged %q", log)
	}
}

func TestRunsUntracedWithoutACollector(t *testing.T) {
	exporter := StartExporter(noEnvironment, NewLogger(&bytes.Buffer{}, LevelInfo))
	exporter.Add(otlpSpan{})
	exporter.Stop()
	if exporter != nil {
		t.Error("there is no collector to export to")
	}
}
