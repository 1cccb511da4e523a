package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// Level says how much a line of the log matters.
type Level int

// The names of the levels stand in levelNames, in this order.
const (
	LevelTrace Level = iota
	LevelDebug
	LevelInfo
	LevelWarn
	LevelError
	LevelFatal
	LevelSilent
)

var levelNames = []string{"trace", "debug", "info", "warn", "error", "fatal", "silent"}

func readLevel(text string) (Level, error) {
	if text == "" {
		return LevelInfo, nil
	}
	for level, name := range levelNames {
		if name == text {
			return Level(level), nil
		}
	}
	return LevelInfo, fmt.Errorf("LOG_LEVEL is %q; expected one of %s.", text, strings.Join(levelNames, ", "))
}

// Fields are what a line of the log says besides its message.
type Fields map[string]any

// Logger writes one JSON object a line. It is safe for use by many goroutines.
type Logger struct {
	level Level
	mutex sync.Mutex
	out   io.Writer
}

// NewLogger writes lines of the level and above to out.
func NewLogger(out io.Writer, level Level) *Logger {
	return &Logger{level: level, out: out}
}

// Log writes a line with the trace of the request that the context belongs to, if any.
func (l *Logger) Log(ctx context.Context, level Level, message string, fields Fields) {
	if level < l.level || l.level == LevelSilent {
		return
	}
	line := Fields{}
	for name, value := range fields {
		line[name] = value
	}
	if span := spanOf(ctx); span != nil {
		line["trace_id"] = span.traceID
	}
	line["level"] = levelNames[level]
	line["time"] = time.Now().UTC().Format("2006-01-02T15:04:05.000Z")
	line["service"] = serviceName
	line["msg"] = message
	l.mutex.Lock()
	defer l.mutex.Unlock()
	encoder := json.NewEncoder(l.out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(line); err != nil {
		fmt.Fprintf(l.out, "{\"level\":\"error\",\"msg\":%q}\n", "A line of the log could not be written: "+err.Error())
	}
}
