package main

import (
	"fmt"
	"net/http"
	"unicode/utf8"
)

// Answer is sent as JSON.
type Answer struct {
	Code int
	Body any
}

type handler func(request *http.Request) Answer

// Problem is the body of an answer that says what went wrong.
type Problem struct {
	Error string `json:"error"`
}

// Greeting is the body of GET /greeting.
type Greeting struct {
	Greeting string `json:"greeting"`
	From     string `json:"from"`
}

// What the service does, by method and path. Paths of the metrics come from here, so that no caller
// can invent one.
var routes = map[string]handler{
	"GET /greeting": greet,
}

func greet(request *http.Request) Answer {
	name := "world"
	if query := request.URL.Query(); query.Has("name") {
		name = query.Get("name")
	}
	if length := utf8.RuneCountInString(name); length > 100 {
		return Answer{http.StatusBadRequest, Problem{
			fmt.Sprintf("The name has %d characters; expected at most 100.", length),
		}}
	}
	return Answer{http.StatusOK, Greeting{fmt.Sprintf("Hello, %s!", name), serviceName}}
}
