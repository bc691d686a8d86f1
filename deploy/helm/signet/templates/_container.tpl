{{- define "signet.image" -}}
{{- $image := .Values.image -}}
{{- $name := printf "%s:%s" $image.repository (include "signet.text" (default .Chart.AppVersion $image.tag)) -}}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $name }}
{{- end -}}

{{/* For an image of the original, whose runtime does not see the limits by itself; ours does. */}}
{{- define "signet.env" -}}
{{- $limits := default dict (.Values.resources).limits -}}
{{- if or $limits.cpu $limits.memory -}}
env:
  {{- range $variable, $resource := dict "GOMAXPROCS" "cpu" "GOMEMLIMIT" "memory" }}
  {{- if index $limits $resource }}
  - name: {{ $variable }}
    valueFrom:
      resourceFieldRef:
        resource: limits.{{ $resource }}
        divisor: "1"
  {{- end }}
  {{- end }}
{{- end -}}
{{- end -}}

{{- define "signet.probes" -}}
{{- $v := .Values -}}
{{- $checks := dict
  "startupProbe" (dict "tcpSocket" (dict "port" "http"))
  "livenessProbe" (dict "httpGet" (dict "path" "/healthz" "port" "http"))
  "readinessProbe" (dict "httpGet" (dict "path" $v.readinessProbe.path "port" "http")) -}}
{{- range $name, $check := $checks }}
{{- $probe := index $v $name }}
{{- $custom := index $v (printf "custom%s" (title $name)) }}
{{- if $probe.enabled }}
{{ $name }}: {{- include "signet.merged" (dict "maps" (list (omit $probe "enabled" "path") $check) "top" $) | nindent 2 }}
{{- else if $custom }}
{{ $name }}: {{- include "signet.render" (dict "value" $custom "top" $) | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}
