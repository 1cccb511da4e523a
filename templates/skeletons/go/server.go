package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// Service answers requests and says how it is.
type Service struct {
	Config  Config
	Logger  *Logger
	Metrics *Metrics
	// Exporter takes finished spans; nil where nobody collects them.
	Exporter *Exporter
	Routes   map[string]handler
	// It takes no requests while it shuts down.
	draining atomic.Bool
}

// Server has the probes, the metrics and the routes; it does not listen yet.
func (s *Service) Server() *http.Server {
	observed := s.observed(s.limited(http.HandlerFunc(s.answer)))
	scraped := s.Metrics.Handler()
	handle := func(response http.ResponseWriter, request *http.Request) {
		switch request.URL.Path {
		case "/livez":
			s.send(response, Answer{http.StatusOK, map[string]string{"status": "alive"}})
		case "/readyz":
			s.send(response, s.readiness())
		case "/metrics":
			scraped.ServeHTTP(response, request)
		default:
			observed.ServeHTTP(response, request)
		}
	}
	return &http.Server{
		Addr:              fmt.Sprintf(":%d", s.Config.Port),
		Handler:           http.HandlerFunc(handle),
		ReadHeaderTimeout: s.Config.RequestTimeout,
		ReadTimeout:       s.Config.RequestTimeout,
		// Time for the handler and then for a slow reader.
		WriteTimeout: 2 * s.Config.RequestTimeout,
		// Longer than load balancers keep a connection that rests, so that it is they who close it: one
		// that is closed here could have the next request on its way.
		IdleTimeout: 75 * time.Second,
	}
}

func (s *Service) readiness() Answer {
	if s.draining.Load() {
		return Answer{http.StatusServiceUnavailable, map[string]string{"status": "shutting down"}}
	}
	return Answer{http.StatusOK, map[string]string{"status": "ready"}}
}

func (s *Service) send(response http.ResponseWriter, answer Answer) {
	text, err := json.Marshal(answer.Body)
	if err != nil {
		panic(fmt.Errorf("the answer is not JSON: %w", err))
	}
	header := response.Header()
	header.Set("content-type", "application/json; charset=utf-8")
	header.Set("x-content-type-options", "nosniff")
	response.WriteHeader(answer.Code)
	// A caller that went away has nobody to be told.
	_, _ = response.Write(text)
}

func (s *Service) answer(response http.ResponseWriter, request *http.Request) {
	handle, found := s.Routes[request.Method+" "+request.URL.Path]
	if !found {
		s.send(response, Answer{http.StatusNotFound, Problem{
			fmt.Sprintf("There is nothing at %s %s.", request.Method, request.URL.Path),
		}})
		return
	}
	s.send(response, handle(request))
}

// Ends requests that take too long; their context is cancelled.
func (s *Service) limited(next http.Handler) http.Handler {
	limit := s.Config.RequestTimeout
	if limit == 0 {
		return next
	}
	text := fmt.Sprintf(`{"error":"The request took longer than %d milliseconds."}`, limit.Milliseconds())
	timed := http.TimeoutHandler(next, limit, text)
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		// For the answer of the timeout; every other answer says the same.
		response.Header().Set("content-type", "application/json; charset=utf-8")
		timed.ServeHTTP(response, request)
	})
}

// Counted when the caller went away before the answer, which is no fault of the service.
const callerLeft = 499

type recorder struct {
	http.ResponseWriter
	code int
}

func (r *recorder) WriteHeader(code int) {
	if r.code == 0 {
		r.code = code
	}
	r.ResponseWriter.WriteHeader(code)
}

// Measures, logs and traces each request, and answers for one that panics.
func (s *Service) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		route := "unknown"
		if _, found := s.Routes[request.Method+" "+request.URL.Path]; found {
			route = request.URL.Path
		}
		span := startSpan(request.Header.Get("traceparent"))
		request = request.WithContext(withSpan(request.Context(), span))
		if s.draining.Load() {
			// A connection that stays open would keep the shutdown waiting.
			response.Header().Set("connection", "close")
		}
		recorded := &recorder{ResponseWriter: response}
		defer func() {
			if problem := recover(); problem != nil {
				s.Logger.Log(request.Context(), LevelError, "The request failed.", Fields{
					"error": fmt.Sprint(problem), "stack": string(debug.Stack()),
				})
				if recorded.code == 0 {
					s.send(recorded, Answer{http.StatusInternalServerError, Problem{"The request failed."}})
				}
			}
			took := time.Since(span.started)
			code := recorded.code
			if errors.Is(request.Context().Err(), context.Canceled) {
				code = callerLeft
			}
			s.Metrics.Observe(request, route, code, took)
			s.Exporter.Add(span.end(request, route, code))
			s.Logger.Log(request.Context(), LevelInfo, "request", Fields{
				"method": request.Method, "route": route, "code": code, "seconds": took.Seconds(),
			})
		}()
		next.ServeHTTP(recorded, request)
	})
}
