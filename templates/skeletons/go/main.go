package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	run := serve
	if len(os.Args) > 1 && os.Args[1] == "health" {
		run = askHealth
	}
	if err := run(os.Getenv, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Serves until it is told to stop; ends when every request is answered.
func serve(env func(name string) string, out io.Writer) error {
	config, err := ReadConfig(env)
	if err != nil {
		return err
	}
	ctx := context.Background()
	logger := NewLogger(out, config.LogLevel)
	service := &Service{
		Config:   config,
		Logger:   logger,
		Metrics:  NewMetrics(),
		Exporter: StartExporter(env, logger),
		Routes:   routes,
	}
	server := service.Server()
	listener, err := net.Listen("tcp", server.Addr)
	if err != nil {
		return err
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	logger.Log(ctx, LevelInfo, "listening", Fields{"port": config.Port})

	select {
	case err := <-failed:
		return err
	case received := <-signals:
		logger.Log(ctx, LevelInfo, "shutting down", Fields{"signal": received.String()})
	}
	if err := service.ShutDown(server); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	service.Exporter.Stop()
	logger.Log(ctx, LevelInfo, "stopped", nil)
	return nil
}

// The health check of the image, which has no other program in it.
func askHealth(env func(name string) string, _ io.Writer) error {
	config, err := ReadConfig(env)
	if err != nil {
		return err
	}
	client := http.Client{Timeout: 2 * time.Second}
	response, err := client.Get(fmt.Sprintf("http://127.0.0.1:%d/livez", config.Port))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("/livez answered %s", response.Status)
	}
	return nil
}
