{{/* The controller's flags, in the order of the original's chart. Called with the root. */}}
{{- define "signet.flags" -}}
{{- $v := .Values -}}
- {{ ternary "--update-status" "--update-status=false" (not (empty $v.updateStatus)) }}
{{- if $v.skipRecreate }}
- --skip-recreate
{{- end }}
{{- include "signet.flag" (list "--key-renew-period" $v.keyrenewperiod "zero counts") }}
{{- include "signet.flag" (list "--key-ttl" $v.keyttl) }}
{{- include "signet.flag" (list "--key-cutoff-time" $v.keycutofftime) }}
{{- include "signet.flag" (list "--rate-limit" $v.rateLimit) }}
{{- include "signet.flag" (list "--rate-limit-burst" $v.rateLimitBurst) }}
- --key-prefix
- {{ $v.secretName | quote }}
{{- include "signet.flag" (list "--additional-namespaces" (join "," $v.additionalNamespaces)) }}
{{- include "signet.flag" (list "--privatekey-annotations" (include "signet.pairs" (list "privateKeyAnnotations" $v.privateKeyAnnotations))) }}
{{- include "signet.flag" (list "--privatekey-labels" (include "signet.pairs" (list "privateKeyLabels" $v.privateKeyLabels))) }}
- {{ ternary "--log-info-stdout" "--log-info-stdout=false" (not (empty $v.logInfoStdout)) }}
{{- include "signet.flag" (list "--log-level" $v.logLevel) }}
{{- include "signet.flag" (list "--log-format" $v.logFormat) }}
{{- with $v.containerPorts.http }}
- --listen-addr
- {{ printf ":%s" (include "signet.text" .) | quote }}
{{- end }}
{{- with $v.containerPorts.metrics }}
- --listen-metrics-addr
- {{ printf ":%s" (include "signet.text" .) | quote }}
{{- end }}
{{- include "signet.flag" (list "--max-unseal-retries" $v.maxRetries "zero counts") }}
{{- if $v.watchForSecrets }}
- --watch-for-secrets
{{- end }}
{{- include "signet.flag" (list "--kubeclient-qps" $v.kubeClientQPS) }}
{{- include "signet.flag" (list "--kubeclient-burst" $v.kubeClientBurst) }}
{{- include "signet.flag" (list "--template-limits" $v.templateLimits) }}
{{- end -}}

{{/* One flag and its value, or nothing: flag (list NAME VALUE ["zero counts"]) */}}
{{- define "signet.flag" -}}
{{- $value := index . 1 -}}
{{- $zero := and (eq 3 (len .)) (not (kindIs "invalid" $value)) (ne "" (toString $value)) -}}
{{- if or $value $zero }}
- {{ index . 0 }}
- {{ include "signet.text" $value | quote }}
{{- end }}
{{- end -}}

{{/* name=value,name=value: pairs (list KEY MAP) */}}
{{- define "signet.pairs" -}}
{{- $key := index . 0 -}}
{{- $pairs := list -}}
{{- range $name, $value := index . 1 -}}
{{- if not (kindIs "string" $value) -}}
{{- fail (printf "%s.%s has to be a string: write it in quotes" $key $name) -}}
{{- end -}}
{{- if contains "," $value -}}
{{- fail (printf "%s.%s holds a comma, which ends a value here" $key $name) -}}
{{- end -}}
{{- $pairs = append $pairs (printf "%s=%s" $name $value) -}}
{{- end -}}
{{- join "," $pairs -}}
{{- end -}}
