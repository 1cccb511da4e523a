package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"
)

type running struct {
	*testing.T
	service *Service
	server  *http.Server
	address string
	log     *bytes.Buffer
}

func noEnvironment(string) string { return "" }

// A service that listens on a free port, with the routes of the test besides its own.
func start(t *testing.T, config Config, more map[string]handler) *running {
	t.Helper()
	log := &bytes.Buffer{}
	all := map[string]handler{}
	for key, handle := range routes {
		all[key] = handle
	}
	for key, handle := range more {
		all[key] = handle
	}
	service := &Service{
		Config: config, Logger: NewLogger(log, config.LogLevel), Metrics: NewMetrics(), Routes: all,
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := service.Server()
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return &running{t, service, server, "http://" + listener.Addr().String(), log}
}

func startPlain(t *testing.T) *running {
	t.Helper()
	config, err := ReadConfig(noEnvironment)
	if err != nil {
		t.Fatal(err)
	}
	return start(t, config, nil)
}

func (r *running) send(method, path string, header http.Header) (*http.Response, string) {
	r.Helper()
	request, err := http.NewRequest(method, r.address+path, nil)
	if err != nil {
		r.Fatal(err)
	}
	request.Header = header
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		r.Fatal(err)
	}
	return response, string(body)
}

func (r *running) expect(path string, code int, body string) {
	r.Helper()
	response, text := r.send(http.MethodGet, path, nil)
	if response.StatusCode != code || text != body {
		r.Errorf("%s: got %d %s; expected %d %s", path, response.StatusCode, text, code, body)
	}
}

func (r *running) expectMetric(pattern string) {
	r.Helper()
	_, text := r.send(http.MethodGet, "/metrics", nil)
	if !regexp.MustCompile(pattern).MatchString(text) {
		r.Errorf("no metric is like %s in\n%s", pattern, text)
	}
}

func TestAnswers(t *testing.T) {
	r := startPlain(t)
	r.expect("/greeting?name=Ada", 200, `{"greeting":"Hello, Ada!","from":"`+serviceName+`"}`)
	r.expect("/greeting", 200, `{"greeting":"Hello, world!","from":"`+serviceName+`"}`)
}

func TestSaysWhatIsWrongWithARequest(t *testing.T) {
	r := startPlain(t)
	r.expect("/greeting?name="+strings.Repeat("a", 101), 400,
		`{"error":"The name has 101 characters; expected at most 100."}`)
	response, _ := r.send(http.MethodGet, "/greeting?name="+strings.Repeat("é", 100), nil)
	if response.StatusCode != 200 {
		t.Errorf("100 characters: got %d", response.StatusCode)
	}
}

func TestKnowsNoOtherPathsAndCountsThemAsOne(t *testing.T) {
	r := startPlain(t)
	r.expect("/secret-1", 404, `{"error":"There is nothing at GET /secret-1."}`)
	r.send("SECRET2", "/greeting", nil)
	r.expectMetric(`http_requests_total\{code="404",method="GET",route="unknown",service="[^"]+"\} 1`)
	r.expectMetric(`http_requests_total\{code="404",method="other",route="unknown",service="[^"]+"\} 1`)
	if _, text := r.send(http.MethodGet, "/metrics", nil); strings.Contains(strings.ToLower(text), "secret") {
		t.Error("a caller invented a series")
	}
}

func TestMeasuresRateErrorsAndDuration(t *testing.T) {
	r := startPlain(t)
	r.send(http.MethodGet, "/greeting", nil)
	r.send(http.MethodGet, "/livez", nil)
	r.expectMetric(`http_requests_total\{code="200",method="GET",route="/greeting",service="` + serviceName + `"\} 1`)
	r.expectMetric(`http_request_duration_seconds_bucket\{method="GET",route="/greeting",service="` + serviceName + `",le="0.3"\} 1`)
	if _, text := r.send(http.MethodGet, "/metrics", nil); strings.Contains(text, `route="/livez"`) {
		t.Error("a probe was counted")
	}
}

func TestIsAliveAndReady(t *testing.T) {
	r := startPlain(t)
	r.expect("/livez", 200, `{"status":"alive"}`)
	r.expect("/readyz", 200, `{"status":"ready"}`)
}

func TestFinishesTheRequestThatItHasWhileItShutsDown(t *testing.T) {
	arrived, finish := make(chan struct{}), make(chan struct{})
	r := start(t, Config{RequestTimeout: 5 * time.Second, Drain: 300 * time.Millisecond}, map[string]handler{
		"GET /slow": func(*http.Request) Answer {
			close(arrived)
			<-finish
			return Answer{http.StatusOK, "done"}
		},
	})
	answered := make(chan string, 1)
	go func() {
		_, body := r.send(http.MethodGet, "/slow", nil)
		answered <- body
	}()
	<-arrived
	stopped := make(chan error, 1)
	go func() { stopped <- r.service.ShutDown(r.server) }()
	for !r.service.draining.Load() {
		time.Sleep(time.Millisecond)
	}
	r.expect("/livez", 200, `{"status":"alive"}`)
	r.expect("/readyz", 503, `{"status":"shutting down"}`)
	if response, _ := r.send(http.MethodGet, "/greeting", nil); response.StatusCode != 200 || !response.Close {
		t.Errorf("while it drains: got %d, close %t", response.StatusCode, response.Close)
	}
	select {
	case <-stopped:
		t.Fatal("it stopped before it had answered")
	case <-time.After(600 * time.Millisecond):
	}
	close(finish)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
	if body := <-answered; body != `"done"` {
		t.Errorf("the slow request got %q", body)
	}
	if _, err := http.Get(r.address + "/livez"); err == nil {
		t.Error("it still listens")
	}
}

func TestEndsRequestsThatTakeTooLong(t *testing.T) {
	r := start(t, Config{RequestTimeout: 50 * time.Millisecond}, map[string]handler{
		"GET /slow": func(request *http.Request) Answer {
			<-request.Context().Done()
			return Answer{http.StatusOK, "late"}
		},
	})
	r.expect("/slow", 503, `{"error":"The request took longer than 50 milliseconds."}`)
	r.expectMetric(`http_requests_total\{code="503",method="GET",route="/slow"`)
}

func TestAnswersWhenARoutePanics(t *testing.T) {
	r := start(t, Config{RequestTimeout: time.Second}, map[string]handler{
		"GET /broken": func(*http.Request) Answer { panic("out of luck") },
	})
	r.expect("/broken", 500, `{"error":"The request failed."}`)
	r.expectMetric(`http_requests_total\{code="500",method="GET",route="/broken"`)
	if !strings.Contains(r.log.String(), "out of luck") {
		t.Errorf("the log does not say why: %s", r.log)
	}
}

func TestDoesNotBlameItselfWhenTheCallerLeaves(t *testing.T) {
	r := startPlain(t)
	gone, leave := context.WithCancel(context.Background())
	leave()
	request := httptest.NewRequest(http.MethodGet, "/greeting", nil).WithContext(gone)
	r.server.Handler.ServeHTTP(httptest.NewRecorder(), request)
	r.expectMetric(`http_requests_total\{code="499",method="GET",route="/greeting"`)
}

func TestLogsTheTraceOfTheCaller(t *testing.T) {
	const trace = "4bf92f3577b34da6a3ce929d0e0e4736"
	for header, expected := range map[string]string{
		"00-" + trace + "-00f067aa0ba902b7-01":                    "^" + trace + "$",
		"00-00000000000000000000000000000000-00f067aa0ba902b7-01": "^[1-9a-f][0-9a-f]{31}$|^0[0-9a-f]{31}$",
		"nonsense": "^[0-9a-f]{32}$",
	} {
		r := start(t, Config{LogLevel: LevelInfo}, nil)
		r.send(http.MethodGet, "/greeting?name=<Ada>", http.Header{"Traceparent": {header}})
		_ = r.server.Shutdown(context.Background())
		line := map[string]any{}
		if err := json.Unmarshal(r.log.Bytes(), &line); err != nil {
			t.Fatalf("%v in %s", err, r.log)
		}
		traceID, _ := line["trace_id"].(string)
		if !regexp.MustCompile(expected).MatchString(traceID) || strings.Trim(traceID, "0") == "" {
			t.Errorf("%s: logged trace %q", header, traceID)
		}
		if line["level"] != "info" || line["msg"] != "request" || line["route"] != "/greeting" ||
			line["code"] != 200.0 || line["service"] != serviceName {
			t.Errorf("logged %v", line)
		}
	}
}

func TestLogsNothingWhenSilent(t *testing.T) {
	out := &bytes.Buffer{}
	NewLogger(out, LevelSilent).Log(context.Background(), LevelFatal, "no", nil)
	NewLogger(out, LevelWarn).Log(context.Background(), LevelInfo, "no", nil)
	if out.Len() > 0 {
		t.Errorf("wrote %s", out)
	}
}

func TestReadConfig(t *testing.T) {
	for name, wrong := range map[string]string{
		"PORT": "http", "REQUEST_TIMEOUT_MS": "-1", "DRAIN_MS": "5s", "LOG_LEVEL": "loud",
	} {
		_, err := ReadConfig(func(asked string) string {
			if asked == name {
				return wrong
			}
			return ""
		})
		if err == nil || !strings.HasPrefix(err.Error(), name+` is "`+wrong+`"; expected `) {
			t.Errorf("%s=%s: %v", name, wrong, err)
		}
	}
	if _, err := ReadConfig(func(name string) string {
		return map[string]string{"PORT": "70000"}[name]
	}); err == nil {
		t.Error("accepted port 70000")
	}
}
