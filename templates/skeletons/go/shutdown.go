package main

import (
	"context"
	"net/http"
	"time"
)

// ShutDown ends a server without dropping a request: it says that it is not ready, goes on serving
// until load balancers have noticed, then takes no new connection and waits for the requests that it
// has.
func (s *Service) ShutDown(server *http.Server) error {
	s.draining.Store(true)
	time.Sleep(s.Config.Drain)
	return server.Shutdown(context.Background())
}
