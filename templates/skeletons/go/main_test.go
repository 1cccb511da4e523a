package main

import (
	"bytes"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func statusOf(address string) int {
	response, err := http.Get(address)
	if err != nil {
		return 0
	}
	defer response.Body.Close()
	return response.StatusCode
}

func TestServesUntilSigtermAndEndsWithSuccess(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no SIGTERM.")
	}
	port := freePort(t)
	address := "http://127.0.0.1:" + port
	env := func(name string) string {
		return map[string]string{"PORT": port, "DRAIN_MS": "500", "LOG_LEVEL": "info"}[name]
	}
	awaitStatus := func(path string, code int) {
		t.Helper()
		for until := time.Now().Add(5 * time.Second); statusOf(address+path) != code; {
			if time.Now().After(until) {
				t.Fatalf("%s never answered %d", path, code)
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	if err := askHealth(env, nil); err == nil {
		t.Error("it is healthy before it runs")
	}
	log := &bytes.Buffer{}
	ended := make(chan error, 1)
	go func() { ended <- serve(env, log) }()
	awaitStatus("/readyz", 200)
	if err := askHealth(env, nil); err != nil {
		t.Error(err)
	}
	if err := serve(env, &bytes.Buffer{}); err == nil {
		t.Error("two services share a port")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	awaitStatus("/readyz", 503)
	awaitStatus("/greeting", 200)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if statusOf(address+"/livez") != 0 {
		t.Error("it still listens")
	}
	if !strings.Contains(log.String(), `"msg":"stopped"`) {
		t.Errorf("logged %s", log)
	}
}
