package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Config is what the environment says about this process.
type Config struct {
	Port     int
	LogLevel Level
	// RequestTimeout is the longest time that a request may take; zero means no limit.
	RequestTimeout time.Duration
	// Drain is the time between "not ready" and the end of accepting connections, so that load
	// balancers stop sending requests before they would be refused.
	Drain time.Duration
}

var wholeNumber = regexp.MustCompile(`^\d{1,9}$`)

// ReadConfig reads the configuration; an error has the names and values of all that is wrong.
func ReadConfig(env func(name string) string) (Config, error) {
	problems := []string{}
	integer := func(name string, fallback int) int {
		text := env(name)
		if text == "" {
			return fallback
		}
		if !wholeNumber.MatchString(text) {
			problems = append(problems, fmt.Sprintf("%s is %q; expected a whole number.", name, text))
			return fallback
		}
		number, _ := strconv.Atoi(text)
		return number
	}
	milliseconds := func(name string, fallback int) time.Duration {
		return time.Duration(integer(name, fallback)) * time.Millisecond
	}
	level, err := readLevel(env("LOG_LEVEL"))
	if err != nil {
		problems = append(problems, err.Error())
	}
	config := Config{
		Port:           integer("PORT", 8080),
		LogLevel:       level,
		RequestTimeout: milliseconds("REQUEST_TIMEOUT_MS", 10_000),
		Drain:          milliseconds("DRAIN_MS", 5_000),
	}
	if config.Port > 65535 {
		problems = append(problems, fmt.Sprintf("PORT is \"%d\"; expected at most 65535.", config.Port))
	}
	if len(problems) > 0 {
		return Config{}, errors.New(strings.Join(problems, " "))
	}
	return config, nil
}
