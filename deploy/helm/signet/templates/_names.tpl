{{/* Part of labels and of the full name: the original's, so that a release of its chart can be upgraded to this one. */}}
{{- define "signet.name" -}}
{{- default "sealed-secrets" .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "signet.fullname" -}}
{{- $name := default "sealed-secrets" .Values.nameOverride -}}
{{- $usual := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- default $usual .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "signet.namespace" -}}
{{- default .Release.Namespace .Values.namespace -}}
{{- end -}}

{{- define "signet.serviceAccountName" -}}
{{- $usual := ternary (include "signet.fullname" .) "default" (not (empty .Values.serviceAccount.create)) -}}
{{- default $usual .Values.serviceAccount.name -}}
{{- end -}}

{{- define "signet.kubeVersion" -}}
{{- default .Capabilities.KubeVersion.Version (default .Values.kubeVersion (.Values.global).kubeVersion) -}}
{{- end -}}

{{- define "signet.selector" -}}
app.kubernetes.io/name: {{ include "signet.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "signet.labels" -}}
{{ include "signet.selector" . }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: sealed-secrets
{{- end -}}

{{/* A value that may hold template expressions: render (dict "value" V "top" $) */}}
{{- define "signet.render" -}}
{{- if .value -}}
{{- tpl (ternary .value (toYaml .value) (kindIs "string" .value)) .top -}}
{{- end -}}
{{- end -}}

{{/* Maps laid over each other, each rendered; the last one wins: merged (dict "maps" LIST "top" $) */}}
{{- define "signet.merged" -}}
{{- $all := dict -}}
{{- range .maps -}}
{{- $all = mustMergeOverwrite $all (include "signet.render" (dict "value" . "top" $.top) | fromYaml) -}}
{{- end -}}
{{- if $all }}{{ toYaml $all }}{{ end -}}
{{- end -}}

{{/* What stands under metadata: metadata (dict "name" N "namespace" NS "labels" LIST "annotations" LIST "top" $) */}}
{{- define "signet.metadata" -}}
name: {{ .name }}
{{- with .namespace }}
namespace: {{ . }}
{{- end }}
{{- $labels := concat (list (include "signet.labels" .top)) (default list .labels) (list .top.Values.commonLabels) }}
labels: {{- include "signet.merged" (dict "maps" $labels "top" .top) | nindent 2 }}
{{- $annotations := concat (default list .annotations) (list .top.Values.commonAnnotations) }}
{{- with include "signet.merged" (dict "maps" $annotations "top" .top) }}
annotations: {{- . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Whole numbers as they were written: Helm reads them as floats, and prints great ones as 1e+06. */}}
{{- define "signet.text" -}}
{{- if and (kindIs "float64" .) (eq . (floor .)) }}{{ int64 . }}{{ else }}{{ . }}{{ end -}}
{{- end -}}
