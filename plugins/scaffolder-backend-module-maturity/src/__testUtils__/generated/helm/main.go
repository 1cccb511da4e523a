// Renders the templates of Helm charts: Go's text/template with the functions of sprig and those that Helm
// adds, of which only the ones stand here that charts of the starters use. Reads a list of charts as JSON,
// writes a list of rendered files.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"text/template"

	"github.com/Masterminds/sprig"
)

// Files are what a chart holds besides its templates.
type Files map[string]string

// Get is empty for a file that is not there, as in Helm.
func (f Files) Get(name string) string { return f[name] }

type chart struct {
	Chart     map[string]any
	Release   map[string]any
	Values    map[string]any
	Files     Files
	Templates map[string]string
}

// JSON is YAML too.
func toYaml(value any) (string, error) {
	text, err := json.Marshal(value)
	return string(text), err
}

func render(one chart) (map[string]string, error) {
	all := template.New("chart").Option("missingkey=error").Funcs(sprig.TxtFuncMap())
	all.Funcs(template.FuncMap{
		"toYaml": toYaml,
		"include": func(name string, data any) (string, error) {
			out := &bytes.Buffer{}
			err := all.ExecuteTemplate(out, name, data)
			return out.String(), err
		},
	})
	for name, text := range one.Templates {
		if _, err := all.New(name).Parse(text); err != nil {
			return nil, err
		}
	}
	rendered := map[string]string{}
	data := map[string]any{
		"Chart": one.Chart, "Release": one.Release, "Values": one.Values, "Files": one.Files,
	}
	for name := range one.Templates {
		out := &bytes.Buffer{}
		if err := all.ExecuteTemplate(out, name, data); err != nil {
			return nil, err
		}
		rendered[name] = out.String()
	}
	return rendered, nil
}

func run() error {
	charts := []chart{}
	if err := json.NewDecoder(os.Stdin).Decode(&charts); err != nil {
		return err
	}
	all := []map[string]string{}
	for _, one := range charts {
		rendered, err := render(one)
		if err != nil {
			return err
		}
		all = append(all, rendered)
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
