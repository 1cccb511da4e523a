package main

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
)

func TestProbes(t *testing.T) {
	for _, c := range []struct {
		path  string
		ready bool
		want  int
	}{
		{"/healthz", false, http.StatusOK},
		{"/readyz", true, http.StatusOK},
		{"/readyz", false, http.StatusServiceUnavailable},
		{"/elsewhere", true, http.StatusNotFound},
	} {
		ready := &atomic.Bool{}
		ready.Store(c.ready)
		answer := httptest.NewRecorder()
		newHandler(ready).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, c.path, nil))
		if answer.Code != c.want {
			t.Errorf("%s with ready %v answered %d, wanted %d", c.path, c.ready, answer.Code, c.want)
		}
	}
}
